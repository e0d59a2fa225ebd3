/** `autoattach-without-label`. */
import { describe, it } from "vitest";
import { checkFindings } from "../../kit/checkRule.ts";

const code = "autoattach-without-label";

describe(code, () => {
  it("finds none", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        autoattach_enabled = true
      #                      ^^^^ warning autoattach-without-label: Auto-attachment is on, but no label begins with autoattach:, so it attaches nothing. Add a label such
      }
      `,
      code,
    );
  });

  it("finds other labels only", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        autoattach_enabled = true
      #                      ^^^^ warning autoattach-without-label: Auto-attachment is on, but no label begins with autoattach:, so it attaches nothing. Add a label such
        labels             = ["team:a", "env:\${var.env}"]
      }
      `,
      code,
    );
  });

  it("is silent where there is one", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        autoattach_enabled = true
        labels             = ["team:a", "autoattach:\${var.env}"]
      }
      `,
      code,
    );
  });

  it("does not guess what a label is", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        autoattach_enabled = true
        labels             = ["team:a", var.label]
      }

      resource "spacelift_aws_integration" "other" {
        name               = "other"
        role_arn           = "arn:aws:iam::123456789012:role/spacelift"
        labels             = var.labels
        autoattach_enabled = true
      }
      `,
      code,
    );
  });
});
