/** Reading the elements of a JSON object of a policy: by name, each once, scalars and lists. */
import { mapChoice } from "./choice.ts";
import type { Text, Unknown, UnknownItems } from "./policy.ts";
import type { ReportProblem } from "./problem.ts";
import { dependence, knownText, symbolic } from "./symbolic.ts";
import type { ObjectEntry, ObjectValue, UnknownValue, Value } from "./value.ts";

/** The elements of an object; of one that is there twice the last. */
export interface Elements {
  readonly byName: ReadonlyMap<string, ObjectEntry>;
  /** Names that are not known, so that any element may be there. */
  readonly unknown: Unknown | undefined;
}

/** Elements that are null count as absent, if IAM takes them. Names that are none of `known` are reported. */
export function readElements(object: ObjectValue, known: readonly string[], report: ReportProblem): Elements {
  reportRepeated(object, report);
  const byName = new Map<string, ObjectEntry>();
  let unknown: Unknown | undefined;
  for (const entry of object.entries) {
    const name = knownText(entry.key);
    if (name === undefined) {
      unknown ??= {
        kind: "unknown",
        reason: dependence("which element this is", entry.key),
        origin: entry.keyOrigin,
      };
      continue;
    }
    if (!known.includes(name)) report("element-unknown", name, entry.keyOrigin);
    if (isPresent(entry, report)) byName.set(name, entry);
  }
  return { byName, unknown };
}

/**
 * False for null, which IAM refuses or takes for absent: its grammar has null among the types of JSON, and no element
 * that may be null.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function isPresent(
  { value: { kind, origin }, keyOrigin }: ObjectEntry,
  report: ReportProblem,
): boolean {
  if (kind === "null") report("value-may-be-refused", "null", origin ?? keyOrigin, false);
  return kind !== "null";
}

/** Names that the object has before, letter by letter. */
export function reportRepeated({ entries }: ObjectValue, report: ReportProblem): void {
  const seen = new Set<string>();
  for (const { key, keyOrigin } of entries) {
    const name = knownText(key);
    if (name === undefined) continue;
    if (seen.has(name)) report("key-repeated", name, keyOrigin);
    seen.add(name);
  }
}

/** For what is wrong with the item of the value, or with any of them: perhaps nothing is, where a loop makes it. */
export function reportInside(value: Value, report: ReportProblem, item?: Value): ReportProblem {
  const looped = value.kind === "list" ? value.looped : undefined;
  if (!looped || (item && !looped.has(item))) return report;
  return (reason, detail, origin) => report(reason, detail, origin, false);
}

/** A value or a list of values, as a list. */
export function listed(value: Value): readonly Value[] {
  if (value.kind === "list") return value.items;
  if (value.kind !== "unknown" || !value.choice) return [value];
  return [{ ...value, choice: mapChoice(value.choice, (values) => values.flatMap(listed)) }];
}

/** Nothing is said of what an item does that IAM would refuse. */
export function unknownItems<Item>(
  { reason, origin, choice }: UnknownValue,
  report: ReportProblem,
  read: (item: Value, report: ReportProblem) => readonly (Item | UnknownItems<Item>)[],
): UnknownItems<Item> {
  const unknown = { kind: "unknown" as const, reason, origin };
  if (!choice) return unknown;
  const readOne = (value: Value): readonly (Item | UnknownItems<Item>)[] => {
    const problems: unknown[] = [];
    const items = read(value, (reason) => problems.push(reason));
    if (problems.length === 0) return items;
    report("part-may-be-refused", "", value.origin, false);
    return [unknown];
  };
  return { ...unknown, choice: mapChoice(choice, (values) => values.flatMap(readOne)) };
}

/** A string, a number or a truth value as text; anything else is undefined. */
export function readText(value: Value): Text | Unknown | undefined {
  switch (value.kind) {
    case "string":
      return value;
    case "number":
    case "bool":
      return { kind: "string", value: symbolic`${String(value.value)}`, origin: value.origin };
    case "unknown":
      return { kind: "unknown", reason: value.reason, origin: value.origin };
    case "null":
    case "list":
    case "object":
    case "refused":
      return undefined;
  }
}

/** The texts of a value or a list of values; others are reported and left out. */
export function readTexts(
  value: Value,
  name: string,
  report: ReportProblem,
): readonly (Text | UnknownItems<Text>)[] {
  return readScalars(value, name, report, reportUnquoted);
}

type Check = (item: Value, report: ReportProblem) => void;

/** A number or a truth value where IAM's grammar has a string. */
function reportUnquoted({ kind, origin }: Value, report: ReportProblem): void {
  if (kind === "number" || kind === "bool")
    report("value-may-be-refused", `a ${kindNames[kind]}`, origin, false);
}

const kindNames = { number: "number", bool: "truth value" } as const;

/** The same where a number or a truth value may stand for its text. */
export function readScalars(
  value: Value,
  name: string,
  report: ReportProblem,
  check: Check = () => undefined,
): readonly (Text | UnknownItems<Text>)[] {
  const items = listed(value);
  if (areTexts(items)) return items;
  const texts: (Text | UnknownItems<Text>)[] = [];
  for (const item of items) {
    const text = readItem(item, name, report, check);
    if (text) texts.push(text);
    else reportInside(value, report, item)("element-not-text", name, item.origin);
  }
  return texts;
}

function areTexts(items: readonly Value[]): items is readonly Text[] {
  return items.every(({ kind }) => kind === "string");
}

function readItem(
  item: Value,
  name: string,
  report: ReportProblem,
  check: Check,
): Text | UnknownItems<Text> | undefined {
  check(item, report);
  if (item.kind !== "unknown") return readText(item);
  return unknownItems(item, report, (one, inside) => {
    const text = readItem(one, name, inside, check);
    if (!text) inside("element-not-text", name, one.origin);
    return text ? [text] : [];
  });
}

/** The text of an element that may be missing. */
export function readOptionalText(
  value: Value | undefined,
  name: string,
  report: ReportProblem,
): Text | Unknown | undefined {
  if (value === undefined) return undefined;
  const text = readText(value);
  if (text === undefined) report("element-not-text", name, value.origin);
  reportUnquoted(value, report);
  return text;
}
