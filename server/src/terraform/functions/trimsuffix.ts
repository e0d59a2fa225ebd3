/** `trimsuffix(text, suffix)`: https://developer.hashicorp.com/terraform/language/functions/trimsuffix */
import type { FunctionDefinition } from "./definition.ts";
import { sliceLiteral } from "../parts.ts";
import { stringType } from "../type.ts";
import { stringOf } from "../value.ts";
import { decideEnd } from "./edges.ts";
import { symbolicText, text } from "./parameters.ts";
import { undecided } from "./result.ts";

export const trimsuffix: FunctionDefinition = {
  parameters: [symbolicText("str"), text("suffix")],
  result: stringType,
  call(args) {
    const value = args.string(0);
    const suffix = args.text(1);
    const ends = decideEnd(value, suffix);
    if (ends === undefined) return undecided([value], stringType);
    const last = value.parts.at(-1);
    if (!ends || last?.kind !== "literal") return value;
    if (last.text.length < suffix.length) return undecided([value], stringType);
    const kept = sliceLiteral(last, 0, last.text.length - suffix.length);
    return stringOf([...value.parts.slice(0, -1), kept], value.origins);
  },
};
