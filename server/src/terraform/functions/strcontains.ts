/** `strcontains(text, part)`: https://developer.hashicorp.com/terraform/language/functions/strcontains */
import type { FunctionDefinition } from "./definition.ts";
import { boolType } from "../type.ts";
import { boolValue } from "../value.ts";
import { symbolicText, text } from "./parameters.ts";
import { undecided } from "./result.ts";

export const strcontains: FunctionDefinition = {
  parameters: [symbolicText("str"), text("substr")],
  result: boolType,
  call(args) {
    const { parts } = args.string(0);
    const wanted = args.text(1);
    const literals = parts.map((part) => (part.kind === "literal" ? part.text : undefined));
    if (!literals.includes(undefined)) return boolValue(literals.join("").includes(wanted));
    return literals.some((literal) => literal?.includes(wanted))
      ? boolValue(true)
      : undecided([args.value(0)], boolType);
  },
};
