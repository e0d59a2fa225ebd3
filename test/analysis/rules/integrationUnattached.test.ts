/** `integration-unattached`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "integration-unattached";

describe(code, () => {
  it("hints, and offers to attach it", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
      #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint integration-unattached: Nothing in this module attaches this integration, so no run uses it. Attach it to a stack or module, or
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "spacelift_stack" "app" {
        name = "app"
      }
      `,
      code,
    );
  });

  it("fixes: hints, and offers to attach it", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "spacelift_stack" "app" {
        name = "app"
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = spacelift_aws_integration.main.id
        stack_id       = spacelift_stack.app.id
      }

      resource "spacelift_stack" "app" {
        name = "app"
      }
      `,
    );
  });

  it("waits for the role in what it offers", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
      #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint integration-unattached: Nothing in this module attaches this integration, so no run uses it. Attach it to a stack or module, or
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "aws_iam_role" "main" {
        name               = "spacelift"
        assume_role_policy = jsonencode({ id = "acme@\${spacelift_aws_integration.main.id}@*" })
      }

      resource "spacelift_module" "network" {
        repository = "terraform-aws-network"
      }
      `,
      code,
    );
  });

  it("fixes: waits for the role in what it offers", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "aws_iam_role" "main" {
        name               = "spacelift"
        assume_role_policy = jsonencode({ id = "acme@\${spacelift_aws_integration.main.id}@*" })
      }

      resource "spacelift_module" "network" {
        repository = "terraform-aws-network"
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = spacelift_aws_integration.main.id
        module_id      = spacelift_module.network.id

        depends_on = [aws_iam_role.main]
      }

      resource "aws_iam_role" "main" {
        name               = "spacelift"
        assume_role_policy = jsonencode({ id = "acme@\${spacelift_aws_integration.main.id}@*" })
      }

      resource "spacelift_module" "network" {
        repository = "terraform-aws-network"
      }
      `,
    );
  });

  it("is silent where the ID is handed on", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      output "integration_id" {
        value = spacelift_aws_integration.main.id
      }

      resource "spacelift_aws_integration" "auto" {
        name               = "auto"
        role_arn           = "arn:aws:iam::123456789012:role/spacelift"
        labels             = ["autoattach:x"]
        autoattach_enabled = true
      }

      resource "spacelift_aws_integration" "child" {
        name     = "child"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      module "stack" {
        source      = "./stack"
        integration = { id = spacelift_aws_integration.child.id }
      }
      `,
      code,
    );
  });

  it("does not guess which integration an attachment means", () => {
    checkFindings(
      `
      variable "integration_id" {}

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "spacelift_aws_integration_attachment" "any" {
        integration_id = var.integration_id
        stack_id       = "app"
      }
      `,
      code,
    );
  });
});
