/** `trust-policy-too-long`: a trust policy over IAM's default quota. */
import { perObject } from "../../iam/remember.ts";
import { minifiedLength } from "../../iam/render.ts";
import type { Value } from "../../iam/value.ts";
import type { ModuleView } from "../moduleView.ts";
import { distinctByPlace } from "../trust/distinct.ts";
import type { JudgedPolicy } from "../trust/judgedPolicy.ts";
import { policyPlace } from "../trust/refusals.ts";
import { spaceliftRoles } from "../trust/spaceliftRoles.ts";
import { defineRule } from "./rule.ts";

interface Fact {
  readonly policy: JudgedPolicy;
  readonly length: number;
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
        .map(({ policy }) => ({ policy, length: leastLength(policy.value) }))
        .filter(({ length }) => length > quota),
      ({ policy }) => policyPlace(policy),
    ),
  tell: ({ policy, length }) => ({
    location: policyPlace(policy),
    message:
      `This trust policy has at least ${length} characters without white space, and AWS accepts ${quota} unless the ` +
      "quota was raised. Admit external IDs by a pattern instead of one by one.",
  }),
});
