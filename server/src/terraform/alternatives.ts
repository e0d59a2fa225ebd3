/** What a value that is one of two comes to, with the answers to the conditions that lead there. */
import { choiceOf, conditionId } from "./choice.ts";
import { withoutErrors } from "./refusedChoices.ts";
import type { Fact } from "./facts.ts";
import type { Value } from "./value.ts";

export interface Alternative {
  readonly value: Value;
  /** The answers that lead to it, but for those that were known before. */
  readonly facts: readonly Fact[];
}

/** The values that it may come to where these facts hold; one for what does not depend on a condition. */
export function alternativesOf(given: Value, known: readonly Fact[]): readonly Alternative[] {
  const value = withoutErrors(given);
  const choice = choiceOf(value);
  if (!choice) return [{ value, facts: [] }];
  const condition = conditionId(choice.condition);
  const told = known.find((fact) => fact.condition === condition);
  if (told) return alternativesOf(told.holds ? choice.then : choice.otherwise, known);
  return [true, false].flatMap((holds) => {
    const fact = { condition, holds };
    const branch = holds ? choice.then : choice.otherwise;
    return alternativesOf(branch, [...known, fact]).map((one) => ({ ...one, facts: [fact, ...one.facts] }));
  });
}

/** The answers to conditions without which the value would not be one that `may` lets pass. */
export function factsWhere(value: Value, may: (value: Value) => boolean): readonly Fact[] {
  const choice = choiceOf(value);
  if (!choice) return [];
  const { condition, then, otherwise } = choice;
  const [mayBeThen, mayBeOtherwise] = [mayPass(then, may), mayPass(otherwise, may)];
  if (mayBeThen === mayBeOtherwise) return [];
  const fact = { condition: conditionId(condition), holds: mayBeThen };
  return [fact, ...factsWhere(mayBeThen ? then : otherwise, may)];
}

function mayPass(value: Value, may: (value: Value) => boolean): boolean {
  const choice = choiceOf(value);
  return choice ? mayPass(choice.then, may) || mayPass(choice.otherwise, may) : may(value);
}
