/** Builds sets: Terraform's order, no known value twice. */
import type { Location } from "../base/location.ts";
import type { Type } from "./type.ts";
import type { SequenceValue, TupleValue, Value } from "./value.ts";
import { compareInSet, equal } from "./equal.ts";
import { isWhollyKnown } from "./value.ts";

/** The elements must be of the element type already. Equal known ones stand side by side once sorted. */
export function setValue(
  elementType: Type,
  elements: readonly Value[],
  origins: readonly Location[] = [],
): SequenceValue {
  const sorted = [...elements].sort(compareInSet);
  const distinct: Value[] = [];
  const symbolic: Value[] = [];
  for (const element of sorted) {
    const rivals = isWhollyKnown(element) ? distinct.slice(-1) : symbolic;
    if (rivals.some((rival) => equal(rival, element) === true)) continue;
    distinct.push(element);
    if (rivals === symbolic) symbolic.push(element);
  }
  return { kind: "set", elementType, elements: distinct, origins };
}

/** False when nobody knows where among the others an unknown element comes. */
export function hasCertainOrder(sequence: SequenceValue | TupleValue): boolean {
  return sequence.kind !== "set" || sequence.elements.length < 2 || isWhollyKnown(sequence);
}

/** False when unknown elements may turn out to be equal to others, so that the size is not certain. */
export function hasCertainSize(set: SequenceValue): boolean {
  if (set.kind === "list" || isWhollyKnown(set)) return true;
  return set.elements.every((element, index) =>
    set.elements.slice(index + 1).every((other) => equal(element, other) === false),
  );
}
