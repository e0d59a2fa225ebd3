/** `substr(text, offset, length)`: https://developer.hashicorp.com/terraform/language/functions/substr */
import type { FunctionDefinition } from "./definition.ts";
import { graphemes } from "../formats/graphemes.ts";
import { stringType } from "../type.ts";
import { stringValue } from "../value.ts";
import { number, text } from "./parameters.ts";
import { notWhole } from "./result.ts";

export const substr: FunctionDefinition = {
  parameters: [text("str"), number("offset"), number("length")],
  result: stringType,
  call(args) {
    const offset = args.integer(1);
    const length = args.integer(2);
    if (offset === undefined || length === undefined) return notWhole;
    if (offset >= 0 && length === 0) return stringValue("");
    const letters = graphemes(args.text(0));
    const rest = letters.slice(offset < 0 ? Math.max(0, letters.length + offset) : offset);
    // Terraform does not stop at a length of 0 when the offset counts from the end.
    return stringValue((length <= 0 ? rest : rest.slice(0, length)).join(""));
  },
};
