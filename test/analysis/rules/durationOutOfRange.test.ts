/** `duration-out-of-range`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "duration-out-of-range";

describe(code, () => {
  it("clamps what is too short", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        duration_seconds = 600
      #                    ^^^ error duration-out-of-range: 600 seconds is outside of what AWS allows, so no session will start. Set duration_seconds to a whole
      }
      `,
      code,
    );
  });

  it("fixes: clamps what is too short", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        duration_seconds = 600
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
        duration = 86400
      #            ^^^^^ error duration-out-of-range: 86400 seconds is outside of what AWS allows, so no session will start. Set duration_seconds to a
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        generate_credentials_in_worker = true
        duration_seconds               = local.duration
      }
      `,
      code,
    );
  });

  it("fixes: points at the literal behind a local", () => {
    checkFix(
      `
      locals {
        duration = 86400
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        generate_credentials_in_worker = true
        duration_seconds               = local.duration
      }
      `,
      code,
      `
      locals {
        duration = 43200
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        generate_credentials_in_worker = true
        duration_seconds               = local.duration
      }
      `,
    );
  });

  it("finds what is no whole number", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        duration_seconds = 1000.5
      #                    ^^^^^^ error duration-out-of-range: 1000.5 is no whole number, so Terraform refuses to plan. Set duration_seconds to a whole number from
      }
      `,
      code,
    );
  });

  it("fixes: finds what is no whole number", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        duration_seconds = 1000.5
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        duration_seconds = 1001
      }
      `,
    );
  });

  it.each([
    ["false", "3600"],
    ["true", "43200"],
  ])("fixes: no more than is possible, where generate_credentials_in_worker is %s", (inWorker, allowed) => {
    const source = (seconds: string): string => `
      resource "spacelift_aws_integration" "main" {
        name                           = "main"
        role_arn                       = "arn:aws:iam::123456789012:role/spacelift"
        duration_seconds               = ${seconds}
        generate_credentials_in_worker = ${inWorker}
      }
    `;
    checkFix(source("99999"), code, source(allowed));
  });

  it("is silent within the limits", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        duration_seconds = "900"
      }
      `,
      code,
    );
  });

  it("does not guess what a variable holds", () => {
    checkFindings(
      `
      variable "duration" {
        default = 60
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        duration_seconds = var.duration
      }
      `,
      code,
    );
  });
});
