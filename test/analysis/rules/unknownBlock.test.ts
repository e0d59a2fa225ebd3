/** `unknown-block`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "unknown-block";

describe(code, () => {
  it("finds a block that the type does not have", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        timeouts {
      # ^^^^^^^^ error unknown-block: An integration has no timeouts block, so Terraform refuses to plan. Remove it.
          create = "5m"
        }
      }
      `,
      code,
    );
  });

  it("fixes: finds a block that the type does not have", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        timeouts {
          create = "5m"
        }
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

  it("tells an attribute from a block", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        labels {
      # ^^^^^^ error unknown-block: An integration has no labels block, so Terraform refuses to plan. labels is an attribute: write
        }
      }
      `,
      code,
    );
  });

  it("finds what a dynamic block would make", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        dynamic "label" {
      #         ^^^^^^^ error unknown-block: An integration has no label block, so Terraform refuses to plan. Remove it.
          for_each = ["a"]
          content {}
        }
      }
      `,
      code,
    );
  });

  it("knows Terraform's own blocks", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        lifecycle {
          prevent_destroy = true
        }

        provisioner "local-exec" {
          command = "true"
        }
      }
      `,
      code,
    );
  });

  it("waits for the brace", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        timeouts
      }
      `,
      code,
    );
  });

  it("looks at no other types", () => {
    checkFindings(
      `
      resource "spacelift_stack" "app" {
        anything {
        }
      }
      `,
      code,
    );
  });
});
