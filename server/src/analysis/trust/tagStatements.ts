/** Statements that allow session tags under a condition on the external ID, which is no part of that request. */
import type { Statement, Text } from "../../iam/policy.ts";
import { knownText } from "../../iam/symbolic.ts";
import { isExternalId } from "./candidateAccounts.ts";
import { isEffect } from "./causes.ts";
import type { JudgedPolicy } from "./judgedPolicy.ts";

export interface TaggingUnderId {
  readonly statement: Statement;
  /** The action, where it is written out. */
  readonly action: Text;
}

export function taggingUnderId({ policy }: JudgedPolicy): readonly TaggingUnderId[] {
  return policy.statements.flatMap((statement) => {
    if (statement.kind !== "statement" || !isEffect(statement, "Allow") || statement.action.excluding)
      return [];
    const demandsId = statement.conditions.some(
      (one) =>
        one.kind === "condition" &&
        isExternalId(one) &&
        !one.operator.ifExists &&
        one.operator.qualifier !== "ForAllValues" &&
        /^String(Like|Equals|EqualsIgnoreCase)$/.test(one.operator.name),
    );
    const action = statement.action.names.find(isTagSession);
    return demandsId && action ? [{ statement, action }] : [];
  });
}

function isTagSession(name: Statement["action"]["names"][number]): name is Text {
  return name.kind === "string" && knownText(name.value)?.toLowerCase() === "sts:tagsession";
}
