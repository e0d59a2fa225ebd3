/** Builds sets: Terraform's order, no known value twice. */
import type { Location } from "../base/location.ts";
import type { Type } from "./type.ts";
import type { SequenceValue, Value } from "./value.ts";
import { compareInSet, equal } from "./equal.ts";

/** The elements must be of the element type already. */
export function setValue(
  elementType: Type,
  elements: readonly Value[],
  origins: readonly Location[] = [],
): SequenceValue {
  const sorted = [...elements].sort(compareInSet);
  const distinct: Value[] = [];
  for (const element of sorted) if (!isDuplicate(element, distinct)) distinct.push(element);
  return { kind: "set", elementType, elements: distinct, origins };
}

/** Equal known elements stand side by side after sorting; symbols have no order. */
function isDuplicate(element: Value, earlier: readonly Value[]): boolean {
  const last = earlier.at(-1);
  if (last === undefined) return false;
  if (equal(last, element) === true) return true;
  return element.kind === "string" && earlier.some((other) => equal(other, element) === true);
}

/** False when unknown elements may turn out to be equal to others, so that the size is not certain. */
export function hasCertainSize(set: SequenceValue): boolean {
  if (set.kind === "list") return true;
  return set.elements.every((element, index) =>
    set.elements.slice(index + 1).every((other) => equal(element, other) === false),
  );
}
