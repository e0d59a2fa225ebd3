/** `trust-policy-invalid`: a trust policy that IAM refuses. */
import type { Location } from "../../base/location.ts";
import type { PolicyProblem } from "../../iam/problem.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { strayCommas } from "../trust/jsonSlip.ts";
import { distinctByPlace } from "../trust/distinct.ts";
import type { JudgedPolicy } from "../trust/judgedPolicy.ts";
import { isConditionKey, repairOf } from "../trust/policyRepair.ts";
import { problemInWords } from "../trust/policyProblemWords.ts";
import { policyPlace } from "../trust/refusals.ts";
import { spaceliftRoles } from "../trust/spaceliftRoles.ts";
import { defineRule } from "./rule.ts";

interface Fact {
  readonly policy: JudgedPolicy;
  readonly problem: PolicyProblem;
  /** Where text is no JSON for a comma too many: the comma. */
  readonly comma: Location | undefined;
}

export const trustPolicyInvalid = defineRule<Fact>({
  code: "trust-policy-invalid",
  severity: "error",
  summary: "A trust policy that IAM refuses.",
  find: (view) =>
    distinctByPlace(
      spaceliftRoles(view).flatMap(({ policy }) => factsIn(view, policy)),
      placeOf,
    ),
  tell: (fact) => ({
    location: placeOf(fact),
    message: fact.comma
      ? "IAM refuses this trust policy, because JSON has no comma before a closing bracket. Remove it."
      : problemInWords(fact.problem),
  }),
  fix: ({ policy, problem }: Fact, view: ModuleView): readonly Fix[] => repairOf(view, policy, problem),
});

/** A key where an operator is wanted is one slip, and the value behind it no other. */
function factsIn(view: ModuleView, policy: JudgedPolicy): readonly Fact[] {
  const { problems } = policy;
  const lacksOperator = problems.some(
    ({ reason, detail }) => reason === "operator-unknown" && isConditionKey(detail),
  );
  return problems
    .filter(({ reason }) => !(lacksOperator && reason === "condition-not-object"))
    .map((problem) => {
      const [comma] = problem.reason === "policy-not-object" ? strayCommas(view, problem.origin) : [];
      return { policy, problem, comma };
    });
}

function placeOf({ policy, problem, comma }: Fact): Location {
  return comma ?? problem.origin ?? policyPlace(policy);
}
