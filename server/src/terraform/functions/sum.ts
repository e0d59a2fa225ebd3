/** `sum(list)`: https://developer.hashicorp.com/terraform/language/functions/sum */
import type { FunctionDefinition } from "./definition.ts";
import type { BigFloat } from "../bigFloat.ts";
import { add } from "../bigFloat.ts";
import { convert } from "../convert.ts";
import { numberType } from "../type.ts";
import { isError, numberValue } from "../value.ts";
import { shaped } from "./parameters.ts";
import { failure, undecided } from "./result.ts";

export const sum: FunctionDefinition = {
  parameters: [shaped("list")],
  result: numberType,
  call(args) {
    const list = args.value(0);
    if (!("elements" in list)) return failure("argument must be list, set, or tuple");
    if (list.elements.length === 0) return failure("cannot sum an empty list");
    let total: BigFloat | undefined;
    for (const element of list.elements) {
      const value = convert(element, numberType);
      if (value.kind === "null" || isError(value)) {
        return failure("argument must be list, set, or tuple of number values");
      }
      if (value.kind !== "number") return undecided([value], numberType);
      total = total === undefined ? value.value : add(total, value.value);
    }
    return total === undefined ? failure("cannot sum an empty list") : numberValue(total);
  },
};
