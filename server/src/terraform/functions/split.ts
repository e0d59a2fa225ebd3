/** `split(separator, text)`: https://developer.hashicorp.com/terraform/language/functions/split */
import type { LiteralPart } from "../value.ts";
import type { FunctionDefinition } from "./definition.ts";
import { sliceLiteral } from "../parts.ts";
import { listType, stringType } from "../type.ts";
import { listValue, stringOf, stringValue } from "../value.ts";
import { text } from "./parameters.ts";

export const split: FunctionDefinition = {
  parameters: [text("separator"), text("str")],
  result: listType(stringType),
  call(args) {
    const separator = args.text(0);
    const { parts } = args.string(1);
    const [only] = parts;
    if (parts.length === 1 && only?.kind === "literal" && separator !== "")
      return splitLiteral(only, separator);
    const pieces = separator === "" ? [...args.text(1)] : args.text(1).split(separator);
    return listValue(
      stringType,
      pieces.map((piece) => stringValue(piece)),
    );
  },
};

/** Every piece keeps its own place. */
function splitLiteral(part: LiteralPart, separator: string): ReturnType<typeof listValue> {
  let start = 0;
  const pieces = part.text.split(separator).map((piece) => {
    const slice = sliceLiteral(part, start, start + piece.length);
    start += piece.length + separator.length;
    return stringOf([slice], slice.origin && [slice.origin]);
  });
  return listValue(stringType, pieces);
}
