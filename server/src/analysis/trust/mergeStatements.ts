/**
 * How `aws_iam_policy_document` puts documents together: sources first, then its own statements, then overrides, where a
 * statement replaces an earlier one with the same Sid. No Sid may be there twice in all sources together, nor in its own
 * statements.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
import { mapChoice } from "../../iam/choice.ts";
import { haveSameSid, repeatedSids } from "../../iam/sids.ts";
import type { UnknownValue, Value } from "../../iam/value.ts";

/** Each source and each override as the statements of that document. The order of what comes out means nothing. */
export function mergeStatements(
  sources: readonly (readonly Value[])[],
  own: readonly Value[],
  overrides: readonly (readonly Value[])[],
): readonly Value[] {
  const sourced = sources.flat();
  const merged = [...own.reduce(withoutReplaced, sourced), ...own];
  return [
    ...overrides
      .flat()
      .reduce<readonly Value[]>((earlier, one) => [...withoutReplaced(earlier, one), one], merged),
    ...repeatedSids(sourced),
    ...repeatedSids(own),
  ];
}

/** What is left of the statements where a later one replaces that with the same Sid. */
function withoutReplaced(earlier: readonly Value[], later: Value): readonly Value[] {
  return earlier.flatMap((statement): readonly Value[] => {
    const isReplaced = haveSameSid(statement, later);
    if (isReplaced !== "unknown") return isReplaced === "yes" ? [] : [statement];
    if (statement.kind !== "unknown") return [replaceable(statement)];
    const { choice } = statement;
    return [
      choice
        ? { ...statement, choice: mapChoice(choice, (some) => withoutReplaced(some, later)) }
        : statement,
    ];
  });
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
