/** `attachment-without-access`. */
import { describe, it } from "vitest";
import { checkFindings } from "../../kit/checkRule.ts";

const code = "attachment-without-access";

describe(code, () => {
  it("finds both switched off", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "app"
        read           = false
        write          = false
      #                  ^^^^^ error attachment-without-access: This attachment has neither read nor write set to true, and the provider refuses that. Set at least
      }
      `,
      code,
    );
  });

  it("finds neither set on the external ID data source", () => {
    checkFindings(
      `
      data "spacelift_aws_integration_attachment_external_id" "main" {
      #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error attachment-without-access: This external ID data source has neither read nor write set to true, and the provider refuses that.
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "app"
      }
      `,
      code,
    );
  });

  it("knows that an attachment reads and writes by default", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "app"
        write          = false
      }
      `,
      code,
    );
  });

  it("does not guess what a variable holds", () => {
    checkFindings(
      `
      variable "write" {
        default = false
      }

      data "spacelift_aws_integration_attachment_external_id" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "app"
        write          = var.write
      }
      `,
      code,
    );
  });
});
