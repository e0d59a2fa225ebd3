/** Operations on sets of one common element type. */
import type { FunctionDefinition } from "./definition.ts";
import type { SequenceValue, Value } from "../value.ts";
import { convert } from "../convert.ts";
import { equal } from "../equal.ts";
import { setValue } from "../set.ts";
import { dynamicType, setType } from "../type.ts";
import { unify } from "../unify.ts";
import { isError, isWhollyKnown } from "../value.ts";
import { shaped } from "./parameters.ts";
import { failure, isTooManyPairs, tooLarge, undecided } from "./result.ts";

type Combine = (a: readonly Value[], b: readonly Value[]) => readonly Value[];

/** With `rest` for any number of sets, without it for exactly two. */
export function setOperation(
  combine: Combine,
  count: "two" | "many",
  needsKnown: boolean,
): FunctionDefinition {
  const parameter = (name: string): ReturnType<typeof shaped> => shaped(name, setType(dynamicType));
  return {
    parameters: count === "two" ? [parameter("a"), parameter("b")] : [parameter("first_set")],
    ...(count === "many" && { rest: parameter("other_sets") }),
    result: setType(dynamicType),
    call(args) {
      const sets = args.values.filter((value): value is SequenceValue => value.kind === "set");
      const types = sets.filter(isTyped).map((set) => set.elementType);
      const element = types.length === 0 ? dynamicType : unify(types);
      const isMixed = element?.kind === "dynamic" && types.some((type) => type.kind !== "dynamic");
      if (element === undefined || isMixed)
        return failure("given sets must all have compatible element types");
      const converted = sets.map((set) => convert(set, setType(element)));
      const failed = converted.find(isError);
      if (failed) return failed;
      if (needsKnown && !converted.every(isWhollyKnown)) return undecided(converted, setType(element));
      const [first = [], ...others] = converted.map((set) => ("elements" in set ? set.elements : []));
      if (others.some((other) => isTooManyPairs(first, other))) return tooLarge("sets", setType(element));
      return setValue(element, others.reduce(combine, first));
    },
  };
}

/** An empty set of no type fits to every other. */
function isTyped(set: SequenceValue): boolean {
  return set.elements.length > 0 || set.elementType.kind !== "dynamic";
}

export function isIn(elements: readonly Value[], element: Value): boolean {
  return elements.some((other) => equal(other, element) === true);
}
