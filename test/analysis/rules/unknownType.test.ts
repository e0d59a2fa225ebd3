/** `unknown-type`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "unknown-type";

describe(code, () => {
  it("suggests the type that is one slip away", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration_attachement" "main" {
      #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error unknown-type: The provider has no resource spacelift_aws_integration_attachement, so Terraform refuses to plan.
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "app"
      }

      output "id" {
        value = spacelift_aws_integration_attachement.main.id
      }
      `,
      code,
    );
  });

  it("fixes: suggests the type that is one slip away", () => {
    checkFix(
      `
      resource "spacelift_aws_integration_attachement" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "app"
      }

      output "id" {
        value = spacelift_aws_integration_attachement.main.id
      }
      `,
      code,
      `
      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "app"
      }

      output "id" {
        value = spacelift_aws_integration_attachment.main.id
      }
      `,
    );
  });

  it("knows what is a data source only", () => {
    checkFindings(
      `
      resource "spacelift_account" "this" {
      #        ^^^^^^^^^^^^^^^^^^^ error unknown-type: The provider has no resource spacelift_account, so Terraform refuses to plan. It is a data source:
      }
      `,
      code,
    );
  });

  it("knows data sources, too", () => {
    checkFindings(
      `
      data "spacelift_aws_integraton" "main" {
      #    ^^^^^^^^^^^^^^^^^^^^^^^^^^ error unknown-type: The provider has no data source spacelift_aws_integraton, so Terraform refuses to plan. Did you mean
        name = "main"
      }
      `,
      code,
    );
  });

  it("fixes: knows data sources, too", () => {
    checkFix(
      `
      data "spacelift_aws_integraton" "main" {
        name = "main"
      }
      `,
      code,
      `
      data "spacelift_aws_integration" "main" {
        name = "main"
      }
      `,
    );
  });

  it("leaves other types of the provider alone", () => {
    checkFindings(
      `
      resource "spacelift_azure_integration" "main" {}
      resource "spacelift_role" "main" {}
      data "spacelift_stacks" "all" {}
      data "spacelift_azure_integrations" "all" {}
      `,
      code,
    );
  });

  it("leaves types alone that are further away", () => {
    checkFindings(
      `
      resource "spacelift_aws_thing" "main" {}
      resource "acme_aws_integration" "main" {}
      `,
      code,
    );
  });
});
