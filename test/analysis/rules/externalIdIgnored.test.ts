/** `external-id-ignored`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "external-id-ignored";

describe(code, () => {
  it("finds an external ID that nobody sends", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        external_id = "acme"
      # ^^^^^^^^^^^ warning external-id-ignored: Spacelift sends an external ID of its own, so a trust policy that asks for this one refuses every
      }
      `,
      code,
    );
  });

  it("fixes: finds an external ID that nobody sends: Remove external_id", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        external_id = "acme"
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

  it("fixes: finds an external ID that nobody sends: Set generate_credentials_in_worker to true", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        external_id = "acme"
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name                           = "main"
        role_arn                       = "arn:aws:iam::123456789012:role/spacelift"
        external_id                    = "acme"
        generate_credentials_in_worker = true
      }
      `,
      "Set generate_credentials_in_worker to true",
    );
  });

  it("finds it where the flag is false", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        external_id                    = "acme-\${local.x}"
      # ^^^^^^^^^^^ warning external-id-ignored: Spacelift sends an external ID of its own, so a trust policy that asks for this one refuses every
        generate_credentials_in_worker = false
      }
      `,
      code,
    );
  });

  it("waits until the flag is written", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name                           = "main"
        role_arn                       = "arn:aws:iam::123456789012:role/spacelift"
        external_id                    = "acme"
        generate_credentials_in_worker =
      }
      `,
      code,
    );
  });

  it("is silent for a private worker", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        external_id                    = "acme"
        generate_credentials_in_worker = true
      }
      `,
      code,
    );
  });

  it("does not guess whether a variable is empty, or what the flag is", () => {
    checkFindings(
      `
      variable "id" {
        default = null
      }

      variable "in_worker" {}

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        external_id = var.id
      }

      resource "spacelift_aws_integration" "other" {
        name                           = "other"
        role_arn                       = "arn:aws:iam::123456789012:role/spacelift"
        external_id                    = "acme"
        generate_credentials_in_worker = var.in_worker
      }
      `,
      code,
    );
  });
});
