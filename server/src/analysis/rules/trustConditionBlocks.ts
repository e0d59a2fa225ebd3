/** `trust-condition-blocks`: a condition that Spacelift's sessions cannot be expected to meet. */
import type { ConditionExplanation, StatementExplanation } from "../../iam/explanation.ts";
import type { Statement, Unknown } from "../../iam/policy.ts";
import { describe } from "../../iam/symbolic.ts";
import { isIntact } from "../damage.ts";
import { isExternalId } from "../trust/candidateAccounts.ts";
import { causeOf, isEffect } from "../trust/causes.ts";
import { distinctByPlace } from "../trust/distinct.ts";
import { verdictsOf, type RoleVerdict } from "../trust/judge.ts";
import type { Assumer } from "../trust/requests.ts";
import type { SessionVerdict } from "../trust/sessionJudge.ts";
import type { JudgedPolicy } from "../trust/judgedPolicy.ts";
import { rewriteKey } from "../trust/literalEdits.ts";
import { isMisspelt } from "../trust/misspeltKey.ts";
import { reasonOfRefusal, unmetReason } from "../trust/unmetConditions.ts";
import { policyPlace } from "../trust/refusals.ts";
import { conditionInWords, placesOfSessions } from "../trust/sessionWords.ts";
import { removalOf } from "../trust/conditionRemoval.ts";
import { fixWith } from "../trust/valueEdits.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly policy: JudgedPolicy;
  readonly session: SessionVerdict;
  readonly condition: ConditionExplanation;
  readonly reason: string;
}

export const trustConditionBlocks = defineRule<Fact>({
  code: "trust-condition-blocks",
  severity: "warning",
  summary: "A condition that Spacelift's sessions cannot be expected to meet.",
  find: (view) => distinctByPlace(verdictsOf(view).flatMap(factsFor), placeOf),
  tell,
  fix,
});

function factsFor({ subject, role, assumer, sessions }: RoleVerdict): readonly Fact[] {
  if (role.kind !== "judged") return [];
  const { policy } = role;
  if (!isIntact(subject.block) || !isIntact(policy.role.declaration)) return [];
  return sessions
    .filter(({ session, outcome }) => outcome !== "allowed" && session.expected)
    .flatMap((session) => blockingIn(policy, session, assumer));
}

/**
 * Where other conditions are what refuses the session. Where nobody can tell whether it is refused, every statement
 * that could let Spacelift in has to have such a condition.
 */
function blockingIn(policy: JudgedPolicy, session: SessionVerdict, assumer: Assumer): readonly Fact[] {
  if (!policy.policy.statements.some(hasOtherCondition)) return [];
  const isRefused = session.outcome === "refused";
  if (isRefused ? causeOf(session)?.kind !== "condition" : assumer === "worker") return [];
  const { statements } = session.assumeRole;
  if (!isRefused && statements.some(({ kind }) => kind === "unknown")) return [];
  const open = statements
    .filter((one): one is StatementExplanation => one.kind === "statement")
    .filter(
      ({ statement, principal, action }) =>
        !isEffect(statement, "Deny") && principal.matches !== "no" && action.matches !== "no",
    )
    .filter(({ conditions }) => !conditions.some(refusesId));
  const blocking = open.map(({ conditions }) =>
    conditions.flatMap((one) => (one.kind === "condition" ? unmet(policy, one, assumer) : [])),
  );
  if (!isRefused && blocking.some((found) => found.length === 0)) return [];
  return blocking.flat().map(({ condition, reason }) => ({ policy, session, condition, reason }));
}

/** Most policies have none, and then there is nothing to explain. */
function hasOtherCondition(statement: Statement | Unknown): boolean {
  return (
    statement.kind === "statement" &&
    statement.conditions.some((condition) => condition.kind === "unknown" || !isExternalId(condition))
  );
}

function refusesId(one: StatementExplanation["conditions"][number]): boolean {
  return one.kind === "condition" && isExternalId(one.condition) && one.holds === "no";
}

function unmet(
  { names }: JudgedPolicy,
  condition: ConditionExplanation,
  assumer: Assumer,
): readonly Pick<Fact, "condition" | "reason">[] {
  if (condition.holds === "yes" || isExternalId(condition.condition)) return [];
  const reason =
    condition.holds === "no"
      ? reasonOfRefusal(condition.condition, assumer)
      : unmetReason(condition.condition, names.runBy === "Spacelift");
  return reason === undefined ? [] : [{ condition, reason }];
}

function placeOf({ policy, condition: { condition } }: Fact): Report["location"] {
  return condition.keyOrigin ?? condition.operator.origin ?? condition.origin ?? policyPlace(policy);
}

function tell(fact: Fact): Report {
  const { condition, holds } = fact.condition;
  const name = describe(condition.key);
  const advice = isMisspelt(name) ? "Write sts:ExternalId." : "Leave it out of the statement for Spacelift.";
  const probably = holds === "no" ? "" : "probably ";
  return {
    location: placeOf(fact),
    message: `${conditionInWords(condition)} ${probably}keeps Spacelift out: ${fact.reason}. ${advice}`,
    related: placesOfSessions([fact.session]),
  };
}

function fix({ policy, condition: { condition } }: Fact, view: ModuleView): readonly Fix[] {
  const key = describe(condition.key);
  if (isMisspelt(key))
    return condition.keyOrigin
      ? rewriteKey(view, condition.keyOrigin, "Write sts:ExternalId", "sts:ExternalId")
      : [];
  const edits = removalOf(view, policy, condition);
  const title = `Remove the condition on ${key}, which Spacelift's requests do not meet`;
  return fixWith(title, edits);
}
