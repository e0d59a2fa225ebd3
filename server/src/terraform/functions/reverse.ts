/** `reverse(list)`: https://developer.hashicorp.com/terraform/language/functions/reverse */
import type { FunctionDefinition } from "./definition.ts";
import { inOrderOf } from "../segments.ts";
import { dynamicType } from "../type.ts";
import { listValue, tupleValue } from "../value.ts";
import { shaped } from "./parameters.ts";
import { failure } from "./result.ts";

export const reverse: FunctionDefinition = {
  parameters: [shaped("list")],
  result: dynamicType,
  call(args) {
    const list = args.value(0);
    if (!("elements" in list)) return failure("can only reverse list or tuple values");
    const elements = [...list.elements].reverse();
    return list.kind === "tuple"
      ? tupleValue(elements)
      : inOrderOf(list, listValue(list.elementType, elements));
  },
};
