/** `unknown-reference`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "unknown-reference";

describe(code, () => {
  it("finds a half-done rename", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = local.rol_arn
      #            ^^^^^^^^^^^^^ error unknown-reference: This module declares no local value local.rol_arn, so Terraform refuses to plan. Did you mean
      }

      locals {
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
      code,
    );
  });

  it("fixes: finds a half-done rename", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = local.rol_arn
      }

      locals {
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = local.role_arn
      }

      locals {
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
    );
  });

  it("finds the data source that was not pasted", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "aws_iam_role" "spacelift" {
        name = "spacelift"
        assume_role_policy = jsonencode({
          Statement = [jsondecode(data.spacelift_aws_integration_attachment_external_id.main.assume_role_policy_statement)]
      #                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error unknown-reference: This module declares no data source data.spacelift_aws_integration_attachment_external_id.main, so
        })
      }
      `,
      code,
    );
  });

  it("follows locals and policy documents", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = aws_iam_role.spacelift.arn
      }

      resource "aws_iam_role" "spacelift" {
        assume_role_policy = data.aws_iam_policy_document.trust.json
      }

      data "aws_iam_policy_document" "trust" {
        statement {
          actions = [local.action]
          principals {
            type        = "AWS"
            identifiers = [var.principle]
      #                    ^^^^^^^^^^^^^ error unknown-reference: This module declares no variable var.principle, so Terraform refuses to plan. Did you mean
          }
        }
      }

      locals {
        action = "sts:\${data.aws_partition.current.partition}"
      #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ error unknown-reference: This module declares no data source data.aws_partition.current, so Terraform refuses to plan.
      }

      variable "principal" {}
      `,
      code,
    );
  });

  it("fixes: follows locals and policy documents", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = aws_iam_role.spacelift.arn
      }

      resource "aws_iam_role" "spacelift" {
        assume_role_policy = data.aws_iam_policy_document.trust.json
      }

      data "aws_iam_policy_document" "trust" {
        statement {
          actions = [local.action]
          principals {
            type        = "AWS"
            identifiers = [var.principle]
          }
        }
      }

      locals {
        action = "sts:\${data.aws_partition.current.partition}"
      }

      variable "principal" {}
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = aws_iam_role.spacelift.arn
      }

      resource "aws_iam_role" "spacelift" {
        assume_role_policy = data.aws_iam_policy_document.trust.json
      }

      data "aws_iam_policy_document" "trust" {
        statement {
          actions = [local.action]
          principals {
            type        = "AWS"
            identifiers = [var.principal]
          }
        }
      }

      locals {
        action = "sts:\${data.aws_partition.current.partition}"
      }

      variable "principal" {}
      `,
    );
  });

  it("suggests data where data. was forgotten", () => {
    checkFindings(
      `
      data "spacelift_account" "this" {}

      output "name" {
        value = spacelift_account.this.name
      #         ^^^^^^^^^^^^^^^^^^^^^^ error unknown-reference: This module declares no resource spacelift_account.this, so Terraform refuses to plan. Did you mean
      }
      `,
      code,
    );
  });

  it("fixes: suggests data where data. was forgotten", () => {
    checkFix(
      `
      data "spacelift_account" "this" {}

      output "name" {
        value = spacelift_account.this.name
      }
      `,
      code,
      `
      data "spacelift_account" "this" {}

      output "name" {
        value = data.spacelift_account.this.name
      }
      `,
    );
  });

  it("suggests the only one of the type", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "production" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = spacelift_aws_integration.this.id
      #                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error unknown-reference: This module declares no resource spacelift_aws_integration.this, so Terraform refuses to plan. Did
        stack_id       = "app"
      }
      `,
      code,
    );
  });

  it("fixes: suggests the only one of the type", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "production" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = spacelift_aws_integration.this.id
        stack_id       = "app"
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "production" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = spacelift_aws_integration.production.id
        stack_id       = "app"
      }
      `,
    );
  });

  it("is silent about what is declared, in whatever file", () => {
    checkFindings(
      `
      //- /main.tf
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = module.role.arn
        space_id = var.TEAM-SPACE
      }
      //- /variables.tf
      variable "TEAM-SPACE" {}
      module "role" {
        source = "./role"
      }
      `,
      code,
    );
  });

  it("leaves names alone that are no references", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        for_each = { for role in ["a"] : role => role.name }
        provider = spacelift.admin
        name     = each.value
        role_arn = "arn:aws:iam::123456789012:role/\${terraform.workspace}"

        lifecycle {
          ignore_changes = [labels.x]
        }
      }

      moved {
        from = spacelift_aws_integration.old
        to   = spacelift_aws_integration.main
      }
      `,
      code,
    );
  });

  it("leaves alone what has nothing to do with Spacelift's access", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "aws_s3_bucket" "logs" {
        bucket = local.undeclared
      }
      `,
      code,
    );
  });

  it("is silent where files of the folder could not be read", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = var.in_a_json_file
      }
      `,
      code,
      { complete: false },
    );
  });

  it("leaves it to the declaration where that is misspelt", () => {
    checkFindings(
      `
      resource "spacelift_aws_integraton" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      output "id" {
        value = spacelift_aws_integration.main.id
      }
      `,
      code,
    );
  });

  it("is silent while a declaration may hide in broken text", () => {
    checkFindings(
      `
      //- /main.tf
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = local.role_arn
      }
      //- /locals.tf
      locals {
        role_arn "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
      code,
    );
  });
});
