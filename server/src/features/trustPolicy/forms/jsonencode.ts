/** The policy as `jsonencode({ ... })` in the role. */
import { call, inlineObject, object, text, type Written } from "../../../hcl/write.ts";
import type { PlannedStatement } from "../plan.ts";

export function statementObject({ sid, action, principal, externalId }: PlannedStatement): Written {
  return object({
    Sid: sid === undefined ? undefined : text(sid),
    Effect: text('"Allow"'),
    Principal: inlineObject({ AWS: principal }),
    Action: text(`"${action}"`),
    Condition:
      externalId && object({ [externalId.operator]: object({ "sts:ExternalId": externalId.values }) }),
  });
}

/** `statements` is the list, or an expression that makes one. */
export function policyExpression(statements: Written): Written {
  return call("jsonencode", [object({ Version: text('"2012-10-17"'), Statement: statements })]);
}
