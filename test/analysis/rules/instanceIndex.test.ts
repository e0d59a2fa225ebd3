/** `instance-index`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "instance-index";

describe(code, () => {
  it("finds a counted thing without an index", () => {
    checkFindings(
      `
      resource "spacelift_stack" "app" {
        count = 2
      }

      resource "spacelift_aws_integration_attachment" "main" {
        count          = 2
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = spacelift_stack.app.id
      #                  ^^^^^^^^^^^^^^^^^^^ error instance-index: spacelift_stack.app has count, so there are several of it, and Terraform refuses to plan. Say which one you
      }
      `,
      code,
    );
  });

  it("fixes: finds a counted thing without an index", () => {
    checkFix(
      `
      resource "spacelift_stack" "app" {
        count = 2
      }

      resource "spacelift_aws_integration_attachment" "main" {
        count          = 2
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = spacelift_stack.app.id
      }
      `,
      code,
      `
      resource "spacelift_stack" "app" {
        count = 2
      }

      resource "spacelift_aws_integration_attachment" "main" {
        count          = 2
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = spacelift_stack.app[count.index].id
      }
      `,
    );
  });

  it("takes the first of a counted thing where nothing else says which", () => {
    checkFindings(
      `
      data "spacelift_account" "this" {
        count = 1
      }

      output "name" {
        value = data.spacelift_account.this.name
      #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error instance-index: data.spacelift_account.this has count, so there are several of it, and Terraform refuses to plan. Say which
      }
      `,
      code,
    );
  });

  it("fixes: takes the first of a counted thing where nothing else says which", () => {
    checkFix(
      `
      data "spacelift_account" "this" {
        count = 1
      }

      output "name" {
        value = data.spacelift_account.this.name
      }
      `,
      code,
      `
      data "spacelift_account" "this" {
        count = 1
      }

      output "name" {
        value = data.spacelift_account.this[0].name
      }
      `,
    );
  });

  it("finds for_each", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "each" {
        for_each = toset(["a", "b"])
        name     = each.key
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "spacelift_aws_integration_attachment" "each" {
        for_each       = toset(["a", "b"])
        integration_id = spacelift_aws_integration.each.id
      #                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error instance-index: spacelift_aws_integration.each has for_each, so there are several of it, and Terraform refuses to plan.
        stack_id       = each.key
      }

      output "ids" {
        value = spacelift_aws_integration.each.id
      #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error instance-index: spacelift_aws_integration.each has for_each, so there are several of it, and Terraform refuses to plan.
      }
      `,
      code,
    );
  });

  it("fixes: finds for_each", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "each" {
        for_each = toset(["a", "b"])
        name     = each.key
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "spacelift_aws_integration_attachment" "each" {
        for_each       = toset(["a", "b"])
        integration_id = spacelift_aws_integration.each.id
        stack_id       = each.key
      }

      output "ids" {
        value = spacelift_aws_integration.each.id
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "each" {
        for_each = toset(["a", "b"])
        name     = each.key
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "spacelift_aws_integration_attachment" "each" {
        for_each       = toset(["a", "b"])
        integration_id = spacelift_aws_integration.each[each.key].id
        stack_id       = each.key
      }

      output "ids" {
        value = spacelift_aws_integration.each.id
      }
      `,
    );
  });

  it("finds an index behind a single thing", () => {
    checkFindings(
      `
      resource "spacelift_stack" "app" {
        name = "app"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = spacelift_stack.app[0].id
      #                                     ^^^ error instance-index: spacelift_stack.app has neither count nor for_each, so Terraform refuses an index behind it. Remove
      }

      data "spacelift_aws_integration_attachment_external_id" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = spacelift_stack.app.0.id
      #                                      ^ error instance-index: spacelift_stack.app has neither count nor for_each, so Terraform refuses an index behind it. Remove
        read           = true
      }
      `,
      code,
    );
  });

  it("fixes: finds an index behind a single thing: Remove the index", () => {
    checkFix(
      `
      resource "spacelift_stack" "app" {
        name = "app"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = spacelift_stack.app[0].id
      }

      data "spacelift_aws_integration_attachment_external_id" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = spacelift_stack.app.0.id
        read           = true
      }
      `,
      code,
      `
      resource "spacelift_stack" "app" {
        name = "app"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = spacelift_stack.app.id
      }

      data "spacelift_aws_integration_attachment_external_id" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = spacelift_stack.app.0.id
        read           = true
      }
      `,
    );
  });

  it("knows every way to take several", () => {
    checkFindings(
      `
      resource "spacelift_stack" "all" {
        for_each = toset(["a", "b"])
        name     = each.key
      }

      resource "spacelift_stack" "counted" {
        count = 2
        name  = "app-\${count.index}"
      }

      resource "spacelift_stack" "single" {
        name = "single"
      }

      resource "spacelift_aws_integration_attachment" "all" {
        for_each       = spacelift_stack.all
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = each.value.id
        depends_on     = [spacelift_stack.counted]
      }

      output "ids" {
        value = [
          spacelift_stack.counted[*].id,
          spacelift_stack.counted.*.id,
          values(spacelift_stack.all)[*].id,
          spacelift_stack.all["a"].id,
          [for stack in spacelift_stack.all : stack.id],
          spacelift_stack.single[*].id,
          keys(spacelift_stack.all),
        ]
      }
      `,
      code,
    );
  });

  it("does not guess what a computed key is", () => {
    checkFindings(
      `
      variable "key" {}

      resource "spacelift_stack" "single" {
        name = "single"
      }

      output "any" {
        value = spacelift_stack.single[var.key]
      }
      `,
      code,
    );
  });

  it("leaves other types alone", () => {
    checkFindings(
      `
      data "spacelift_account" "this" {}

      resource "aws_s3_bucket" "all" {
        count = 2
      }

      output "arn" {
        value = aws_s3_bucket.all.arn
      }
      `,
      code,
    );
  });
});
