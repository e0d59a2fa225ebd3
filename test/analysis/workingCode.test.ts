/** Code that works, in the shapes that people really use: no rule says anything about it. */
import { describe, it } from "vitest";
import { checkFindings } from "../kit/checkRule.ts";

const cases: Readonly<Record<string, string>> = {
  "an integration for a role that is made elsewhere": `
    resource "spacelift_aws_integration" "main" {
      name     = "main"
      role_arn = "arn:aws:iam::123456789012:role/spacelift"
    }

    resource "spacelift_aws_integration_attachment" "main" {
      integration_id = spacelift_aws_integration.main.id
      stack_id       = "app"
    }
  `,
  "an attachment of an integration that is made elsewhere": `
    data "spacelift_aws_integration" "main" {
      name = "Production"
    }

    data "spacelift_current_stack" "this" {}

    resource "spacelift_aws_integration_attachment" "main" {
      integration_id = data.spacelift_aws_integration.main.integration_id
      stack_id       = data.spacelift_current_stack.this.id
      write          = false
    }
  `,
  "every way to come by a role's ARN": `
    variable "create" {
      type = bool
    }

    variable "role_arn" {
      type    = string
      default = null
    }

    data "aws_partition" "current" {}

    data "aws_caller_identity" "current" {}

    data "aws_iam_role" "existing" {
      count = var.create ? 0 : 1
      name  = "spacelift"
    }

    resource "aws_iam_role" "this" {
      count              = var.create ? 1 : 0
      name               = "spacelift"
      path               = "/ci/"
      assume_role_policy = file("trust.json")
    }

    locals {
      first  = try(aws_iam_role.this[0].arn, data.aws_iam_role.existing[0].arn)
      second = one(concat(aws_iam_role.this[*].arn, data.aws_iam_role.existing[*].arn))
      third  = join("", aws_iam_role.this.*.arn)
      built = format(
        "arn:%s:iam::%s:role/%s",
        data.aws_partition.current.partition,
        data.aws_caller_identity.current.account_id,
        "other",
      )
    }

    resource "spacelift_aws_integration" "each" {
      for_each = {
        a = local.first
        b = local.second
        c = local.third
        d = coalesce(var.role_arn, local.first)
        e = var.create ? aws_iam_role.this[0].arn : "arn:aws:iam::123456789012:role/x"
      }

      name     = each.key
      role_arn = each.value
    }

    resource "spacelift_aws_integration" "built" {
      name     = "built"
      role_arn = local.built
    }

    output "ids" {
      value = {
        each  = { for key, integration in spacelift_aws_integration.each : key => integration.id }
        built = spacelift_aws_integration.built.id
      }
    }
  `,
  "optional attributes of an object": `
    variable "config" {
      type = object({
        duration = optional(number, 100)
        region   = optional(string)
        labels   = optional(list(string), [])
      })
    }

    resource "spacelift_aws_integration" "main" {
      name             = "main"
      role_arn         = "arn:aws:iam::123456789012:role/spacelift"
      duration_seconds = try(var.config.duration, 900)
      region           = var.config.region
      labels           = concat(var.config.labels, ["team:platform"])
      external_id      = ""
    }

    output "id" {
      value = spacelift_aws_integration.main.id
    }
  `,
  "resources chained by for_each, and slugs in a map": `
    locals {
      TEAM-STACKS = { app = { id = "app", name = "My app" } }
    }

    resource "spacelift_stack" "all" {
      for_each   = local.TEAM-STACKS
      name       = each.value.name
      branch     = "main"
      repository = "infrastructure"
    }

    resource "spacelift_aws_integration" "main" {
      name     = "main"
      role_arn = "arn:aws:iam::123456789012:role/spacelift"
    }

    resource "spacelift_aws_integration_attachment" "chained" {
      for_each       = spacelift_stack.all
      integration_id = spacelift_aws_integration.main.id
      stack_id       = each.value.id
    }

    resource "spacelift_aws_integration_attachment" "mapped" {
      for_each       = local.TEAM-STACKS
      integration_id = spacelift_aws_integration.main.id
      stack_id       = each.value.id
      module_id      = null
    }
  `,
  "one of two, chosen by a variable": `
    variable "stack" {
      type = bool
    }

    data "spacelift_aws_integration" "main" {
      name = "main"
    }

    resource "spacelift_aws_integration_attachment" "main" {
      integration_id = data.spacelift_aws_integration.main.id
      stack_id       = var.stack ? "app" : null
      module_id      = var.stack ? null : "terraform-aws-network"
    }
  `,
  "addresses that were, and comments that look like code": `
    moved {
      from = spacelift_aws_integration.old
      to   = spacelift_aws_integration.main
    }

    removed {
      from = spacelift_aws_integration_attachment.gone
    }

    import {
      to = spacelift_aws_integration.main
      id = "01FPAH5J0JFYSM5953T9KT2VS9"
    }

    # resource "spacelift_aws_integration" "commented" {}

    locals {
      files = fileset(path.module, "**/stacks/*.yaml")
    }

    resource "spacelift_aws_integration" "main" {
      name     = "main"
      role_arn = "arn:aws:iam::123456789012:role/spacelift"
    }

    output "integration_id" {
      value = spacelift_aws_integration.main.id
    }
  `,
};

describe("nothing is said about", () => {
  it.each(Object.entries(cases))("%s", (_, source) => {
    checkFindings(source);
  });
});
