/** `trust-tag-session-missing`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";
import { moduleWith } from "../trust/verdictLines.ts";

const code = "trust-tag-session-missing";
const policy = (more = "", action = '"sts:AssumeRole"'): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = data.spacelift_account.this.aws_account_id }
        Action    = ${action}
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

describe(code, () => {
  it("finds an integration that passes tags to a role that allows none", () => {
    checkFindings(
      moduleWith(
        policy(),
        "",
        `tag_assume_role = true
#                   ^^^^ error ${code}: tag_assume_role passes tags, but aws_iam_role.spacelift does not`,
      ),
      code,
    );
  });

  it.each([
    ["a statement for tags", policy(tagging), "true"],
    ["an integration without tags", policy(), "false"],
    ["a flag that is unknown", policy(), "var.tags"],
    ["statements that are unknown", policy(", var.statement"), "true"],
  ])("is silent about %s", (_name, text, flag) => {
    checkFindings(
      moduleWith(text, 'variable "tags" {}\nvariable "statement" {}', `tag_assume_role = ${flag}`),
      code,
    );
  });

  it("adds the statement", () => {
    checkFix(
      moduleWith(policy(), "", "tag_assume_role = true"),
      code,
      moduleWith(policy(tagging), "", "tag_assume_role = true"),
    );
  });
});
