/** `distinct(list)`: https://developer.hashicorp.com/terraform/language/functions/distinct */
import type { FunctionDefinition } from "./definition.ts";
import type { Value } from "../value.ts";
import { equal } from "../equal.ts";
import { dynamicType, listType } from "../type.ts";
import { listValue } from "../value.ts";
import { listOfAny } from "./parameters.ts";
import { failure, isTooManyPairs, tooLarge, undecided } from "./result.ts";

export const distinct: FunctionDefinition = {
  parameters: [listOfAny("list")],
  result: listType(dynamicType),
  call(args) {
    const list = args.value(0);
    if (list.kind !== "list") return failure("a list is required");
    if (isTooManyPairs(list.elements, list.elements)) return tooLarge("distinct", listType(list.elementType));
    const kept: Value[] = [];
    for (const element of list.elements) {
      const answers = kept.map((other) => equal(other, element));
      if (answers.includes(true)) continue;
      if (answers.includes(undefined)) return undecided([list], listType(list.elementType));
      kept.push(element);
    }
    return listValue(list.elementType, kept);
  },
};
