/** `role-arn-format`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "role-arn-format";

describe(code, () => {
  it("finds a missing arn:", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "aws:iam::123456789012:role/spacelift"
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error role-arn-format: role_arn is an ARN without "arn:" at its beginning, so Spacelift cannot assume it.
      }
      `,
      code,
    );
  });

  it("fixes: finds a missing arn:", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "aws:iam::123456789012:role/spacelift"
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
    );
  });

  it("points at the literal behind a local", () => {
    checkFindings(
      `
      locals {
        role_arn = "arn:aws:sts::123456789012:assumed-role/spacelift/run"
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error role-arn-format: role_arn is the ARN of a session (assumed-role), so Spacelift cannot assume it.
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = local.role_arn
      }
      `,
      code,
    );
  });

  it("fixes: points at the literal behind a local", () => {
    checkFix(
      `
      locals {
        role_arn = "arn:aws:sts::123456789012:assumed-role/spacelift/run"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = local.role_arn
      }
      `,
      code,
      `
      locals {
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = local.role_arn
      }
      `,
    );
  });

  it("finds names, other ARNs and wrong accounts", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "a" {
        name     = "a"
        role_arn = "spacelift"
      #            ^^^^^^^^^^^ error role-arn-format: role_arn is a name, not an ARN, so Spacelift cannot assume it.
      }

      resource "spacelift_aws_integration" "b" {
        name     = "b"
        role_arn = "arn:aws:iam::123456789012:instance-profile/spacelift"
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error role-arn-format: role_arn is the ARN of an instance-profile, so Spacelift cannot assume it.
      }

      resource "spacelift_aws_integration" "c" {
        name     = "c"
        role_arn = "arn:aws:iam::12345678901:role/spacelift"
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error role-arn-format: role_arn is an ARN whose account ID does not have 12 digits, so Spacelift cannot assume it.
      }

      resource "spacelift_aws_integration" "d" {
        name     = "d"
        role_arn = "arn:aws:iam::\${data.aws_caller_identity.current.account_id}:user/spacelift"
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error role-arn-format: role_arn is the ARN of a user, so Spacelift cannot assume it.
      }

      data "aws_caller_identity" "current" {}
      `,
      code,
    );
  });

  it("finds the name of a role instead of its ARN", () => {
    checkFindings(
      `
      resource "aws_iam_role" "main" {
        name = "main"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = aws_iam_role.main.name
      #                              ^^^^ error role-arn-format: role_arn is the role's name, so Spacelift cannot assume it.
      }
      `,
      code,
    );
  });

  it("fixes: finds the name of a role instead of its ARN", () => {
    checkFix(
      `
      resource "aws_iam_role" "main" {
        name = "main"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = aws_iam_role.main.name
      }
      `,
      code,
      `
      resource "aws_iam_role" "main" {
        name = "main"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = aws_iam_role.main.arn
      }
      `,
    );
  });

  it("takes what is an ARN, or may become one", () => {
    checkFindings(
      `
      resource "aws_iam_role" "main" {
        name = "main"
      }

      data "aws_caller_identity" "current" {}

      data "aws_partition" "current" {}

      variable "account" {}

      resource "spacelift_aws_integration" "a" {
        name     = "a"
        role_arn = "arn:aws-us-gov:iam::123456789012:role/ci/teams/space_lift+x=,.@-1"
      }

      resource "spacelift_aws_integration" "b" {
        name     = "b"
        role_arn = "arn:\${data.aws_partition.current.partition}:iam::\${data.aws_caller_identity.current.account_id}:role/x"
      }

      resource "spacelift_aws_integration" "c" {
        name     = "c"
        role_arn = "arn:aws:iam::\${var.account}:role/\${var.name}"
      }

      resource "spacelift_aws_integration" "d" {
        name     = "d"
        role_arn = aws_iam_role.main.arn
      }
      `,
      code,
    );
  });

  it("does not guess what a variable holds", () => {
    checkFindings(
      `
      variable "role" {
        default = "spacelift"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = var.role
      }
      `,
      code,
    );
  });
});
