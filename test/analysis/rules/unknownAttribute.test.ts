/** `unknown-attribute`. */
import { describe, expect, it } from "vitest";
import { checkFindings, checkFix, findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";

const code = "unknown-attribute";

describe(code, () => {
  it("knows what people mean by arn", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name = "main"
        arn  = "arn:aws:iam::123456789012:role/spacelift"
      # ^^^ error unknown-attribute: An integration has no arn, so Terraform refuses to plan. Did you mean role_arn?
      }
      `,
      code,
    );
  });

  it("fixes: knows what people mean by arn: Rename to role_arn", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name = "main"
        arn  = "arn:aws:iam::123456789012:role/spacelift"
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

  it("takes nothing away that is needed", () => {
    const fixes = (line: string): readonly string[] =>
      findingsOf(
        readFixture(`
          resource "spacelift_aws_integration_attachment" "main" {
            integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
            ${line}
          }
        `).files,
        code,
      ).flatMap((finding) => finding.fixes().map(({ title }) => title));
    expect(fixes(`stack = "app"`)).toEqual(["Rename to stack_id"]);
    expect(fixes(`stack_name = "App"`)).toEqual([]);
    expect(fixes(`stack_id = "app"\nmodule = "m"`)).toEqual(["Rename to module_id", "Remove module"]);
  });

  it("suggests the nearest name", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        duraton_seconds = 900
      # ^^^^^^^^^^^^^^^ error unknown-attribute: An integration has no duraton_seconds, so Terraform refuses to plan. Did you mean duration_seconds?
      }
      `,
      code,
    );
  });

  it("fixes: suggests the nearest name: Rename to duration_seconds", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        duraton_seconds = 900
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name             = "main"
        role_arn         = "arn:aws:iam::123456789012:role/spacelift"
        duration_seconds = 900
      }
      `,
    );
  });

  it("fixes: suggests the nearest name: Remove duraton_seconds", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        duraton_seconds = 900
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
      "Remove duraton_seconds",
    );
  });

  it("says where an attribute of the attachment belongs", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        stack_id = spacelift_stack.app.id
      # ^^^^^^^^ error unknown-attribute: An integration has no stack_id, so Terraform refuses to plan. It belongs on a
      }
      `,
      code,
    );
  });

  it("fixes: says where an attribute of the attachment belongs", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        stack_id = spacelift_stack.app.id
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

  it("explains read_only", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "app"
        read_only      = true
      # ^^^^^^^^^ error unknown-attribute: An attachment has no read_only, so Terraform refuses to plan. Set write to false instead.
      }
      `,
      code,
    );
  });

  it("fixes: explains read_only", () => {
    checkFix(
      `
      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = "app"
        read_only      = true
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

  it.each([
    ["stack_name", "Set stack_id to the stack's slug instead."],
    ["module_name", "Set module_id to the module's slug instead."],
    ["integration_name", "Set integration_id to the integration's ID instead."],
  ])("does not rename %s, whose value would be wrong", (name, advice) => {
    const { files } = readFixture(`
      resource "spacelift_aws_integration_attachment" "main" {
        ${name} = "x"
      }
    `);
    const [finding, ...others] = findingsOf(files, code);
    expect(others).toEqual([]);
    expect(finding?.message).toContain(advice);
    expect(finding?.fixes()).toEqual([]);
  });

  it("removes what nothing is like", () => {
    checkFindings(
      `
      data "spacelift_account" "this" {
        colour = "blue"
      # ^^^^^^ error unknown-attribute: An account data source has no colour, so Terraform refuses to plan. Nothing can be set here: remove
      }
      `,
      code,
    );
  });

  it("fixes: removes what nothing is like", () => {
    checkFix(
      `
      data "spacelift_account" "this" {
        colour = "blue"
      }
      `,
      code,
      `
      data "spacelift_account" "this" {
      }
      `,
    );
  });

  it("knows Terraform's own arguments", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        count      = 1
        provider   = spacelift.admin
        depends_on = []
        name       = "main"
        role_arn   = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
      code,
    );
  });

  it("waits for the equals sign", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        regio
      }
      `,
      code,
    );
  });

  it("judges the names, whatever the values", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        region = var.region
      }
      `,
      code,
    );
  });
});
