/** `trust-public-principal`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";
import { moduleWith } from "../trust/verdictLines.ts";

const code = "trust-public-principal";
const policy = (
  principal: string,
  label = "",
  condition = '{ StringLike = { "sts:ExternalId" = "acme@*" } }',
): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = ${principal} }
${label}
      Action    = "sts:AssumeRole"
      Condition = ${condition}
    }]
  })`;

describe(code, () => {
  it("finds everybody", () => {
    checkFindings(moduleWith(policy('"*"', `#                         ^^^ error ${code}`)), code);
  });

  it("is silent about Spacelift's account", () => checkFindings(moduleWith(policy('"324880187172"')), code));

  it.each([
    ['"*"', "#                 ^^^ error trust-policy-invalid"],
    ['{ "*" = "*" }', "#                   ^^^ error trust-policy-invalid"],
  ])("leaves Principal = %s, which IAM refuses, to another rule", (principal, label) => {
    checkFindings(moduleWith(policy('"*"', label).replace('{ AWS = "*" }', principal)));
  });

  it("is silent where a condition says who", () => {
    checkFindings(
      moduleWith(policy('"*"', "", '{ StringEquals = { "aws:PrincipalAccount" = "324880187172" } }')),
      code,
    );
  });

  it("is silent about a principal that is unknown", () => {
    checkFindings(moduleWith(policy("var.principal"), 'variable "principal" {}'), code);
  });

  it("is silent about roles that have nothing to do with Spacelift", () => {
    const role = `resource "aws_iam_role" "public" {\n  assume_role_policy = ${policy('"*"')}\n}`;
    checkFindings(moduleWith(policy('"324880187172"'), role), code);
  });

  it("names Spacelift's account", () => {
    checkFix(
      moduleWith(policy('"*"')),
      code,
      moduleWith(policy("data.spacelift_account.this.aws_account_id")),
    );
    checkFix(moduleWith(policy('"*"')), code, moduleWith(policy('"324880187172"')), undefined, {
      settings: { instance: "spacelift.io" },
    });
  });
});
