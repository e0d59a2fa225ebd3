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
  | {
      readonly kind: "external-id";
      readonly conditions: readonly ConditionExplanation[];
      /** What refuses it besides, in every statement. */
      readonly others: readonly ConditionExplanation[];
    }
  /** It alone, and the ID of the other phase would get in. */
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
  return cause.kind === "external-id" && verdict.admitsOtherPhase
    ? { kind: "phase", conditions: cause.conditions }
    : cause;
}

function causeIn(explanation: Explanation): Cause {
  const statements = explanation.statements.filter(
    (statement): statement is StatementExplanation => statement.kind === "statement",
  );
  const allowing = statements.filter(({ statement }) => !isEffect(statement, "Deny"));
  // Nobody is let in where there is nothing but Deny statements, and so they are not what refuses.
  const isMeant = statements.length < explanation.statements.length || allowing.length > 0;
  if (explanation.ground === "denied-by-statement" && isMeant) {
    const denying = statements.filter(({ statement }) => isEffect(statement, "Deny"));
    const certain = denying.filter(({ applies }) => applies === "yes");
    // Where it takes several together, each of them may deny what the others leave.
    const found = certain.length > 0 ? certain : denying.filter(({ applies }) => applies === "unknown");
    return { kind: "denied", statements: found.map(({ statement }) => statement) };
  }
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

/**
 * The cause is what alone stands in the way of some statement: the external ID, or else the other conditions. Where
 * every statement is refused by both, the external ID is what a person has to change first.
 */
function causeInConditions(statements: readonly StatementExplanation[]): Cause {
  const failing = statements.map(({ conditions }) =>
    conditions.filter(
      (condition): condition is ConditionExplanation =>
        condition.kind === "condition" && condition.holds === "no",
    ),
  );
  const split = failing.map((conditions) => ({
    ids: conditions.filter(({ condition }) => isExternalId(condition)),
    others: conditions.filter(({ condition }) => !isExternalId(condition)),
  }));
  const byId = split.filter(({ ids, others }) => ids.length > 0 && others.length === 0);
  if (byId.length > 0) return idCause(byId);
  const byOthers = split.filter(({ ids, others }) => ids.length === 0 && others.length > 0);
  if (byOthers.length > 0)
    return { kind: "condition", conditions: distinct(byOthers.flatMap(({ others }) => others)) };
  const byBoth = split.filter(({ ids }) => ids.length > 0);
  if (byBoth.length > 0) return idCause(byBoth);
  const byIdsTogether = statements.flatMap(({ conditions }) => contradictingIds(conditions));
  return byIdsTogether.length > 0
    ? { kind: "external-id", conditions: distinct(byIdsTogether), others: [] }
    : { kind: "together" };
}

/** Conditions on the external ID that may each hold, where nothing but they can be what refuses it. */
function contradictingIds(conditions: StatementExplanation["conditions"]): readonly ConditionExplanation[] {
  const open = conditions.filter((one) => one.kind === "unknown" || one.holds !== "yes");
  const ids = open.filter(
    (one): one is ConditionExplanation => one.kind === "condition" && isExternalId(one.condition),
  );
  return ids.length > 1 && ids.length === open.length ? ids : [];
}

interface Failing {
  readonly ids: readonly ConditionExplanation[];
  readonly others: readonly ConditionExplanation[];
}

function idCause(statements: readonly Failing[]): Cause {
  return {
    kind: "external-id",
    conditions: distinct(statements.flatMap(({ ids }) => ids)),
    others: distinct(statements.flatMap(({ others }) => others)),
  };
}

/** What is written once may stand in both runs of a choice. */
function distinct(conditions: readonly ConditionExplanation[]): readonly ConditionExplanation[] {
  if (conditions.length < 2) return conditions;
  return [...new Map(conditions.map((one) => [JSON.stringify(one.condition), one])).values()];
}

export function isEffect({ effect }: Statement, name: "Allow" | "Deny"): boolean {
  return effect.kind === "effect" && effect.name === name;
}

export function knownPrincipals({ principals }: Statement): readonly Principal[] {
  return principals.filter((principal): principal is Principal => principal.kind === "principal");
}
