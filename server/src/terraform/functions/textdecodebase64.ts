/** `textdecodebase64(text, encoding)`: https://developer.hashicorp.com/terraform/language/functions/textdecodebase64 */
import type { FunctionDefinition } from "./definition.ts";
import { fromBase64 } from "../formats/bytes.ts";
import { decodeText } from "../formats/characterEncoding.ts";
import { stringType } from "../type.ts";
import { stringValue } from "../value.ts";
import { text } from "./parameters.ts";
import { failure, unsupported } from "./result.ts";

export const textdecodebase64: FunctionDefinition = {
  parameters: [text("source"), text("encoding")],
  result: stringType,
  call(args) {
    const bytes = fromBase64(args.text(0));
    if (bytes === undefined) return failure("the given value has an invalid base64 symbol");
    const decoded = decodeText(bytes, args.text(1));
    if (decoded === "not supported") return unsupported("textdecodebase64");
    return decoded === undefined
      ? failure("the given string contains symbols that are not defined for this encoding")
      : stringValue(decoded.text);
  },
};
