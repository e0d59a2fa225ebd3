/**
 * Parts that depend on conditions which nobody knows, read for a request that tells some of them. What a loop makes is
 * such a part too: it is there where the element with a certain name is.
 */
import type { Location } from "../base/location.ts";
import { mapChoice, type Choice } from "./choice.ts";
import type { ListValue, UnknownValue, Value } from "./value.ts";

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

/** A condition as a policy has it. */
export interface NamedCondition {
  readonly name: string;
  /** Whether an element is there that a loop runs for. */
  readonly looped: boolean;
}

/** The answer to a condition; undefined where nobody knows it. */
type Answer = (condition: NamedCondition) => boolean | undefined;

/** The value where the conditions come to these answers. */
export function withAnswers(value: Value, answer: Answer): Value {
  switch (value.kind) {
    case "list":
      return listWith(value, answer);
    case "object": {
      const entries = value.entries.map((entry) => ({ ...entry, value: withAnswers(entry.value, answer) }));
      return { ...value, entries };
    }
    case "unknown":
      return settled(value, answer);
    default:
      return value;
  }
}

/** Outside of a list one value is chosen, and not any number of them. */
function settled(value: UnknownValue, answer: Answer): Value {
  const { choice } = value;
  if (!choice) return value;
  const [only, ...others] = runOf(value, answer) ?? [];
  return only && others.length === 0
    ? withAnswers(only, answer)
    : { ...value, choice: mapChoice(choice, (items) => itemsWith(items, answer)) };
}

function listWith(list: ListValue, answer: Answer): Value {
  const made = list.items.map((item) => {
    const items = itemsWith([item], answer);
    return { items, isLooped: isLooped(item) && runOf(item, answer) !== undefined };
  });
  const looped = new Set(made.flatMap(({ items, isLooped }) => (isLooped ? items : [])));
  return { ...list, items: made.flatMap(({ items }) => items), ...(looped.size > 0 && { looped }) };
}

function itemsWith(items: readonly Value[], answer: Answer): readonly Value[] {
  return items.flatMap((item) => {
    const run = runOf(item, answer);
    return run ? itemsWith(run, answer) : [withAnswers(item, answer)];
  });
}

/** What is there of a choice; undefined where nobody knows, and for all else. */
function runOf(item: Value, answer: Answer): readonly Value[] | undefined {
  const choice = choiceOf(item);
  const holds = choice && answer(conditionOf(item, choice));
  if (!choice || holds === undefined) return undefined;
  return holds ? choice.then : choice.otherwise;
}

function choiceOf(value: Value): Choice<Value> | undefined {
  return value.kind === "unknown" ? value.choice : undefined;
}

function conditionOf(value: Value, { condition }: Choice<Value>): NamedCondition {
  return { name: condition, looped: isLooped(value) };
}

function isLooped(value: Value): boolean {
  return value.kind === "unknown" && value.looped === true;
}

/** The conditions that the value depends on, each once; mostly there are none. */
export function conditionsIn(value: Value): readonly NamedCondition[] {
  const found = new Map<string, NamedCondition>();
  collect(value, found);
  return [...found.values()];
}

function collect(value: Value, found: Map<string, NamedCondition>): void {
  if (value.kind === "list") {
    for (const item of value.items) if (item.kind !== "string") collect(item, found);
  }
  if (value.kind === "object") for (const entry of value.entries) collect(entry.value, found);
  const choice = choiceOf(value);
  if (!choice) return;
  found.set(choice.condition, conditionOf(value, choice));
  for (const item of [...choice.then, ...choice.otherwise]) collect(item, found);
}
