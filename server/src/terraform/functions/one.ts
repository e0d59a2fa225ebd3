/** `one(list)`: https://developer.hashicorp.com/terraform/language/functions/one */
import type { FunctionDefinition } from "./definition.ts";
import { hasCertainSize } from "../set.ts";
import { dynamicType } from "../type.ts";
import { nullValue } from "../value.ts";
import { shaped } from "./parameters.ts";
import { failure, undecided } from "./result.ts";

export const one: FunctionDefinition = {
  parameters: [shaped("list")],
  result: dynamicType,
  call(args) {
    const list = args.value(0);
    if (!("elements" in list))
      return failure("must be a list, set, or tuple value with either zero or one elements");
    if (list.kind === "set" && !hasCertainSize(list)) return undecided([list], list.elementType);
    if (list.elements.length > 1) {
      return failure("must be a list, set, or tuple value with either zero or one elements");
    }
    return list.elements[0] ?? nullValue(list.kind === "tuple" ? dynamicType : list.elementType);
  },
};
