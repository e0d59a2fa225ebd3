/** `slice(list, start, end)`: https://developer.hashicorp.com/terraform/language/functions/slice */
import type { FunctionDefinition } from "./definition.ts";
import { dynamicType } from "../type.ts";
import { listValue, tupleValue } from "../value.ts";
import { number, shaped } from "./parameters.ts";
import { failure, notWhole } from "./result.ts";

export const slice: FunctionDefinition = {
  parameters: [shaped("list"), number("start_index"), number("end_index")],
  result: dynamicType,
  call(args) {
    const list = args.value(0);
    const [start, end] = [args.integer(1), args.integer(2)];
    if (list.kind !== "list" && list.kind !== "tuple") return failure("must be a list or tuple value");
    if (start === undefined || end === undefined) return notWhole;
    if (start < 0 || end < start || end > list.elements.length) {
      return failure("the start and end index must lie in the list, in this order");
    }
    const elements = list.elements.slice(start, end);
    return list.kind === "tuple" ? tupleValue(elements) : listValue(list.elementType, elements);
  },
};
