/** `trimprefix(text, prefix)`: https://developer.hashicorp.com/terraform/language/functions/trimprefix */
import type { FunctionDefinition } from "./definition.ts";
import { sliceLiteral } from "../parts.ts";
import { stringType } from "../type.ts";
import { stringOf } from "../value.ts";
import { decideStart } from "./edges.ts";
import { symbolicText, text } from "./parameters.ts";
import { undecided } from "./result.ts";

export const trimprefix: FunctionDefinition = {
  parameters: [symbolicText("str"), text("prefix")],
  result: stringType,
  call(args) {
    const value = args.string(0);
    const prefix = args.text(1);
    const starts = decideStart(value, prefix);
    if (starts === undefined) return undecided([value], stringType);
    const [first, ...rest] = value.parts;
    if (!starts || first?.kind !== "literal") return value;
    if (first.text.length < prefix.length) return undecided([value], stringType);
    return stringOf([sliceLiteral(first, prefix.length), ...rest], value.origins);
  },
};
