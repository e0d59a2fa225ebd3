/** `alltrue(list)`: https://developer.hashicorp.com/terraform/language/functions/alltrue */
import type { FunctionDefinition } from "./definition.ts";
import { boolType, listType } from "../type.ts";
import { boolValue } from "../value.ts";
import { shaped } from "./parameters.ts";
import { undecided } from "./result.ts";

export const alltrue: FunctionDefinition = {
  parameters: [shaped("list", listType(boolType))],
  result: boolType,
  call(args) {
    const elements = args.elements(0);
    const isFalse = elements.some((item) => item.kind === "null" || (item.kind === "bool" && !item.value));
    if (isFalse) return boolValue(false);
    return elements.every((item) => item.kind === "bool") ? boolValue(true) : undecided(elements, boolType);
  },
};
