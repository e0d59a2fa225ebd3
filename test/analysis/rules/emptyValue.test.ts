/** `empty-value`. */
import { describe, it } from "vitest";
import { checkFindings } from "../../kit/checkRule.ts";

const code = "empty-value";

describe(code, () => {
  it("finds an empty name", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = ""
      #            ^^ error empty-value: name is empty, and the provider refuses that. Write its value between the quotes.
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
      code,
    );
  });

  it("points at the literal behind a local", () => {
    checkFindings(
      `
      locals {
        arn = ""
      #       ^^ error empty-value: role_arn is empty, and the provider refuses that. Write its value between the quotes.
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = local.arn
      }
      `,
      code,
    );
  });

  it("lets optional attributes be empty", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        region = ""
      }
      `,
      code,
    );
  });

  it("does not guess what a variable holds", () => {
    checkFindings(
      `
      variable "name" {
        default = ""
      }

      resource "spacelift_aws_integration" "main" {
        name     = var.name
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
      code,
    );
  });
});
