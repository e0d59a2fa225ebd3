/** `startswith(text, prefix)`: https://developer.hashicorp.com/terraform/language/functions/startswith */
import type { FunctionDefinition } from "./definition.ts";
import { boolType } from "../type.ts";
import { boolValue } from "../value.ts";
import { decideStart } from "./edges.ts";
import { symbolicText, text } from "./parameters.ts";
import { undecided } from "./result.ts";

export const startswith: FunctionDefinition = {
  parameters: [symbolicText("str"), text("prefix")],
  result: boolType,
  call(args) {
    const starts = decideStart(args.string(0), args.text(1));
    return starts === undefined ? undecided([args.value(0)], boolType) : boolValue(starts);
  },
};
