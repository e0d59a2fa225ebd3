/** `autoattach-disabled`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "autoattach-disabled";

describe(code, () => {
  it("finds a label that does nothing", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        labels   = ["team:a", "autoattach:production"]
      #                       ^^^^^^^^^^^^^^^^^^^^^^^ warning autoattach-disabled: This label does nothing while autoattach_enabled is not true. Set autoattach_enabled = true, or remove the label.
      }
      `,
      code,
    );
  });

  it("fixes: finds a label that does nothing", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        labels   = ["team:a", "autoattach:production"]
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name               = "main"
        role_arn           = "arn:aws:iam::123456789012:role/spacelift"
        labels             = ["team:a", "autoattach:production"]
        autoattach_enabled = true
      }
      `,
    );
  });

  it("finds it where the flag is false", () => {
    checkFindings(
      `
      locals {
        labels = ["autoattach:production"]
      #           ^^^^^^^^^^^^^^^^^^^^^^^ warning autoattach-disabled: This label does nothing while autoattach_enabled is not true. Set autoattach_enabled = true, or remove the label.
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        labels             = local.labels
        autoattach_enabled = false
      }
      `,
      code,
    );
  });

  it("fixes: finds it where the flag is false", () => {
    checkFix(
      `
      locals {
        labels = ["autoattach:production"]
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        labels             = local.labels
        autoattach_enabled = false
      }
      `,
      code,
      `
      locals {
        labels = ["autoattach:production"]
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        labels             = local.labels
        autoattach_enabled = true
      }
      `,
    );
  });

  it("is silent where it is switched on", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        labels             = ["autoattach:production"]
        autoattach_enabled = true
      }
      `,
      code,
    );
  });

  it("does not guess what the labels or the flag are", () => {
    checkFindings(
      `
      variable "labels" {
        default = ["autoattach:x"]
      }

      variable "on" {}

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        labels   = var.labels
      }

      resource "spacelift_aws_integration" "other" {
        name               = "other"
        role_arn           = "arn:aws:iam::123456789012:role/spacelift"
        labels             = ["autoattach:x"]
        autoattach_enabled = var.on
      }
      `,
      code,
    );
  });
});
