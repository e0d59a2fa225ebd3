/** `duplicate-attribute`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "duplicate-attribute";

describe(code, () => {
  it("finds the second of two", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        name     = "other"
      # ^^^^ error duplicate-attribute: name is set twice here, which Terraform refuses to read. Keep one of the two.
      }
      `,
      code,
    );
  });

  it("fixes: finds the second of two: Remove this name", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        name     = "other"
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

  it("fixes: finds the second of two: Remove the first name", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        name     = "other"
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        name     = "other"
      }
      `,
      "Remove the first name",
    );
  });

  it("finds it in any file, and in data sources", () => {
    checkFindings(
      `
      data "spacelift_aws_integration" "main" {
        name = "a"
        name = "b"
      # ^^^^ error duplicate-attribute: name is set twice here, which Terraform refuses to read. Keep one of the two.
      }
      `,
      code,
    );
  });

  it("fixes: finds it in any file, and in data sources: Remove this name", () => {
    checkFix(
      `
      data "spacelift_aws_integration" "main" {
        name = "a"
        name = "b"
      }
      `,
      code,
      `
      data "spacelift_aws_integration" "main" {
        name = "a"
      }
      `,
    );
  });

  it("fixes: finds it in any file, and in data sources: Remove the first name", () => {
    checkFix(
      `
      data "spacelift_aws_integration" "main" {
        name = "a"
        name = "b"
      }
      `,
      code,
      `
      data "spacelift_aws_integration" "main" {
        name = "b"
      }
      `,
      "Remove the first name",
    );
  });

  it("is silent where each is set once", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
      code,
    );
  });

  it("does not compare blocks with each other", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      resource "spacelift_aws_integration" "other" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
      code,
    );
  });

  it("does not count a name that is being typed", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        name
      }
      `,
      code,
    );
  });
});
