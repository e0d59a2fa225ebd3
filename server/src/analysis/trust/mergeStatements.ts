/**
 * How `aws_iam_policy_document` puts documents together: sources first, then its own statements, then overrides,
 * where a statement replaces an earlier one with the same Sid, in its place.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
import { knownText } from "../../iam/symbolic.ts";
import { mapChoice } from "../../iam/choice.ts";
import { listed } from "../../iam/elements.ts";
import type { UnknownValue, Value } from "../../iam/value.ts";

export function mergeStatements(
  sources: readonly Value[],
  own: readonly Value[],
  overrides: readonly Value[],
): readonly Value[] {
  return [...sources.map(statementsOf), own, ...overrides.map(statementsOf)].reduce(replaceBySid, []);
}

function replaceBySid(earlier: readonly Value[], later: readonly Value[]): readonly Value[] {
  return later.reduce((merged, statement) => {
    const alike = merged.filter((before) => mayShareSid(before, statement));
    const [only, ...others] = alike;
    return only && others.length === 0 && doShareSid(only, statement)
      ? merged.map((before) => (before === only ? statement : before))
      : [...merged.map((before) => (alike.includes(before) ? replaceable(before) : before)), statement];
  }, earlier);
}

let replacements = 0;

/** It is there, or it is not. */
function replaceable(statement: Value): UnknownValue {
  replacements++;
  const condition = `replacement ${replacements}`;
  return {
    kind: "unknown",
    reason: "another statement may replace it",
    origin: statement.origin,
    choice: { condition, then: [statement], otherwise: [] },
  };
}

function statementsOf(document: Value): readonly Value[] {
  if (document.kind === "unknown") return [maybeStatements(document)];
  if (document.kind !== "object") return [];
  return document.entries.flatMap(({ key, keyOrigin, value }): readonly Value[] => {
    const name = knownText(key);
    if (name === undefined)
      return [{ kind: "unknown", reason: "the name of an element is not known", origin: keyOrigin }];
    return name === "Statement" ? listed(value) : [];
  });
}

function maybeStatements({ reason, origin, choice }: UnknownValue): UnknownValue {
  const unknown = { kind: "unknown" as const, reason, origin };
  return choice
    ? { ...unknown, choice: mapChoice(choice, (documents) => documents.flatMap(statementsOf)) }
    : unknown;
}

function mayShareSid(one: Value, other: Value): boolean {
  const others = sidsIn(other);
  return sidsIn(one).some((sid) => others.some((same) => sid === same || sid === open || same === open));
}

/** Of two that may. */
function doShareSid(one: Value, other: Value): boolean {
  return [one, other].every((statement) => statement.kind === "object" && !sidsIn(statement).includes(open));
}

/** Stands for a Sid that is not known. It is none that IAM takes. */
const open = "?";

/** Those that the statement may have; none where it has none for certain. */
function sidsIn(statement: Value): readonly string[] {
  if (statement.kind === "unknown") {
    const { choice } = statement;
    return choice ? [...choice.then, ...choice.otherwise].flatMap(sidsIn) : [open];
  }
  if (statement.kind !== "object") return [];
  return statement.entries.flatMap(({ key, value }) => {
    const name = knownText(key);
    if (name === undefined) return [open];
    return name === "Sid" ? sidsFrom(value) : [];
  });
}

function sidsFrom(sid: Value): readonly string[] {
  if (sid.kind === "null") return [];
  const text = sid.kind === "string" ? knownText(sid.value) : undefined;
  return text === "" ? [] : [text ?? open];
}
