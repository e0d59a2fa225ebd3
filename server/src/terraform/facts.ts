/** What is known of conditions that nobody knows otherwise, because of where something is. */
import type { Rename } from "./renameSymbols.ts";
import { isNegated, negated, symbolText } from "./symbolText.ts";
import type { Value } from "./value.ts";

/** A condition, or whether an element is there, by its name; and the answer. */
export interface Fact {
  readonly condition: string;
  readonly holds: boolean;
}

/** What the facts say to the condition; undefined where they say nothing. */
export function answerTo(condition: Value, facts: readonly Fact[]): boolean | undefined {
  const name = symbolText(condition);
  if (name === undefined) return undefined;
  const positive = isNegated(name) ? negated(name) : name;
  const told = facts.find((fact) => fact.condition === positive);
  return told && told.holds !== isNegated(name);
}

/** The facts that both have. */
export function factsInBoth(ones: readonly Fact[], others: readonly Fact[]): readonly Fact[] {
  return ones.filter(({ condition, holds }) =>
    others.some((other) => other.condition === condition && other.holds === holds),
  );
}

/** Whether no two of them contradict each other. */
export function canHoldTogether(facts: readonly Fact[]): boolean {
  if (facts.length < 2) return true;
  const known = new Map<string, boolean>();
  for (const { condition, holds } of facts) {
    if (known.get(condition) === !holds) return false;
    known.set(condition, holds);
  }
  return true;
}

/** The facts as another module calls what they are about. */
export function renameFacts(facts: readonly Fact[], rename: Rename): readonly Fact[] {
  if (facts.length === 0) return facts;
  return facts.map(({ condition, holds }) => ({ condition: rename(condition), holds }));
}
