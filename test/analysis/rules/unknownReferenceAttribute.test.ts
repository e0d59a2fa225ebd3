/** `unknown-reference-attribute`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "unknown-reference-attribute";

describe(code, () => {
  it("finds what an integration does not have", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      output "arn" {
        value = spacelift_aws_integration.main.arn
      #                                        ^^^ error unknown-reference-attribute: spacelift_aws_integration has no attribute arn, so Terraform refuses to plan. Did you mean role_arn?
      }
      `,
      code,
    );
  });

  it("fixes: finds what an integration does not have", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      output "arn" {
        value = spacelift_aws_integration.main.arn
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      output "arn" {
        value = spacelift_aws_integration.main.role_arn
      }
      `,
    );
  });

  it("finds it behind an index, a splat and in a template", () => {
    checkFindings(
      `
      resource "spacelift_stack" "app" {
        count = 2
      }

      output "all" {
        value = [
          spacelift_stack.app[0].stack_id,
      #                          ^^^^^^^^ error unknown-reference-attribute: spacelift_stack has no attribute stack_id, so Terraform refuses to plan. Did you mean id?
          spacelift_stack.app[*].arn,
      #                          ^^^ error unknown-reference-attribute: spacelift_stack has no attribute arn, so Terraform refuses to plan. Use one that it has.
          "x-\${spacelift_stack.app[1].nme}",
      #                               ^^^ error unknown-reference-attribute: spacelift_stack has no attribute nme, so Terraform refuses to plan. Did you mean name?
        ]
      }
      `,
      code,
    );
  });

  it("knows roles and the account", () => {
    checkFindings(
      `
      data "spacelift_account" "this" {}

      resource "aws_iam_role" "main" {
        name = "main"
      }

      locals {
        account = data.spacelift_account.this.account_id
      #                                       ^^^^^^^^^^ error unknown-reference-attribute: spacelift_account has no attribute account_id, so Terraform refuses to plan. Did you mean
        role    = aws_iam_role.main.role_arn
      #                             ^^^^^^^^ error unknown-reference-attribute: aws_iam_role has no attribute role_arn, so Terraform refuses to plan. Did you mean arn?
      }
      `,
      code,
    );
  });

  it("fixes: knows roles and the account: Change to aws_account_id", () => {
    checkFix(
      `
      data "spacelift_account" "this" {}

      resource "aws_iam_role" "main" {
        name = "main"
      }

      locals {
        account = data.spacelift_account.this.account_id
        role    = aws_iam_role.main.role_arn
      }
      `,
      code,
      `
      data "spacelift_account" "this" {}

      resource "aws_iam_role" "main" {
        name = "main"
      }

      locals {
        account = data.spacelift_account.this.aws_account_id
        role    = aws_iam_role.main.role_arn
      }
      `,
    );
  });

  it("knows the attributes that there are", () => {
    checkFindings(
      `
      data "spacelift_account" "this" {}

      data "spacelift_aws_integrations" "all" {}

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      output "all" {
        value = [
          spacelift_aws_integration.main.id,
          data.spacelift_account.this.aws_account_id,
          data.spacelift_aws_integrations.all.integrations[0].integration_id,
        ]
      }
      `,
      code,
    );
  });

  it("does not judge what is not declared or not known", () => {
    checkFindings(
      `
      variable "name" {}

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      output "all" {
        value = [
          spacelift_aws_integration.other.arn,
          spacelift_aws_integration.main[var.name],
          spacelift_worker_pool.main.arn,
          module.main.arn,
        ]
      }
      `,
      code,
    );
  });
});
