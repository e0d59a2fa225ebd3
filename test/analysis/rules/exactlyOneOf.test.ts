/** `exactly-one-of`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "exactly-one-of";

describe(code, () => {
  it("finds both", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "app"
        module_id      = "terraform-aws-network"
      # ^^^^^^^^^ error exactly-one-of: This attachment has both stack_id and module_id, and Terraform accepts only one. Remove the one that
      }
      `,
      code,
    );
  });

  it("fixes: finds both: Remove module_id", () => {
    checkFix(
      `
      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "app"
        module_id      = "terraform-aws-network"
      }
      `,
      code,
      `
      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "app"
      }
      `,
    );
  });

  it("fixes: finds both: Remove stack_id", () => {
    checkFix(
      `
      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "app"
        module_id      = "terraform-aws-network"
      }
      `,
      code,
      `
      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        module_id      = "terraform-aws-network"
      }
      `,
      "Remove stack_id",
    );
  });

  it("finds none", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration_attachment" "main" {
      #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error exactly-one-of: This attachment has neither stack_id nor module_id, so Terraform refuses to plan. Set one of them.
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
      }
      `,
      code,
    );
  });

  it("knows the pair of the integration data source", () => {
    checkFindings(
      `
      data "spacelift_aws_integration" "main" {
      #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error exactly-one-of: This integration data source has neither integration_id nor name, so Terraform refuses to plan. Set
      }
      `,
      code,
    );
  });

  it("takes null for absent", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "app"
        module_id      = null
      }
      `,
      code,
    );
  });

  it("does not guess which of two variables is null", () => {
    checkFindings(
      `
      variable "stack" {}
      variable "module" {}

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = var.stack
        module_id      = var.module
      }

      resource "spacelift_aws_integration_attachment" "other" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = var.stack == "" ? null : var.stack
        module_id      = "terraform-aws-network"
      }
      `,
      code,
    );
  });

  it("waits until the block can be read", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_
      }
      `,
      code,
    );
  });
});
