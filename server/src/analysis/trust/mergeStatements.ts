/**
 * How `aws_iam_policy_document` puts documents together: sources first, then its own statements, then overrides,
 * where a statement replaces an earlier one with the same Sid, in its place.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
import { knownText } from "../../iam/symbolic.ts";
import type { Value } from "../../iam/value.ts";

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
    const sid = sidOf(statement);
    const at = sid === undefined ? -1 : merged.findIndex((other) => sidOf(other) === sid);
    if (at < 0) merged.push(statement);
    else merged[at] = statement;
  }
  return merged;
}

function statementsOf(document: Value): readonly Value[] {
  if (document.kind !== "object") return document.kind === "unknown" ? [document] : [];
  const statement = document.entries.find(({ key }) => knownText(key) === "Statement")?.value;
  if (statement === undefined) return [];
  return statement.kind === "list" ? statement.items : [statement];
}

/** Undefined where it is blank or not known. */
function sidOf(statement: Value): string | undefined {
  if (statement.kind !== "object") return undefined;
  const sid = statement.entries.find(({ key }) => knownText(key) === "Sid")?.value;
  const text = sid?.kind === "string" ? knownText(sid.value) : undefined;
  return text === "" ? undefined : text;
}
