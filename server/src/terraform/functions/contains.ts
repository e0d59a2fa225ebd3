/** `contains(list, value)`: https://developer.hashicorp.com/terraform/language/functions/contains */
import type { FunctionDefinition } from "./definition.ts";
import { equal } from "../equal.ts";
import { boolType } from "../type.ts";
import { boolValue } from "../value.ts";
import { anything, shaped } from "./parameters.ts";
import { failure, undecided } from "./result.ts";

export const contains: FunctionDefinition = {
  parameters: [shaped("list"), { ...anything("value"), nullable: false }],
  result: boolType,
  call(args) {
    const list = args.value(0);
    if (!("elements" in list)) return failure("argument must be list, tuple, or set");
    const answers = list.elements.map((element) => equal(element, args.value(1)));
    if (answers.includes(true)) return boolValue(true);
    return answers.includes(undefined) ? undecided(args.values, boolType) : boolValue(false);
  },
};
