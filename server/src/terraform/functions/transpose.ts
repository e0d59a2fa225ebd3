/** `transpose(map)`: https://developer.hashicorp.com/terraform/language/functions/transpose */
import type { FunctionDefinition } from "./definition.ts";
import { listType, mapType, stringType } from "../type.ts";
import { asKnownString, mapValue } from "../value.ts";
import { failure, stringsResult } from "./result.ts";

const mapOfLists = mapType(listType(stringType));

export const transpose: FunctionDefinition = {
  parameters: [{ name: "values", type: mapOfLists }],
  result: mapOfLists,
  call(args) {
    const map = args.value(0);
    if (map.kind !== "map") return failure("a map is required");
    const groups = new Map<string, string[]>();
    for (const [key, list] of map.entries) {
      if (!("elements" in list)) return failure("input must not contain null list");
      for (const element of list.elements) {
        const text = asKnownString(element);
        if (text === undefined) return failure("input list must not contain null string");
        groups.set(text, [...(groups.get(text) ?? []), key]);
      }
    }
    const entries = [...groups].map(([text, names]) => [text, stringsResult(names)] as const);
    return mapValue(listType(stringType), entries);
  },
};
