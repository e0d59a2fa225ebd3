/** `index(list, value)`: https://developer.hashicorp.com/terraform/language/functions/index_function */
import type { FunctionDefinition } from "./definition.ts";
import { equal } from "../equal.ts";
import { numberType } from "../type.ts";
import { anything, shaped } from "./parameters.ts";
import { failure, integerResult, undecided } from "./result.ts";

export const index: FunctionDefinition = {
  parameters: [shaped("list"), { ...anything("value"), nullable: false }],
  result: numberType,
  call(args) {
    const list = args.value(0);
    if (list.kind !== "list" && list.kind !== "tuple") return failure("argument must be a list or tuple");
    for (const [position, element] of list.elements.entries()) {
      const found = equal(element, args.value(1));
      if (found === undefined) return undecided(args.values, numberType);
      if (found) return integerResult(position);
    }
    return failure(list.elements.length === 0 ? "cannot search an empty list" : "item not found");
  },
};
