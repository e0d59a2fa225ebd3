/** `wrong-type`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "wrong-type";

describe(code, () => {
  it("finds a list where a string belongs", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = ["main"]
      #            ^^^^^^^^ error wrong-type: name must be a string: Terraform cannot convert this and refuses to plan. Change the value.
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
      code,
    );
  });

  it("puts a lone label in brackets", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        labels   = "team:platform"
      #            ^^^^^^^^^^^^^^^ error wrong-type: labels must be a list of strings: Terraform cannot convert this and refuses to plan. Put the values
      }
      `,
      code,
    );
  });

  it("fixes: puts a lone label in brackets", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        labels   = "team:platform"
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        labels   = ["team:platform"]
      }
      `,
    );
  });

  it("turns words into true and false", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        tag_assume_role = "yes"
      #                   ^^^^^ error wrong-type: tag_assume_role must be true or false: Terraform cannot convert this and refuses to plan. Write true
      }
      `,
      code,
    );
  });

  it("fixes: turns words into true and false", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        tag_assume_role = "yes"
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        tag_assume_role = true
      }
      `,
    );
  });

  it("turns minutes into seconds", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        duration_seconds = "15m"
      #                    ^^^^^ error wrong-type: duration_seconds must be a number: Terraform cannot convert this and refuses to plan. Write whole
      }
      `,
      code,
    );
  });

  it("fixes: turns minutes into seconds", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        duration_seconds = "15m"
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        duration_seconds = 900
      }
      `,
    );
  });

  it("points at the literal behind a local", () => {
    checkFindings(
      `
      locals {
        hour = "one hour"
      #        ^^^^^^^^^^ error wrong-type: duration_seconds must be a number: Terraform cannot convert this and refuses to plan. Write whole
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        duration_seconds = local.hour
      }
      `,
      code,
    );
  });

  it("finds an object where a string belongs", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = { id = "app" }
      #                  ^^^^^^^^^^^^^^ error wrong-type: stack_id must be a string: Terraform cannot convert this and refuses to plan. Change the value.
      }
      `,
      code,
    );
  });

  it("finds a whole stack and a whole role where an attribute of them belongs", () => {
    checkFindings(
      `
      resource "spacelift_stack" "app" {
        name = "app"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = "01FPAH5J0JFYSM5953T9KT2VS9"
        stack_id       = spacelift_stack.app
      #                  ^^^^^^^^^^^^^^^^^^^ error wrong-type: stack_id must be a string
      }
      `,
      code,
    );
  });

  it("fixes: adds the attribute", () => {
    checkFix(
      `
      resource "aws_iam_role" "main" {
        name = "main"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = aws_iam_role.main
      }
      `,
      code,
      `
      resource "aws_iam_role" "main" {
        name = "main"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = aws_iam_role.main.arn
      }
      `,
    );
  });

  it("lets Terraform convert what it converts", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name             = 5
        role_arn         = "arn:aws:iam::123456789012:role/spacelift"
        duration_seconds = "900"
        tag_assume_role  = "true"
        labels           = []
      }
      `,
      code,
    );
  });

  it("does not guess what a variable holds", () => {
    checkFindings(
      `
      variable "labels" {
        default = "a"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        labels   = var.labels
      }
      `,
      code,
    );
  });
});
