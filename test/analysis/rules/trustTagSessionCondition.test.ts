/** `trust-tag-session-condition`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";
import { moduleWith } from "../trust/verdictLines.ts";

const code = "trust-tag-session-condition";
const policy = (action: string, label = "", more = ""): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = data.spacelift_account.this.aws_account_id }
        Action    = ${action}
${label}
        Condition = { StringLike = { "sts:ExternalId" = "\${data.spacelift_account.this.name}@*" } }
      }${more}
    ]
  })`;
const tagging = `,
      {
        Effect    = "Allow"
        Principal = { AWS = data.spacelift_account.this.aws_account_id }
        Action    = "sts:TagSession"
      }`;
const both = '["sts:AssumeRole", "sts:TagSession"]';
const label = (severity: string): string =>
  `#                                      ^^^^^^^^^^^^^^^^ ${severity} ${code}`;

describe(code, () => {
  it("finds tags under the condition, where they are passed", () => {
    checkFindings(moduleWith(policy(both, label("error")), "", "tag_assume_role = true"), code);
  });

  it("only hints where no tags are passed", () => {
    checkFindings(moduleWith(policy(both, label("hint"))), code);
  });

  it.each([
    ["a statement of its own", policy('"sts:AssumeRole"', "", tagging)],
    ["all actions by wildcard", policy('"sts:*"')],
    ["actions that are unknown", policy("var.actions")],
  ])("is silent about %s", (_name, text) => {
    checkFindings(moduleWith(text, 'variable "actions" {}', "tag_assume_role = true"), code);
  });

  it("splits the statement", () => {
    checkFix(
      moduleWith(policy(both), "", "tag_assume_role = true"),
      code,
      moduleWith(policy('["sts:AssumeRole"]', "", tagging), "", "tag_assume_role = true"),
    );
  });
});
