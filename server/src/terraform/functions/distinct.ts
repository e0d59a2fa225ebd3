/** `distinct(list)`: https://developer.hashicorp.com/terraform/language/functions/distinct */
import type { FunctionDefinition } from "./definition.ts";
import type { Value } from "../value.ts";
import { equal } from "../equal.ts";
import { inAnyOrder } from "../segments.ts";
import { dynamicType, listType } from "../type.ts";
import { firstUnknown, listValue } from "../value.ts";
import { listOfAny } from "./parameters.ts";
import { failure, isTooManyPairs, tooLarge } from "./result.ts";

export const distinct: FunctionDefinition = {
  parameters: [listOfAny("list")],
  result: listType(dynamicType),
  call(args) {
    const list = args.value(0);
    if (list.kind !== "list") return failure("a list is required");
    if (isTooManyPairs(list.elements, list.elements)) return tooLarge("distinct", listType(list.elementType));
    const kept: Value[] = [];
    let mayBeFewer = false;
    for (const element of list.elements) {
      const answers = kept.map((other) => equal(other, element));
      if (answers.includes(true)) continue;
      mayBeFewer ||= answers.includes(undefined);
      kept.push(element);
    }
    const left = listValue(list.elementType, kept);
    const open = mayBeFewer ? firstUnknown(left) : undefined;
    return open ? inAnyOrder(left, open) : left;
  },
};
