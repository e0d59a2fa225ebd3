/** `trust-policy-invalid`: a trust policy that IAM refuses. */
import type { PolicyProblem } from "../../iam/problem.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { distinctByPlace } from "../trust/distinct.ts";
import type { JudgedPolicy } from "../trust/judgedPolicy.ts";
import { repairOf } from "../trust/policyRepair.ts";
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
      spaceliftRoles(view).flatMap(({ policy }) => policy.problems.map((problem) => ({ policy, problem }))),
      placeOf,
    ),
  tell: (fact) => ({ location: placeOf(fact), message: problemInWords(fact.problem) }),
  fix: ({ problem }: Fact, view: ModuleView): readonly Fix[] => repairOf(view, problem),
});

function placeOf({ policy, problem }: Fact) {
  return problem.origin ?? policyPlace(policy);
}
