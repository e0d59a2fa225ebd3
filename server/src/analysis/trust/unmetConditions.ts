/**
 * Conditions that a session of Spacelift cannot be expected to meet.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
import { nullOperator } from "../../iam/condition/Null.ts";
import type { Condition } from "../../iam/policy.ts";
import { knownText } from "../../iam/symbolic.ts";
import { isMisspelt } from "./misspeltKey.ts";
import type { Assumer } from "./requests.ts";

/**
 * For a condition that refuses for certain, as the rest of a sentence: that is one on who the caller is, which is what
 * is known of the request besides the external ID, or one on a key that is not there.
 */
export function reasonOfRefusal({ key, operator, values }: Condition, assumer: Assumer): string {
  if (isMisspelt(knownText(key) ?? "")) return "no request has that key";
  const who = assumer === "worker" ? "your private worker" : "Spacelift";
  if (values.length === 0) return "it names nothing";
  if (operator.name === nullOperator) return "every request has that key";
  return /Not/.test(operator.name) ? `that is ${who}` : `that is not ${who}`;
}

/** As the rest of a sentence; undefined for conditions that may be met. `hosted`: Spacelift runs the installation. */
export function unmetReason(condition: Condition, hosted: boolean): string | undefined {
  const { operator } = condition;
  if (operator.ifExists || operator.qualifier === "ForAllValues" || /Not/.test(operator.name))
    return undefined;
  const key = knownText(condition.key)?.toLowerCase() ?? "";
  if (operator.name === nullOperator) return undefined;
  switch (key) {
    case "aws:multifactorauthpresent":
      return isOnly(condition, "true") ? "Spacelift has no second factor" : undefined;
    case "aws:multifactorauthage":
      return "Spacelift has no second factor";
    case "sts:sourceidentity":
      return "Spacelift sets no source identity";
    case "aws:sourcevpc":
    case "aws:sourcevpce":
    case "aws:vpcsourceip":
      return hosted ? "Spacelift does not call from your network" : undefined;
    case "aws:principalorgid":
    case "aws:principalorgpaths":
      return hosted ? "Spacelift's account is not in your organisation" : undefined;
    case "aws:sourceip":
      return hosted && isPrivate(condition) ? "Spacelift does not call from a private address" : undefined;
    default:
      return /^aws:principaltag\//.test(key) && hosted ? "Spacelift's role has no tags of yours" : undefined;
  }
}

function isOnly({ values }: Condition, text: string): boolean {
  return values.length > 0 && values.every((one) => one.kind === "string" && knownText(one.value) === text);
}

/** https://www.rfc-editor.org/rfc/rfc1918 */
function isPrivate({ values }: Condition): boolean {
  const ranges = values.map((one) => (one.kind === "string" ? (knownText(one.value) ?? "") : ""));
  return (
    ranges.length > 0 && ranges.every((range) => /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(range))
  );
}
