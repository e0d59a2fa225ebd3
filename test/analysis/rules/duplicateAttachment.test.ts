/** `duplicate-attachment`. */
import { describe, it } from "vitest";
import { checkFindings } from "../../kit/checkRule.ts";

const code = "duplicate-attachment";

describe(code, () => {
  it("finds the same references twice", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration_attachment" "a" {
        integration_id = spacelift_aws_integration.main.id
        stack_id       = spacelift_stack.app.id
      }

      resource "spacelift_aws_integration_attachment" "b" {
      #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning duplicate-attachment: This stack has the integration already, by spacelift_aws_integration_attachment.a, and Spacelift
        integration_id = spacelift_aws_integration.main.id
        stack_id       = local.stack
      }

      locals {
        stack = spacelift_stack.app.id
      }
      `,
      code,
    );
  });

  it("lets one integration read and another write", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration_attachment" "read" {
        integration_id = spacelift_aws_integration.read.id
        stack_id       = spacelift_stack.app.id
        write          = false
      }

      resource "spacelift_aws_integration_attachment" "write" {
        integration_id = spacelift_aws_integration.write.id
        stack_id       = spacelift_stack.app.id
        read           = false
      }
      `,
      code,
    );
  });

  it("does not guess about repeated blocks", () => {
    checkFindings(
      `
      variable "wait" {}

      resource "spacelift_aws_integration_attachment" "now" {
        count          = var.wait ? 0 : 1
        integration_id = spacelift_aws_integration.main.id
        stack_id       = "app"
      }

      resource "spacelift_aws_integration_attachment" "later" {
        count          = var.wait ? 1 : 0
        integration_id = spacelift_aws_integration.main.id
        stack_id       = "app"
      }
      `,
      code,
    );
  });
});
