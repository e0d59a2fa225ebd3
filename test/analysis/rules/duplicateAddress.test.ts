/** `duplicate-address`. */
import { describe, it } from "vitest";
import { checkFindings } from "../../kit/checkRule.ts";

const code = "duplicate-address";

describe(code, () => {
  it("finds the second declaration", () => {
    checkFindings(
      `
      //- /main.tf
      data "spacelift_account" "this" {}
      //- /other.tf
      data "spacelift_account" "this" {
      #                        ^^^^^^ error duplicate-address: data.spacelift_account.this is declared twice in this module, which Terraform refuses. Rename one of
      }
      `,
      code,
    );
  });

  it("finds locals and variables, too", () => {
    checkFindings(
      `
      data "spacelift_account" "this" {}

      locals {
        role = "a"
      }

      locals {
        role = "b"
      # ^^^^ error duplicate-address: local.role is declared twice in this module, which Terraform refuses. Rename one of the two, or
      }
      `,
      code,
    );
  });

  it("tells resources from data sources", () => {
    checkFindings(
      `
      data "spacelift_aws_integration" "main" {
        name = "main"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
      code,
    );
  });

  it("leaves override files and repeatable blocks alone", () => {
    checkFindings(
      `
      //- /main.tf
      data "spacelift_account" "this" {}
      provider "aws" {
        region = "eu-west-1"
      }
      provider "aws" {
        alias = "us"
      }
      //- /main_override.tf
      data "spacelift_account" "this" {}
      `,
      code,
    );
  });

  it("leaves the two sides of a merge alone", () => {
    checkFindings(
      `
      <<<<<<< HEAD
      data "spacelift_account" "this" {}
      =======
      data "spacelift_account" "this" {
      }
      >>>>>>> main
      `,
      code,
    );
  });

  it("does not judge a block without a name", () => {
    checkFindings(
      `
      data "spacelift_account" {}
      data "spacelift_account" {}
      `,
      code,
    );
  });
});
