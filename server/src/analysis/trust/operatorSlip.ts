/**
 * Operators that refuse an external ID whatever their value says of its parts: what is wrong then is the operator.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
import { nullOperator } from "../../iam/condition/Null.ts";
import type { Condition } from "../../iam/policy.ts";

interface OperatorSlip {
  /** Why it refuses, as the rest of a sentence. */
  readonly reason: string;
  readonly advice: string;
  /** The operator that would admit what the values say; undefined where they say something else. */
  readonly right: string | undefined;
}

/** Undefined for an operator that compares texts. */
export function operatorSlip({ operator: { name } }: Condition): OperatorSlip | undefined {
  if (name === nullOperator) {
    const reason = "it asks for requests without an external ID";
    return { reason, advice: "Demand that ID instead.", right: undefined };
  }
  if (/^StringNot/.test(name)) return slipWith("it excludes that ID", name.replace("Not", ""));
  const [, what] = compared.find(([kind]) => name.startsWith(kind)) ?? [];
  return what === undefined
    ? undefined
    : slipWith(`it compares ${what}, and external IDs are text`, "StringLike");
}

function slipWith(reason: string, right: string): OperatorSlip {
  return { reason, advice: `Use ${right}.`, right };
}

const compared = [
  ["Arn", "ARNs"],
  ["Binary", "bytes"],
  ["Bool", "true and false"],
  ["Date", "dates"],
  ["Ip", "addresses"],
  ["NotIp", "addresses"],
  ["Numeric", "numbers"],
] as const;
