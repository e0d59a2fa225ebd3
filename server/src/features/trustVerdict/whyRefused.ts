/** Why a session is refused, as the end of a sentence. */
import { assertNever } from "../../base/assertNever.ts";
import type { ConditionExplanation } from "../../iam/explanation.ts";
import { operatorText } from "../../iam/policy.ts";
import { describe } from "../../iam/symbolic.ts";
import { causeOf } from "../../analysis/trust/causes.ts";
import type { SessionVerdict } from "../../analysis/trust/sessionJudge.ts";
import type { JudgedPolicy } from "../../analysis/trust/judgedPolicy.ts";
import { idsSent } from "../../analysis/trust/sessionWords.ts";
import { inlineCode } from "../hover/describeValue.ts";

export function whyRefused(policy: JudgedPolicy, verdict: SessionVerdict): string {
  const cause = causeOf(verdict);
  if (!cause) return "for no reason that is known";
  switch (cause.kind) {
    case "denied":
      return "because a Deny statement applies to it";
    case "principal": {
      const [first] = cause.principals;
      if (first)
        return `because the role trusts ${inlineCode(describe(first.value))} and not the account that assumes it`;
      return policy.isSaved === "no" ? byIam : "because the role trusts nobody to assume it";
    }
    case "action":
      return "because the role trusts Spacelift, but not for `sts:AssumeRole`";
    case "external-id":
      return `because no value admits the external ID ${sentBy(verdict)}${besides(cause.others)}`;
    case "phase":
      return `because the role admits only the other phase, not ${sentBy(verdict)}`;
    case "condition":
      return `because of ${conditionInCode(cause.conditions)}`;
    case "tags":
      return "because it passes tags, and no statement allows `sts:TagSession` without an external ID";
    case "together":
      return policy.isSaved === "no" ? byIam : "because no statement's conditions hold all at once";
    case "not-saved":
      return byIam;
    default:
      return assertNever(cause);
  }
}

/** Why is what the finding says. */
const byIam = "because IAM refuses the role's trust policy";

function besides(others: readonly ConditionExplanation[]): string {
  return others.length > 0 ? `, and because of ${conditionInCode(others)}` : "";
}

function conditionInCode([first]: readonly ConditionExplanation[]): string {
  if (!first) return "a condition";
  const { operator, key } = first.condition;
  return `the condition ${inlineCode(`${operatorText(operator)} ${describe(key)}`)}`;
}

function sentBy({ session }: SessionVerdict): string {
  const ids = idsSent(session);
  return ids.length === 0 ? "that is sent, which is not known" : ids.map(inlineCode).join(" or ");
}
