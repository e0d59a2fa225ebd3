/** `matchkeys(values, keys, searchset)`: https://developer.hashicorp.com/terraform/language/functions/matchkeys */
import type { FunctionDefinition } from "./definition.ts";
import { convert } from "../convert.ts";
import { equal } from "../equal.ts";
import { dynamicType, listType } from "../type.ts";
import { unify } from "../unify.ts";
import { listValue, typeOf } from "../value.ts";
import { listOfAny } from "./parameters.ts";
import { failure, isTooManyPairs, tooLarge, undecided } from "./result.ts";

export const matchkeys: FunctionDefinition = {
  parameters: [listOfAny("values"), listOfAny("keys"), listOfAny("searchset")],
  result: listType(dynamicType),
  call(args) {
    const [values, keys, wanted] = [args.value(0), args.value(1), args.value(2)];
    const type = unify([typeOf(keys), typeOf(wanted)]);
    if (type === undefined || values.kind !== "list")
      return failure("keys and searchset must be of the same type");
    const [keyList, wantedList] = [convert(keys, type), convert(wanted, type)];
    if (!("elements" in keyList) || !("elements" in wantedList))
      return undecided(args.values, typeOf(values));
    if (values.elements.length !== keyList.elements.length) {
      return failure("length of keys and values should be equal");
    }
    if (isTooManyPairs(keyList.elements, wantedList.elements)) return tooLarge("matchkeys", typeOf(values));
    const answers = keyList.elements.map((key) => wantedList.elements.map((item) => equal(key, item)));
    if (answers.some((row) => row.includes(undefined) && !row.includes(true))) {
      return undecided(args.values, typeOf(values));
    }
    return listValue(
      values.elementType,
      values.elements.filter((_, position) => answers[position]?.includes(true)),
    );
  },
};
