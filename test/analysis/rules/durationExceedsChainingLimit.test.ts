/** `duration-exceeds-chaining-limit`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "duration-exceeds-chaining-limit";

describe(code, () => {
  it("finds more than an hour", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        duration_seconds = 7200
      #                    ^^^^ warning duration-exceeds-chaining-limit: AWS allows one hour where Spacelift itself assumes the role, so 2 hours is refused
      }
      `,
      code,
    );
  });

  it("fixes: finds more than an hour", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        duration_seconds = 7200
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        duration_seconds = 3600
      }
      `,
    );
  });

  it("is silent for an hour, and for a private worker", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        duration_seconds = 3600
      }

      resource "spacelift_aws_integration" "worker" {
        name                           = "worker"
        role_arn                       = "arn:aws:iam::123456789012:role/spacelift"
        duration_seconds               = 7200
        generate_credentials_in_worker = true
      }
      `,
      code,
    );
  });

  it("does not guess who assumes the role", () => {
    checkFindings(
      `
      variable "in_worker" {
        type = bool
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        duration_seconds               = 7200
        generate_credentials_in_worker = var.in_worker
      }
      `,
      code,
    );
  });
});
