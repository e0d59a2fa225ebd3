/**
 * Values that are one of two, by a condition that nobody knows. Such a value is unknown, and keeps both; what is made
 * of it is made of both, for as long as there are few enough to look at.
 */
import { perObject } from "../base/remember.ts";
import { isNegated, negated, standsForSeveral, symbolText } from "./symbolText.ts";
import {
  firstUnknown,
  isError,
  isWhollyKnown,
  stringOf,
  type Choice,
  type StringPart,
  type StringValue,
  type TextChoice,
  type UnknownPart,
  type UnknownValue,
  type Value,
} from "./value.ts";

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

/** Undefined where the value is not known to be one of two. Text with a part that is one of two is that, too. */
export function choiceOf(value: Value): Choice | undefined {
  if (value.kind === "unknown") return value.choice;
  return value.kind === "string" ? choiceOfText(value) : undefined;
}

function choiceOfText(text: StringValue): TextChoice | undefined {
  const place = placeOfChoice(text.parts);
  const part = place === undefined ? undefined : text.parts[place];
  if (place === undefined || part?.kind !== "unknown" || !part.choice) return undefined;
  if (leavesOf(text) > mostLeaves) return undefined;
  const { condition, then, otherwise } = part.choice;
  const within = ({ parts }: StringValue): StringValue => ({
    kind: "string",
    parts: text.parts.toSpliced(place, 1, ...parts),
    origins: text.origins,
  });
  return { condition, then: within(then), otherwise: within(otherwise) };
}

/** It is asked of every text that there is, so it makes nothing anew. */
function placeOfChoice(parts: readonly StringPart[]): number | undefined {
  for (let place = 0; place < parts.length; place++) {
    const part = parts[place];
    if (part?.kind === "unknown" && part.choice) return place;
  }
  return undefined;
}

function leavesOf(value: Value): number {
  if (value.kind !== "string") return leavesIn(value);
  return value.parts.reduce((product, part) => product * (part.kind === "unknown" ? leavesIn(part) : 1), 1);
}

function leavesIn(either: Value | UnknownPart): number {
  const choice = either.kind === "unknown" ? either.choice : undefined;
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
  if (!choice || count > mostLeaves || isWhollyKnown(result) || isError(result)) return result;
  const where = (truth: boolean): Value => overChoices(given.map(assuming(choice.condition, truth)), call);
  const made = (): Choice => ({ condition: choice.condition, then: where(true), otherwise: where(false) });
  if (result.kind === "string") return withTextChoice(result, made());
  return result.kind === "unknown" && !result.segments ? withChoice(result, made()) : result;
}

/** The text as one of two. */
function withTextChoice(text: StringValue, choice: Choice): StringValue {
  const [reason, origin] = [firstUnknown(text), text.origins[0]];
  return reason ? stringOf(openParts({ reason, origin }, choice), text.origins) : text;
}

/** Text that nobody knows. Of two that it may be the one counts that can be text: Terraform refuses the other. */
export function openParts(open: OpenText, choice: Choice | undefined): readonly StringPart[] {
  const then = choice && textOf(choice.then);
  const otherwise = choice && textOf(choice.otherwise);
  if (choice && then && otherwise)
    return [{ kind: "unknown", ...open, choice: { ...choice, then, otherwise } }];
  return (then ?? otherwise)?.parts ?? [{ kind: "unknown", ...open }];
}

/** For where the texts would read differently. */
export function withoutTexts({ reason, origin }: UnknownPart): UnknownPart {
  return { kind: "unknown", reason, origin };
}

type OpenText = Pick<UnknownPart, "reason" | "origin">;

function textOf(value: Value): StringValue | undefined {
  if (value.kind === "string") return value;
  if (value.kind !== "unknown" || isError(value)) return undefined;
  const { reason, origins, choice } = value;
  return stringOf(openParts({ reason, origin: origins[0] }, choice), origins);
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
