/** `trust-policy-too-long`: a trust policy over IAM's default quota. */
import { perObject } from "../../base/remember.ts";
import { minifiedLength } from "../../iam/minifiedLength.ts";
import type { Value } from "../../iam/value.ts";
import type { ModuleView } from "../moduleView.ts";
import { patternForAll } from "../trust/patternForAll.ts";
import { distinctByPlace } from "../trust/distinct.ts";
import type { RoleVerdict } from "../trust/judge.ts";
import type { JudgedPolicy } from "../trust/judgedPolicy.ts";
import { policyPlace } from "../trust/refusals.ts";
import { spaceliftRoles } from "../trust/spaceliftRoles.ts";
import { defineRule } from "./rule.ts";

interface Fact {
  readonly policy: JudgedPolicy;
  readonly length: number;
  readonly verdicts: readonly RoleVerdict[];
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const quota = 2048;

const leastLength = perObject((value: Value) => minifiedLength(value).least);

export const trustPolicyTooLong = defineRule<Fact>({
  code: "trust-policy-too-long",
  severity: "warning",
  summary: "A trust policy that is longer than IAM's default quota.",
  find: (view: ModuleView) =>
    distinctByPlace(
      spaceliftRoles(view)
        .map(({ policy, verdicts }) => ({ policy, verdicts, length: leastLength(policy.value) }))
        .filter(({ length }) => length > quota),
      ({ policy }) => policyPlace(policy),
    ),
  tell: ({ policy, length, verdicts }) => ({
    location: policyPlace(policy),
    message:
      `This trust policy has at least ${length} characters without white space, and AWS allows ${quota}. ` +
      advice(verdicts),
  }),
  fix: ({ policy }, view) => patternForAll(view, policy),
});

/** The light bulb on an integration writes such a pattern. */
function advice(verdicts: readonly RoleVerdict[]): string {
  const [first] = verdicts;
  return first
    ? `Generate one for any stack of ${first.subject.block.declaration.address}.`
    : "Admit external IDs by a pattern.";
}
