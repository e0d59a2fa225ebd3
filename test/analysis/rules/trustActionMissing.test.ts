/** `trust-action-missing`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";
import { moduleWith } from "../trust/verdictLines.ts";

const code = "trust-action-missing";
const policy = (action: string, label = ""): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "324880187172" }
      Action    = ${action}
${label}
      Condition = { StringLike = { "sts:ExternalId" = "\${data.spacelift_account.this.name}@*" } }
    }]
  })`;

describe(code, () => {
  it("finds another action", () => {
    checkFindings(
      moduleWith(
        policy(
          '"sts:AssumeRoleWithWebIdentity"',
          `#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error ${code}: The role trusts Spacelift for sts:AssumeRoleWithWebIdentity`,
        ),
      ),
      code,
    );
  });

  it.each(['"sts:AssumeRole"', '"STS:assumerole"', '"sts:*"', '["sts:TagSession", "sts:AssumeRole"]'])(
    "is silent about %s",
    (action) => checkFindings(moduleWith(policy(action)), code),
  );

  it("is silent about an action that is unknown", () => {
    checkFindings(moduleWith(policy("var.action"), 'variable "action" {}'), code);
  });

  it("puts the action in", () => {
    checkFix(moduleWith(policy('"sts:AssumeRoles"')), code, moduleWith(policy('"sts:AssumeRole"')));
  });
});
