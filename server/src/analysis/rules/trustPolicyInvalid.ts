/** `trust-policy-invalid`: a trust policy that IAM refuses. */
import type { Location } from "../../base/location.ts";
import { doubts, type PolicyProblem } from "../../iam/problem.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { distinctByPlace } from "../trust/distinct.ts";
import type { JudgedPolicy } from "../trust/judgedPolicy.ts";
import { elementMeant, isConditionKey, repairOf } from "../trust/policyRepair.ts";
import { problemInWords } from "../trust/policyProblemWords.ts";
import { policyPlace } from "../trust/refusals.ts";
import { spaceliftRoles } from "../trust/spaceliftRoles.ts";
import { defineRule } from "./rule.ts";

interface Fact {
  readonly policy: JudgedPolicy;
  readonly problem: PolicyProblem;
}

export const trustPolicyInvalid = defineRule<Fact>({
  code: "trust-policy-invalid",
  severity: "error",
  summary: "A trust policy that IAM refuses.",
  find: (view) =>
    distinctByPlace(
      spaceliftRoles(view).flatMap(({ policy }) => factsIn(policy)),
      placeOf,
    ),
  tell: (fact) => ({ location: placeOf(fact), message: problemInWords(fact.problem) }),
  fix: ({ policy, problem }: Fact, view: ModuleView): readonly Fix[] => repairOf(view, policy, problem),
});

/**
 * A key where an operator is wanted is one slip, and the value behind it no other. So is a name that is not quite that
 * of an element, which is then missing.
 */
function factsIn(policy: JudgedPolicy): readonly Fact[] {
  const { problems } = policy;
  const meant = new Set(
    problems.flatMap(({ reason, detail }) =>
      reason === "element-unknown" ? (elementMeant(detail) ?? []) : [],
    ),
  );
  const lacksOperator = problems.some(
    ({ reason, detail }) => reason === "operator-unknown" && isConditionKey(detail),
  );
  return problems
    .filter(({ reason }) => !doubts.has(reason))
    .filter(({ reason }) => !(lacksOperator && reason === "condition-not-object"))
    .filter(({ reason }) => !meant.has(missing[reason] ?? ""))
    .map((problem) => ({ policy, problem }));
}

const missing: Readonly<Partial<Record<PolicyProblem["reason"], string>>> = {
  "statement-missing": "Statement",
  "effect-missing": "Effect",
  "principal-missing": "Principal",
  "action-missing": "Action",
};

function placeOf({ policy, problem }: Fact): Location {
  return problem.origin ?? policyPlace(policy);
}
