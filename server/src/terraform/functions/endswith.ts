/** `endswith(text, suffix)`: https://developer.hashicorp.com/terraform/language/functions/endswith */
import type { FunctionDefinition } from "./definition.ts";
import { boolType } from "../type.ts";
import { boolValue } from "../value.ts";
import { decideEnd } from "./edges.ts";
import { symbolicText, text } from "./parameters.ts";
import { undecided } from "./result.ts";

export const endswith: FunctionDefinition = {
  parameters: [symbolicText("str"), text("suffix")],
  result: boolType,
  call(args) {
    const ends = decideEnd(args.string(0), args.text(1));
    return ends === undefined ? undecided([args.value(0)], boolType) : boolValue(ends);
  },
};
