/** `external-id-format`. */
import { describe, it } from "vitest";
import { checkFindings } from "../../kit/checkRule.ts";

const code = "external-id-format";

describe(code, () => {
  it("finds a space", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        external_id                    = "acme corp"
      #                                  ^^^^^^^^^^^ error external-id-format: AWS refuses this external ID, because it contains a space. Use 2 to 1224 letters, digits and the
        generate_credentials_in_worker = true
      }
      `,
      code,
    );
  });

  it("finds a wildcard beside something unknown", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        external_id                    = "\${var.account}@*"
      #                                  ^^^^^^^^^^^^^^^^^^ error external-id-format: AWS refuses this external ID, because it contains "*". Use 2 to 1224 letters, digits and the
        generate_credentials_in_worker = true
      }
      `,
      code,
    );
  });

  it("finds what is too short", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        external_id                    = "a"
      #                                  ^^^ error external-id-format: AWS refuses this external ID, because it has fewer than 2 characters. Use 2 to 1224 letters, digits and the
        generate_credentials_in_worker = true
      }
      `,
      code,
    );
  });

  it("takes every character that AWS takes", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        external_id                    = "aZ0_+=,.@:/-"
        generate_credentials_in_worker = true
      }
      `,
      code,
    );
  });

  it("does not guess what a variable holds", () => {
    checkFindings(
      `
      variable "id" {
        default = "a b"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        external_id                    = var.id
        generate_credentials_in_worker = true
      }
      `,
      code,
    );
  });
});
