/** `base64decode(text)`: https://developer.hashicorp.com/terraform/language/functions/base64decode */
import type { FunctionDefinition } from "./definition.ts";
import { fromBase64, fromUtf8 } from "../formats/bytes.ts";
import { stringType } from "../type.ts";
import { stringValue } from "../value.ts";
import { text } from "./parameters.ts";
import { failure } from "./result.ts";

export const base64decode: FunctionDefinition = {
  parameters: [text("str")],
  result: stringType,
  call(args) {
    const bytes = fromBase64(args.text(0));
    if (bytes === undefined) return failure("failed to decode base64 data");
    const decoded = fromUtf8(bytes);
    return decoded === undefined
      ? failure("the result of decoding the provided string is not valid UTF-8")
      : stringValue(decoded);
  },
};
