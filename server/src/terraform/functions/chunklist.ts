/** `chunklist(list, size)`: https://developer.hashicorp.com/terraform/language/functions/chunklist */
import type { FunctionDefinition } from "./definition.ts";
import type { Value } from "../value.ts";
import { dynamicType, listType } from "../type.ts";
import { listValue, typeOf } from "../value.ts";
import { listOfAny, number } from "./parameters.ts";
import { failure, notWhole } from "./result.ts";

export const chunklist: FunctionDefinition = {
  parameters: [listOfAny("list"), number("size")],
  result: listType(listType(dynamicType)),
  call(args) {
    const list = args.value(0);
    const size = args.integer(1);
    if (size === undefined || list.kind !== "list") return notWhole;
    if (size < 0) return failure("the size argument must be positive");
    const step = size === 0 ? Math.max(list.elements.length, 1) : size;
    const chunks: Value[] = [];
    for (let start = 0; start < list.elements.length; start += step) {
      chunks.push(listValue(list.elementType, list.elements.slice(start, start + step), list.origins));
    }
    return listValue(typeOf(list), chunks);
  },
};
