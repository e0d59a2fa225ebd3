/** `read-only-attribute`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "read-only-attribute";

describe(code, () => {
  it("finds the ID of a resource", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        id       = "01FPAH5J0JFYSM5953T9KT2VS9"
      # ^^ error read-only-attribute: id of an integration is read-only, so Terraform refuses to plan. Remove it.
      }
      `,
      code,
    );
  });

  it("fixes: finds the ID of a resource", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        id       = "01FPAH5J0JFYSM5953T9KT2VS9"
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

  it("finds what a data source hands out", () => {
    checkFindings(
      `
      data "spacelift_aws_integration_attachment_external_id" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "app"
        read           = true
        external_id    = "acme@01FPAH5J0JFYSM5953T9KT2VS9@app@read"
      # ^^^^^^^^^^^ error read-only-attribute: external_id of an external ID data source is read-only, so Terraform refuses to plan. Remove it.
      }
      `,
      code,
    );
  });

  it("fixes: finds what a data source hands out", () => {
    checkFix(
      `
      data "spacelift_aws_integration_attachment_external_id" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "app"
        read           = true
        external_id    = "acme@01FPAH5J0JFYSM5953T9KT2VS9@app@read"
      }
      `,
      code,
      `
      data "spacelift_aws_integration_attachment_external_id" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "app"
        read           = true
      }
      `,
    );
  });

  it("lets a custom external ID be set", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        generate_credentials_in_worker = true
        external_id                    = "acme"
      }
      `,
      code,
    );
  });

  it("lets computed attributes be set that are optional, too", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        space_id = var.space
      }
      `,
      code,
    );
  });

  it("knows what people mean by the id of a data source", () => {
    checkFix(
      `
      data "spacelift_aws_integration" "main" {
        id = "01FPAH5J0JFYSM5953T9KT2VS9"
      }
      `,
      code,
      `
      data "spacelift_aws_integration" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
      }
      `,
      "Rename to integration_id",
    );
  });
});
