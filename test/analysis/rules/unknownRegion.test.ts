/** `unknown-region`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "unknown-region";

describe(code, () => {
  it("suggests the nearest", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        region = "eu-wset-1"
      #          ^^^^^^^^^^^ warning unknown-region: AWS has no region "eu-wset-1" that we know of, so Spacelift would get no credentials. Did you mean
      }
      `,
      code,
    );
  });

  it("fixes: suggests the nearest", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        region = "eu-wset-1"
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        region = "eu-west-1"
      }
      `,
    );
  });

  it("knows zones and titles", () => {
    checkFindings(
      `
      locals {
        region = "eu-west-1a"
      #          ^^^^^^^^^^^^ warning unknown-region: AWS has no region "eu-west-1a" that we know of, so Spacelift would get no credentials. Did you mean
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        region = local.region
      }

      resource "spacelift_aws_integration" "other" {
        name     = "other"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        region   = "frankfurt"
      #            ^^^^^^^^^^^ warning unknown-region: AWS has no region "frankfurt" that we know of, so Spacelift would get no credentials. Did you mean
      }
      `,
      code,
    );
  });

  it("fixes: knows zones and titles: Change to eu-west-1", () => {
    checkFix(
      `
      locals {
        region = "eu-west-1a"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        region = local.region
      }

      resource "spacelift_aws_integration" "other" {
        name     = "other"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        region   = "frankfurt"
      }
      `,
      code,
      `
      locals {
        region = "eu-west-1"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        region = local.region
      }

      resource "spacelift_aws_integration" "other" {
        name     = "other"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        region   = "frankfurt"
      }
      `,
    );
  });

  it("is silent about regions that there are", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        region = "ap-southeast-7"
      }
      `,
      code,
    );
  });

  it("does not guess what a variable holds", () => {
    checkFindings(
      `
      variable "region" {
        default = "nowhere"
      }

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
