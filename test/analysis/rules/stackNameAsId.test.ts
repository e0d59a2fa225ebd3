/** `stack-name-as-id`. */
import { describe, expect, it } from "vitest";
import { checkFindings, checkFix, findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";

const code = "stack-name-as-id";

describe(code, () => {
  it("finds the name of a stack", () => {
    checkFindings(
      `
      resource "spacelift_stack" "app" {
        name = "My app"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = spacelift_stack.app.name
      #                                      ^^^^ warning stack-name-as-id: This is the stack's name, and stack_id takes its slug, so Spacelift will not find the stack. Use .id.
      }
      `,
      code,
    );
  });

  it("fixes: finds the name of a stack", () => {
    checkFix(
      `
      resource "spacelift_stack" "app" {
        name = "My app"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = spacelift_stack.app.name
      }
      `,
      code,
      `
      resource "spacelift_stack" "app" {
        name = "My app"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = spacelift_stack.app.id
      }
      `,
    );
  });

  it("finds it behind a local, where the name is not known", () => {
    checkFindings(
      `
      variable "name" {}

      resource "spacelift_stack" "app" {
        name = var.name
      }

      locals {
        stack = spacelift_stack.app.name
      #                             ^^^^ warning stack-name-as-id: This is the stack's name, and stack_id takes its slug, so Spacelift will not find the stack. Use .id.
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = local.stack
      }
      `,
      code,
    );
  });

  it("fixes: finds it behind a local, where the name is not known", () => {
    checkFix(
      `
      variable "name" {}

      resource "spacelift_stack" "app" {
        name = var.name
      }

      locals {
        stack = spacelift_stack.app.name
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = local.stack
      }
      `,
      code,
      `
      variable "name" {}

      resource "spacelift_stack" "app" {
        name = var.name
      }

      locals {
        stack = spacelift_stack.app.id
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = local.stack
      }
      `,
    );
  });

  it("finds what no slug can be", () => {
    checkFindings(
      `
      resource "spacelift_stack" "app" {
        name = "My app"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "My app"
      #                  ^^^^^^^^ warning stack-name-as-id: "My app" cannot be a stack's slug, so Spacelift will not find the stack. Use spacelift_stack.app.id.
      }

      data "spacelift_aws_integration_attachment_external_id" "all" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "*"
      #                  ^^^ warning stack-name-as-id: "*" cannot be a stack's slug, so Spacelift will not find the stack. Its slug is at the end of its address in Spacelift.
        read           = true
      }
      `,
      code,
    );
  });

  it("fixes: finds what no slug can be", () => {
    checkFix(
      `
      resource "spacelift_stack" "app" {
        name = "My app"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "My app"
      }

      data "spacelift_aws_integration_attachment_external_id" "all" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "*"
        read           = true
      }
      `,
      code,
      `
      resource "spacelift_stack" "app" {
        name = "My app"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = spacelift_stack.app.id
      }

      data "spacelift_aws_integration_attachment_external_id" "all" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "*"
        read           = true
      }
      `,
    );
  });

  it("only hints where name and slug are the same today", () => {
    checkFindings(
      `
      resource "spacelift_stack" "app" {
        name = "app"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = spacelift_stack.app.name
      #                                      ^^^^ hint stack-name-as-id: This is the stack's name, and stack_id takes its slug: the same until you rename the stack. Use .id.
      }
      `,
      code,
    );
  });

  it("fixes: only hints where name and slug are the same today", () => {
    checkFix(
      `
      resource "spacelift_stack" "app" {
        name = "app"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = spacelift_stack.app.name
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
      `,
    );
  });

  it("fixes: the slug that a stack of that name gets, as a guess", () => {
    const source = (stack: string): string => `
      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = ${stack}
      }
    `;
    checkFix(source('"Website (staging)"'), code, source('"website-staging"'));
    const [finding] = findingsOf(readFixture(source('"Website (staging)"')).files, code);
    expect(finding?.fixes().map(({ preferred }) => preferred)).toEqual([false]);
    expect(finding?.message).toContain('Most likely it is "website-staging".');
  });

  it("is silent about slugs", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "my-app_1"
      }

      resource "spacelift_aws_integration_attachment" "other" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        module_id      = spacelift_module.network.id
      }
      `,
      code,
    );
  });

  it("does not guess what a map or a variable holds", () => {
    checkFindings(
      `
      variable "stack" {
        default = "My app"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        for_each       = { "App" = { name = "My app" } }
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = each.value.name
      }

      resource "spacelift_aws_integration_attachment" "other" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = var.stack
      }
      `,
      code,
    );
  });
});
