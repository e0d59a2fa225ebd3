/** `element(list, index)`: https://developer.hashicorp.com/terraform/language/functions/element */
import type { FunctionDefinition } from "./definition.ts";
import { dynamicType } from "../type.ts";
import { number, shaped } from "./parameters.ts";
import { failure, notWhole, unsupported } from "./result.ts";

export const element: FunctionDefinition = {
  parameters: [shaped("list"), number("index")],
  result: dynamicType,
  call(args) {
    const list = args.value(0);
    const index = args.integer(1);
    if (list.kind !== "list" && list.kind !== "tuple")
      return failure("cannot read elements from such a value");
    if (index === undefined) return notWhole;
    // Newer versions of Terraform count from the end, older ones refuse.
    if (index < 0) return unsupported("element");
    return (
      list.elements[index % list.elements.length] ?? failure("cannot use element function with an empty list")
    );
  },
};
