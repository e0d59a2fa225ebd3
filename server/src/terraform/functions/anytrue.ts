/** `anytrue(list)`: https://developer.hashicorp.com/terraform/language/functions/anytrue */
import type { FunctionDefinition } from "./definition.ts";
import { boolType, listType } from "../type.ts";
import { boolValue } from "../value.ts";
import { shaped } from "./parameters.ts";
import { undecided } from "./result.ts";

export const anytrue: FunctionDefinition = {
  parameters: [shaped("list", listType(boolType))],
  result: boolType,
  call(args) {
    const elements = args.elements(0);
    if (elements.some((item) => item.kind === "bool" && item.value)) return boolValue(true);
    const decided = elements.every((item) => item.kind === "bool" || item.kind === "null");
    return decided ? boolValue(false) : undecided(elements, boolType);
  },
};
