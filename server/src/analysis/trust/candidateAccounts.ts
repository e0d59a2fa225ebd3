/** The names of Spacelift accounts that a policy has in it: what stands before the first `@` of its external IDs. */
import type { Condition, Policy, Text } from "../../iam/policy.ts";
import { knownText } from "../../iam/symbolic.ts";
import { isAccountName } from "../../spacelift/identifiers.ts";

export function candidateAccounts(policy: Policy): readonly string[] {
  const names = externalIdConditions(policy).flatMap(({ values }) =>
    values.flatMap((value) => (value.kind === "string" ? accountIn(value) : [])),
  );
  return [...new Set(names)];
}

/** Every condition on the external ID. */
export function externalIdConditions({ statements }: Policy): readonly Condition[] {
  return statements.flatMap((statement) =>
    statement.kind === "statement"
      ? statement.conditions.filter(
          (condition): condition is Condition => condition.kind === "condition" && isExternalId(condition),
        )
      : [],
  );
}

export function isExternalId({ key }: Condition): boolean {
  return knownText(key)?.toLowerCase() === "sts:externalid";
}

function accountIn({ value }: Text): readonly string[] {
  const [first] = value;
  if (first?.kind !== "literal" || !first.text.includes("@")) return [];
  const name = first.text.slice(0, first.text.indexOf("@"));
  return isAccountName(name) ? [name] : [];
}
