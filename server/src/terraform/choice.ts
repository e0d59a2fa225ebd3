/**
 * Values that are one of two, by a condition that nobody knows. Such a value is unknown, and keeps both; what is made
 * of it is made of both, for as long as there are few enough to look at.
 */
import { perObject } from "../base/remember.ts";
import type { Fact } from "./facts.ts";
import { isNegated, negated, standsForSeveral, symbolText } from "./symbolText.ts";
import { isError, type Choice, type UnknownValue, type Value } from "./value.ts";

/** How many values one may come down to. */
const mostLeaves = 16;

export function withChoice(value: UnknownValue, choice: Choice): UnknownValue {
  return leavesOf(choice.then) + leavesOf(choice.otherwise) > mostLeaves ? value : { ...value, choice };
}

/** The one value or the other; where the condition is made of others, by those that decide it. */
export function between(whole: UnknownValue, condition: Value, then: Value, otherwise: Value): Value {
  if (condition.kind === "bool") return condition.value ? then : otherwise;
  const inner = choiceOf(condition);
  if (inner) {
    return withChoice(whole, {
      condition: inner.condition,
      then: between(whole, inner.then, then, otherwise),
      otherwise: between(whole, inner.otherwise, then, otherwise),
    });
  }
  const symbol = condition.kind === "unknown" ? condition.symbol : undefined;
  if (condition.kind !== "unknown" || !symbol || !isNegated(symbol.id)) {
    return withChoice(whole, { condition, then, otherwise });
  }
  const opposite = { ...condition, symbol: { ...symbol, id: negated(symbol.id) } };
  return withChoice(whole, { condition: opposite, then: otherwise, otherwise: then });
}

/** Undefined where the value is not known to be one of two. */
export function choiceOf(value: Value): Choice | undefined {
  return value.kind === "unknown" ? value.choice : undefined;
}

function leavesOf(value: Value): number {
  const choice = choiceOf(value);
  return choice ? leavesOf(choice.then) + leavesOf(choice.otherwise) : 1;
}

/** What becomes of the value, where the same becomes of both that it may be. */
export function mapChoice(
  value: UnknownValue,
  choice: Choice,
  change: (value: Value) => Value,
): UnknownValue {
  const { condition, then, otherwise } = choice;
  return withChoice(value, { condition, then: change(then), otherwise: change(otherwise) });
}

/** What a function makes of arguments of which some are one of two values. */
export function overChoices(given: readonly Value[], call: (given: readonly Value[]) => Value): Value {
  const result = call(given);
  const choice = given.map(choiceOf).find((found) => found !== undefined);
  const count = given.reduce((product, value) => product * leavesOf(value), 1);
  if (!choice || count > mostLeaves || result.kind !== "unknown" || isError(result)) return result;
  if (result.segments) return result;
  const where = (truth: boolean): Value => overChoices(given.map(assuming(choice.condition, truth)), call);
  return withChoice(result, { condition: choice.condition, then: where(true), otherwise: where(false) });
}

function assuming(condition: Value, truth: boolean): (value: Value) => Value {
  const id = conditionId(condition);
  const assume = (value: Value): Value => {
    const choice = choiceOf(value);
    return choice && conditionId(choice.condition) === id
      ? assume(truth ? choice.then : choice.otherwise)
      : value;
  };
  return assume;
}

export interface Alternative {
  readonly value: Value;
  /** The answers that lead to it, but for those that were known before. */
  readonly facts: readonly Fact[];
}

/** The values that it may come to where these facts hold; one for what does not depend on a condition. */
export function alternativesOf(value: Value, known: readonly Fact[]): readonly Alternative[] {
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

/** Equal for values that are the same, whatever the conditions come to; undefined where the value has no such name. */
export function nameAcrossChoices(value: Value): string | undefined {
  const choice = choiceOf(value);
  if (!choice) return symbolText(value);
  const [then, otherwise] = [nameAcrossChoices(choice.then), nameAcrossChoices(choice.otherwise)];
  const isNamed = then !== undefined && otherwise !== undefined;
  return isNamed ? `(${conditionId(choice.condition)} ? ${then} : ${otherwise})` : undefined;
}

/** Equal for conditions that are true together. */
export function conditionId(condition: Value): string {
  const name = symbolText(condition);
  return name === undefined || standsForSeveral(name) ? nameless(condition) : name;
}

let conditions = 0;

const nameless = perObject((condition: Value): string => {
  conditions++;
  return `condition ${conditions}${condition.kind === "unknown" ? "" : ` of kind ${condition.kind}`}`;
});
