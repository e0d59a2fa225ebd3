/** `duration-exceeds-role-maximum`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "duration-exceeds-role-maximum";

describe(code, () => {
  it("holds against the role's default", () => {
    checkFindings(
      `
      resource "aws_iam_role" "main" {
        name = "spacelift"
      }

      resource "spacelift_aws_integration" "main" {
        name                           = "main"
        role_arn                       = aws_iam_role.main.arn
        duration_seconds               = 7200
      #                                  ^^^^ error duration-exceeds-role-maximum: 2 hours is more than the role main allows, which is 1 hour, so no session will start. Lower the
        generate_credentials_in_worker = true
      }
      `,
      code,
    );
  });

  it("fixes: holds against the role's default: Lower to 3600", () => {
    checkFix(
      `
      resource "aws_iam_role" "main" {
        name = "spacelift"
      }

      resource "spacelift_aws_integration" "main" {
        name                           = "main"
        role_arn                       = aws_iam_role.main.arn
        duration_seconds               = 7200
        generate_credentials_in_worker = true
      }
      `,
      code,
      `
      resource "aws_iam_role" "main" {
        name = "spacelift"
      }

      resource "spacelift_aws_integration" "main" {
        name                           = "main"
        role_arn                       = aws_iam_role.main.arn
        duration_seconds               = 3600
        generate_credentials_in_worker = true
      }
      `,
    );
  });

  it("fixes: holds against the role's default: Raise the role's max_session_duration to 7200", () => {
    checkFix(
      `
      resource "aws_iam_role" "main" {
        name = "spacelift"
      }

      resource "spacelift_aws_integration" "main" {
        name                           = "main"
        role_arn                       = aws_iam_role.main.arn
        duration_seconds               = 7200
        generate_credentials_in_worker = true
      }
      `,
      code,
      `
      resource "aws_iam_role" "main" {
        name                 = "spacelift"
        max_session_duration = 7200
      }

      resource "spacelift_aws_integration" "main" {
        name                           = "main"
        role_arn                       = aws_iam_role.main.arn
        duration_seconds               = 7200
        generate_credentials_in_worker = true
      }
      `,
      "Raise the role's max_session_duration to 7200",
    );
  });

  it("fixes: an hour at most where Spacelift itself assumes the role", () => {
    const source = (seconds: string): string => `
      resource "aws_iam_role" "main" {
        name                 = "spacelift"
        max_session_duration = 7200
      }

      resource "spacelift_aws_integration" "main" {
        name             = "main"
        role_arn         = aws_iam_role.main.arn
        duration_seconds = ${seconds}
      }
    `;
    checkFix(source("10800"), code, source("3600"));
  });

  it("finds the role by its name, too", () => {
    checkFindings(
      `
      resource "aws_iam_role" "main" {
        name                 = "spacelift"
        max_session_duration = 3600
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        duration_seconds               = 7200
      #                                  ^^^^ error duration-exceeds-role-maximum: 2 hours is more than the role main allows, which is 1 hour, so no session will start. Lower the
        generate_credentials_in_worker = true
      }
      `,
      code,
    );
  });

  it("is silent where the role allows it", () => {
    checkFindings(
      `
      resource "aws_iam_role" "main" {
        name                 = "spacelift"
        max_session_duration = 43200
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        duration_seconds               = 7200
        generate_credentials_in_worker = true
      }
      `,
      code,
    );
  });

  it("does not guess about roles elsewhere and limits that are not known", () => {
    checkFindings(
      `
      variable "limit" {}

      resource "aws_iam_role" "main" {
        name                 = "spacelift"
        max_session_duration = var.limit
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        duration_seconds               = 7200
        generate_credentials_in_worker = true
      }

      resource "spacelift_aws_integration" "elsewhere" {
        name                           = "elsewhere"
        role_arn                       = "arn:aws:iam::123456789012:role/elsewhere"
        duration_seconds               = 7200
        generate_credentials_in_worker = true
      }
      `,
      code,
    );
  });
});
