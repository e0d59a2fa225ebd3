/** Why a session is refused: the first thing that a person would have to change. */
import type { ConditionExplanation, Explanation, StatementExplanation } from "../../iam/explanation.ts";
import type { Principal, Statement } from "../../iam/policy.ts";
import { isExternalId } from "./candidateAccounts.ts";
import type { SessionVerdict } from "./sessionJudge.ts";

export type Cause =
  | { readonly kind: "denied"; readonly statements: readonly Statement[] }
  /** Nobody who is trusted to assume the role is the caller. */
  | { readonly kind: "principal"; readonly principals: readonly Principal[] }
  /** The caller is trusted, for something else. */
  | { readonly kind: "action"; readonly statements: readonly Statement[] }
  | { readonly kind: "external-id"; readonly conditions: readonly ConditionExplanation[] }
  /** The same, and the ID of the other phase would get in. */
  | { readonly kind: "phase"; readonly conditions: readonly ConditionExplanation[] }
  | { readonly kind: "condition"; readonly conditions: readonly ConditionExplanation[] }
  /** Assuming the role is not refused, passing tags is. */
  | { readonly kind: "tags" }
  /** Only several things together refuse it. */
  | { readonly kind: "together" }
  /** The policy would let it in, if IAM took it. */
  | { readonly kind: "not-saved" };

/** Undefined for a session that is not refused. */
export function causeOf(verdict: SessionVerdict): Cause | undefined {
  if (verdict.outcome !== "refused") return undefined;
  const { assumeRole, otherForm, tagSession } = verdict;
  if ([assumeRole, otherForm].some((one) => one && one.outcome !== "refused"))
    return { kind: tagSession?.outcome === "refused" ? "tags" : "not-saved" };
  const cause = causeIn(verdict.assumeRole);
  const isPhase = verdict.otherPhase !== undefined && verdict.otherPhase !== "refused";
  return cause.kind === "external-id" && isPhase ? { ...cause, kind: "phase" } : cause;
}

function causeIn(explanation: Explanation): Cause {
  const statements = explanation.statements.filter(
    (statement): statement is StatementExplanation => statement.kind === "statement",
  );
  if (explanation.ground === "denied-by-statement") {
    const denying = statements.filter(
      ({ statement, applies }) => isEffect(statement, "Deny") && applies === "yes",
    );
    return { kind: "denied", statements: denying.map(({ statement }) => statement) };
  }
  const allowing = statements.filter(({ statement }) => !isEffect(statement, "Deny"));
  const trusting = allowing.filter(({ principal }) => principal.matches !== "no");
  if (trusting.length === 0) {
    const meant = allowing.filter(({ action }) => action.matches !== "no");
    return { kind: "principal", principals: meant.flatMap(({ statement }) => knownPrincipals(statement)) };
  }
  const assuming = trusting.filter(({ action }) => action.matches !== "no");
  if (assuming.length === 0)
    return { kind: "action", statements: trusting.map(({ statement }) => statement) };
  return causeInConditions(assuming);
}

/** The external ID is the cause where it alone stands in the way of some statement. */
function causeInConditions(statements: readonly StatementExplanation[]): Cause {
  const failing = statements.map(({ conditions }) =>
    conditions.filter(
      (condition): condition is ConditionExplanation =>
        condition.kind === "condition" && condition.holds === "no",
    ),
  );
  const byId = failing.filter(
    (conditions) => conditions.length > 0 && conditions.every(({ condition }) => isExternalId(condition)),
  );
  if (byId.length > 0) return { kind: "external-id", conditions: byId.flat() };
  const others = failing.flat().filter(({ condition }) => !isExternalId(condition));
  return others.length > 0 ? { kind: "condition", conditions: others } : { kind: "together" };
}

export function isEffect({ effect }: Statement, name: "Allow" | "Deny"): boolean {
  return effect.kind === "effect" && effect.name === name;
}

export function knownPrincipals({ principals }: Statement): readonly Principal[] {
  return principals.filter((principal): principal is Principal => principal.kind === "principal");
}
