/** What IAM refuses in a trust policy, by kind; the words for it are chosen elsewhere. */
import type { JsonSlip } from "../base/jsonSlip.ts";
import type { Location } from "../base/location.ts";
import type { Truth } from "./formula.ts";

export interface PolicyProblem {
  readonly reason: ProblemReason;
  /** The offending text or name; empty where something is missing. */
  readonly detail: string;
  readonly origin: Location | undefined;
  /** False where it stands in what a loop makes that perhaps never runs. */
  readonly isCertain: boolean;
}

type ProblemReason =
  | "policy-not-object"
  /** JSON that is a string, with what looks like the policy in it. */
  | "policy-encoded-twice"
  /** Text that was to be JSON and is not. */
  | `json-${JsonSlip["kind"]}`
  | "key-repeated"
  | "element-unknown"
  | "element-not-text"
  | "version-invalid"
  | "statement-missing"
  /** An object in the place of the list, in a document that `aws_iam_policy_document` takes in. */
  | "statements-not-listed"
  | "statement-not-object"
  | "effect-missing"
  | "effect-invalid"
  | "sid-invalid"
  | "sid-repeated"
  /** The same Sid where conditions or symbols come to it. */
  | "sid-may-be-repeated"
  /** `Resource` and `NotResource`. */
  | "element-prohibited"
  | "not-principal"
  | "principal-missing"
  /** `"Principal": "*"` and `{"*": "*"}`; `{"AWS": "*"}` is accepted. */
  | "principal-star"
  | "principal-type-unknown"
  | "principal-partly-wild"
  | "principal-malformed"
  | "action-missing"
  | "action-and-not-action"
  /** Neither `*` nor `service:name`. */
  | "action-malformed"
  | "condition-not-object"
  | "operator-unknown"
  | "null-if-exists"
  /** The same key twice under one operator, in different case. */
  | "condition-key-repeated"
  /** `${...}` in a policy that is not of version 2012-10-17. */
  | "variable-in-old-version"
  /** `&{...}`, which only Terraform's `aws_iam_policy_document` understands. */
  | "ampersand-variable"
  /** In a part that may not be there. What conditions exclude each other is not known, so it is no slip for certain. */
  | "part-may-be-refused"
  /** Null, or a number where a string belongs: no page says what IAM does with it. */
  | "value-may-be-refused";

/** Of which nobody knows whether IAM refuses it. */
export const doubts: ReadonlySet<ProblemReason> = new Set([
  "sid-may-be-repeated",
  "part-may-be-refused",
  "value-may-be-refused",
]);

export type ReportProblem = (
  reason: ProblemReason,
  detail: string,
  origin: Location | undefined,
  isCertain?: boolean,
) => void;

/** Text that does not mean what it was meant to. */
const isTaken: ReadonlySet<ProblemReason> = new Set(["variable-in-old-version", "ampersand-variable"]);

/** Whether IAM takes a policy with these problems. */
export function isSaved(problems: readonly PolicyProblem[]): Truth {
  const refused = problems.filter(({ reason }) => !isTaken.has(reason));
  if (refused.some(({ isCertain }) => isCertain)) return "no";
  return refused.length === 0 ? "yes" : "unknown";
}
