/** `trust-wildcard-in-string-equals`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";
import { moduleWith } from "../trust/verdictLines.ts";

const code = "trust-wildcard-in-string-equals";
const policy = (operator: string, id: string, label = ""): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = data.spacelift_account.this.aws_account_id }
      Action    = "sts:AssumeRole"
      Condition = {
        ${operator} = {
          "sts:ExternalId" = ${id}
${label}
        }
      }
    }]
  })`;
const document = (test: string, label = ""): string => `
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["324880187172"]
    }
    condition {
      test     = "${test}"
      variable = "sts:ExternalId"
      values   = ["\${data.spacelift_account.this.name}@*"]
${label}
    }
  }
}`;

describe(code, () => {
  it("finds a pattern under StringEquals", () => {
    checkFindings(
      moduleWith(
        policy(
          "StringEquals",
          '"acme@*"',
          `#                            ^^^^^^^^ error ${code}: "acme@*" never matches, so Spacelift is refused: under StringEquals a * is`,
        ),
      ),
      code,
    );
  });

  it("finds it in a policy document", () => {
    const label = `#                 ${"^".repeat('"${data.spacelift_account.this.name}@*"'.length)} error ${code}`;
    checkFindings(
      moduleWith("data.aws_iam_policy_document.trust.json", document("StringEquals", label)),
      code,
    );
  });

  it("finds it in a role that nothing here assumes", () => {
    checkFindings(
      `data "spacelift_account" "this" {}
resource "aws_iam_role" "spacelift" {
  assume_role_policy = ${policy("StringEquals", '"acme@*"', `#                            ^^^^^^^^ error ${code}`)}
}`,
      code,
    );
  });

  it.each([
    ["StringLike", policy("StringLike", '"acme@*"')],
    ["whole IDs", policy("StringEquals", '"acme@01FPAH5J0JFYSM5953T9KT2VS9@network@write"')],
    [
      "another operator beside it",
      policy(
        "StringEquals",
        '["acme@*", "${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@${spacelift_stack.network.id}@write"]',
      ),
    ],
  ])("is silent about %s", (_name, text) => checkFindings(moduleWith(text), code));

  it("is silent about a value that is unknown", () => {
    checkFindings(moduleWith(policy("StringEquals", "var.id"), 'variable "id" {}'), code);
  });

  it("uses StringLike", () => {
    const id = '"${data.spacelift_account.this.name}@*"';
    checkFix(moduleWith(policy("StringEquals", id)), code, moduleWith(policy("StringLike", id)));
    checkFix(
      moduleWith("data.aws_iam_policy_document.trust.json", document("StringEquals")),
      code,
      moduleWith("data.aws_iam_policy_document.trust.json", document("StringLike")),
    );
  });
});
