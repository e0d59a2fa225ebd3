/**
 * What a finding hides, so that mending it may bring it to light. Of several reasons why a session is refused only the
 * first is told, in the order of `causes.ts`; who else gets in is told of a policy that lets Spacelift in; and a policy
 * is judged once it is known which role an integration assumes, in which sessions.
 */

/** Each hides those of its own row and of the rows below. */
const reasons: readonly (readonly string[])[] = [
  ["trust-policy-invalid"],
  ["trust-explicit-deny"],
  ["trust-principal-mismatch", "trust-public-principal"],
  ["trust-action-missing"],
  [
    "trust-external-id-mismatch",
    "trust-wildcard-in-string-equals",
    "trust-legacy-external-id",
    "trust-phase-missing",
  ],
  ["trust-condition-blocks"],
  ["trust-tag-session-missing", "trust-tag-session-condition"],
  ["trust-external-id-optional", "trust-external-id-too-broad", "trust-policy-too-long"],
];

/** They stand in the way of knowing the role or the sessions. */
const obstacles: ReadonlySet<string> = new Set([
  "attachment-without-access",
  "autoattach-disabled",
  "dependency-cycle",
  "deprecated-resource",
  "duplicate-address",
  "duplicate-attribute",
  "empty-value",
  "exactly-one-of",
  "external-id-ignored",
  "instance-index",
  "integration-unattached",
  "missing-attribute",
  "read-only-attribute",
  "role-arn-format",
  "role-arn-mismatch",
  "stack-name-as-id",
  "unknown-attribute",
  "unknown-block",
  "unknown-reference",
  "unknown-reference-attribute",
  "unknown-type",
  "wrong-type",
]);

/** What is told only of a role that is known. */
const aboutRole: ReadonlySet<string> = new Set(["attachment-before-role", "duration-exceeds-role-maximum"]);

/** A reference is looked into part by part. */
const aboutReferences: ReadonlySet<string> = new Set(["instance-index", "unknown-reference-attribute"]);

export function mayHide(finding: string, other: string): boolean {
  const at = reasons.findIndex((row) => row.includes(finding));
  if (at >= 0) return finding !== other && reasons.slice(at).some((row) => row.includes(other));
  if (!obstacles.has(finding)) return false;
  return (
    reasons.some((row) => row.includes(other)) ||
    aboutRole.has(other) ||
    (finding === "unknown-reference" && aboutReferences.has(other))
  );
}
