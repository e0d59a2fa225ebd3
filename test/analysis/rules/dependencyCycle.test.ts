/** `dependency-cycle`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "dependency-cycle";

describe(code, () => {
  it("finds the cycle through the trust policy, and breaks it", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = aws_iam_role.main.arn
      #            ^^^^^^^^^^^^^^^^^^^^^ error dependency-cycle: Terraform refuses to plan this cycle: spacelift_aws_integration.main →
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = spacelift_aws_integration.main.id
        stack_id       = "app"
      }

      data "spacelift_aws_integration_attachment_external_id" "main" {
        integration_id = spacelift_aws_integration.main.id
        stack_id       = "app"
        read           = true
        write          = true
      }

      resource "aws_iam_role" "main" {
        name = "spacelift"
        assume_role_policy = jsonencode({
          Version   = "2012-10-17"
          Statement = [jsondecode(data.spacelift_aws_integration_attachment_external_id.main.assume_role_policy_statement)]
        })
      }
      `,
      code,
    );
  });

  it("fixes: finds the cycle through the trust policy, and breaks it", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = aws_iam_role.main.arn
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = spacelift_aws_integration.main.id
        stack_id       = "app"
      }

      data "spacelift_aws_integration_attachment_external_id" "main" {
        integration_id = spacelift_aws_integration.main.id
        stack_id       = "app"
        read           = true
        write          = true
      }

      resource "aws_iam_role" "main" {
        name = "spacelift"
        assume_role_policy = jsonencode({
          Version   = "2012-10-17"
          Statement = [jsondecode(data.spacelift_aws_integration_attachment_external_id.main.assume_role_policy_statement)]
        })
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::\${data.aws_caller_identity.current.account_id}:role/spacelift"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = spacelift_aws_integration.main.id
        stack_id       = "app"

        depends_on = [aws_iam_role.main]
      }

      data "spacelift_aws_integration_attachment_external_id" "main" {
        integration_id = spacelift_aws_integration.main.id
        stack_id       = "app"
        read           = true
        write          = true
      }

      resource "aws_iam_role" "main" {
        name = "spacelift"
        assume_role_policy = jsonencode({
          Version   = "2012-10-17"
          Statement = [jsondecode(data.spacelift_aws_integration_attachment_external_id.main.assume_role_policy_statement)]
        })
      }

      data "aws_caller_identity" "current" {}
      `,
    );
  });

  it("fixes: asks the provider that makes the role for the account", () => {
    checkFix(
      `
      data "aws_caller_identity" "current" {}

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = aws_iam_role.main.arn
      }

      resource "aws_iam_role" "main" {
        provider           = aws.prod
        name               = "spacelift"
        assume_role_policy = jsonencode({ id = "acme@\${spacelift_aws_integration.main.id}@*" })
      }
      `,
      code,
      `
      data "aws_caller_identity" "current" {}

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::\${data.aws_caller_identity.current_2.account_id}:role/spacelift"
      }

      resource "aws_iam_role" "main" {
        provider           = aws.prod
        name               = "spacelift"
        assume_role_policy = jsonencode({ id = "acme@\${spacelift_aws_integration.main.id}@*" })
      }

      data "aws_caller_identity" "current_2" {
        provider = aws.prod
      }
      `,
    );
  });

  it("points into the local that closes the cycle", () => {
    checkFindings(
      `
      locals {
        role_arn = aws_iam_role.main.arn
      #            ^^^^^^^^^^^^^^^^^^^^^ error dependency-cycle: Terraform refuses to plan this cycle: spacelift_aws_integration.main →
      }

      data "aws_caller_identity" "me" {}

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = local.role_arn
      }

      resource "aws_iam_role" "main" {
        name               = "spacelift-\${var.environment}"
        path               = "/ci/"
        assume_role_policy = jsonencode({ id = "acme@\${spacelift_aws_integration.main.id}@*" })
      }

      variable "environment" {}
      `,
      code,
    );
  });

  it("fixes: points into the local that closes the cycle", () => {
    checkFix(
      `
      locals {
        role_arn = aws_iam_role.main.arn
      }

      data "aws_caller_identity" "me" {}

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = local.role_arn
      }

      resource "aws_iam_role" "main" {
        name               = "spacelift-\${var.environment}"
        path               = "/ci/"
        assume_role_policy = jsonencode({ id = "acme@\${spacelift_aws_integration.main.id}@*" })
      }

      variable "environment" {}
      `,
      code,
      `
      locals {
        role_arn = "arn:aws:iam::\${data.aws_caller_identity.me.account_id}:role/ci/spacelift-\${var.environment}"
      }

      data "aws_caller_identity" "me" {}

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = local.role_arn
      }

      resource "aws_iam_role" "main" {
        name               = "spacelift-\${var.environment}"
        path               = "/ci/"
        assume_role_policy = jsonencode({ id = "acme@\${spacelift_aws_integration.main.id}@*" })
      }

      variable "environment" {}
      `,
    );
  });

  it("finds an integration that refers to itself", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = spacelift_aws_integration.main.id
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error dependency-cycle: Terraform refuses to plan this cycle: spacelift_aws_integration.main →
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
      code,
    );
  });

  it("is silent where the pattern is written out", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = aws_iam_role.main.arn
      }

      resource "aws_iam_role" "main" {
        name               = "spacelift"
        assume_role_policy = jsonencode({ id = "acme@*" })
      }
      `,
      code,
    );
  });

  it("does not guess what a module does with its inputs", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = module.role.arn
      }

      module "role" {
        source      = "./role"
        integration = spacelift_aws_integration.main.id
      }
      `,
      code,
    );
  });
});
