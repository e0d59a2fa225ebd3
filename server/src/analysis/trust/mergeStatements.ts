/**
 * How `aws_iam_policy_document` puts documents together: sources first, then its own statements, then overrides,
 * where a statement replaces an earlier one with the same Sid, in its place.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
import { knownText } from "../../iam/symbolic.ts";
import { mapChoice } from "../../iam/choice.ts";
import type { UnknownValue, Value } from "../../iam/value.ts";

export function mergeStatements(
  sources: readonly Value[],
  own: readonly Value[],
  overrides: readonly Value[],
): readonly Value[] {
  return [...sources.map(statementsOf), own, ...overrides.map(statementsOf)].reduce(replaceBySid, []);
}

function replaceBySid(earlier: readonly Value[], later: readonly Value[]): readonly Value[] {
  const merged = [...earlier];
  for (const statement of later) {
    const sids = new Set(sidsIn(statement));
    const places = [...merged.keys()].filter((at) => sidsIn(merged[at]).some((sid) => sids.has(sid)));
    const [at] = places;
    if (at === undefined) merged.push(statement);
    else if ([statement, ...places.map((place) => merged[place])].every((one) => one?.kind === "object")) {
      merged[at] = statement;
    } else {
      for (const place of places) merged[place] = replaceable(merged[place]);
      merged.push(replaceable(statement));
    }
  }
  return merged;
}

/** Which of two statements is there depends on whether one of them is. */
function replaceable(statement: Value | undefined): UnknownValue {
  const reason = statement?.kind === "unknown" ? statement.reason : "another statement may replace it";
  return { kind: "unknown", reason, origin: statement?.origin };
}

function statementsOf(document: Value): readonly Value[] {
  if (document.kind === "unknown") return [maybeStatements(document)];
  if (document.kind !== "object") return [];
  const statement = document.entries.find(({ key }) => knownText(key) === "Statement")?.value;
  if (statement === undefined) return [];
  return statement.kind === "list" ? statement.items : [statement];
}

function maybeStatements({ reason, origin, choice }: UnknownValue): UnknownValue {
  const unknown = { kind: "unknown" as const, reason, origin };
  return choice
    ? { ...unknown, choice: mapChoice(choice, (documents) => documents.flatMap(statementsOf)) }
    : unknown;
}

function sidsIn(statement: Value | undefined): readonly string[] {
  if (statement?.kind === "unknown" && statement.choice) {
    return [...statement.choice.then, ...statement.choice.otherwise].flatMap(sidsIn);
  }
  const sid = statement && sidOf(statement);
  return sid === undefined ? [] : [sid];
}

/** Undefined where it is blank or not known. */
function sidOf(statement: Value): string | undefined {
  if (statement.kind !== "object") return undefined;
  const sid = statement.entries.find(({ key }) => knownText(key) === "Sid")?.value;
  const text = sid?.kind === "string" ? knownText(sid.value) : undefined;
  return text === "" ? undefined : text;
}
