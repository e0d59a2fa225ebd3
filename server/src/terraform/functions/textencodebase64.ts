/** `textencodebase64(text, encoding)`: https://developer.hashicorp.com/terraform/language/functions/textencodebase64 */
import type { FunctionDefinition } from "./definition.ts";
import { base64 } from "../formats/bytes.ts";
import { encodeText } from "../formats/characterEncoding.ts";
import { stringType } from "../type.ts";
import { stringValue } from "../value.ts";
import { text } from "./parameters.ts";
import { failure, unsupported } from "./result.ts";

export const textencodebase64: FunctionDefinition = {
  parameters: [text("string"), text("encoding")],
  result: stringType,
  call(args) {
    const encoded = encodeText(args.text(0), args.text(1));
    if (encoded === "not supported") return unsupported("textencodebase64");
    return encoded === undefined
      ? failure("the given string contains characters that cannot be represented in this encoding")
      : stringValue(base64(encoded));
  },
};
