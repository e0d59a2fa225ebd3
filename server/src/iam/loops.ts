/**
 * Items that a loop makes of a collection of which nobody knows what is in it. Each is there where an element with a
 * certain name is, so a policy can be read for a request that only comes if there is such an element.
 */
import type { Location } from "../base/location.ts";
import { mapChoice } from "./choice.ts";
import type { ListValue, Value } from "./value.ts";

const reason = "a loop makes a part of the policy, and nobody knows whether it runs";

/** The item where there are elements of all these names, and nothing where one of them is missing. */
export function loopedItem(names: readonly string[], item: Value, origin: Location | undefined): Value {
  return names.reduceRight<Value>(
    (inner, condition) => ({
      kind: "unknown",
      reason,
      origin,
      choice: { condition, then: [inner], otherwise: [] },
      looped: true,
    }),
    item,
  );
}

/** The value where the elements that `isThere` names are there, and nobody knows of the others. */
export function withElements(value: Value, isThere: (name: string) => boolean): Value {
  switch (value.kind) {
    case "list":
      return listWith(value, isThere);
    case "object": {
      const entries = value.entries.map((entry) => ({ ...entry, value: withElements(entry.value, isThere) }));
      return { ...value, entries };
    }
    case "unknown":
      return value.choice
        ? { ...value, choice: mapChoice(value.choice, (items) => itemsWith(items, isThere)) }
        : value;
    default:
      return value;
  }
}

function listWith(list: ListValue, isThere: (name: string) => boolean): Value {
  const items = itemsWith(list.items, isThere);
  const isLoop = list.items.some((item) => thoseOf(item, isThere) !== undefined);
  return { ...list, items, ...(isLoop && { mayBeEmpty: true }) };
}

function itemsWith(items: readonly Value[], isThere: (name: string) => boolean): readonly Value[] {
  return items.flatMap((item) => {
    const made = thoseOf(item, isThere);
    return made ? itemsWith(made, isThere) : [withElements(item, isThere)];
  });
}

/** What a loop makes, where it is there; undefined for all else. */
function thoseOf(item: Value, isThere: (name: string) => boolean): readonly Value[] | undefined {
  const choice = item.kind === "unknown" && item.looped ? item.choice : undefined;
  return choice && isThere(choice.condition) ? choice.then : undefined;
}

/** The names of the elements that items depend on; none where there is no loop. */
export function elementsNamed(value: Value): readonly string[] {
  const names = new Set<string>();
  addNames(value, names);
  return [...names];
}

function addNames(value: Value, names: Set<string>): void {
  if (value.kind === "list") {
    for (const item of value.items) if (item.kind !== "string") addNames(item, names);
  }
  if (value.kind === "object") for (const entry of value.entries) addNames(entry.value, names);
  const choice = value.kind === "unknown" ? value.choice : undefined;
  if (!choice) return;
  if ("looped" in value) names.add(choice.condition);
  for (const item of [...choice.then, ...choice.otherwise]) addNames(item, names);
}
