/** The sessions that an integration opens, as far as a module tells. */
import { describe, expect, it } from "vitest";
import { verdictLines } from "./verdictLines.ts";

const settings = { accountName: "acme", instance: "spacelift.io" };
const policy = (id: string): string => `jsonencode({
  Version   = "2012-10-17"
  Statement = [{
    Effect    = "Allow"
    Principal = { AWS = "324880187172" }
    Action    = "sts:AssumeRole"
    Condition = { StringLike = { "sts:ExternalId" = ${id} } }
  }]
})`;
const role = (id: string): string => `
resource "aws_iam_role" "spacelift" {
  name               = "spacelift"
  assume_role_policy = ${policy(id)}
}`;
const integration = (body = ""): string => `
resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = aws_iam_role.spacelift.arn
  ${body}
}`;
const attachment = (body: string): string => `
resource "spacelift_aws_integration_attachment" "a" {
  integration_id = spacelift_aws_integration.main.id
  ${body}
}`;

interface Case {
  readonly name: string;
  readonly source: string;
  readonly lines: readonly string[];
}

function twoTargets(attached: string, ids: string, rest = ""): string {
  return `${role(ids)}
    variable "first" {}
    variable "other" {}
    resource "spacelift_stack" "a" {
      name       = "a"
      branch     = "main"
      repository = "infra"
      labels     = ["prod"]
    }
    resource "spacelift_aws_integration" "main" {
      name     = "m"
      role_arn = aws_iam_role.spacelift.arn
      ${rest}
    }
    resource "spacelift_aws_integration_attachment" "s" {
      integration_id = spacelift_aws_integration.main.id
      ${attached}
    }
  `;
}

/** An integration whose role is chosen. */
function oneOrOther(roleArn: string, ids = '"acme@*"'): string {
  const attachment =
    'resource "spacelift_aws_integration_attachment" "s" {\n integration_id = one(spacelift_aws_integration.main[*].id)\n stack_id = "s"\n}';
  return `${role(ids)}
    variable "arn" {}
    variable "own" {}
    resource "spacelift_aws_integration" "main" {
      name = "m"
      role_arn = ${roleArn}
    }
    ${attachment}
  `;
}

const cases: readonly Case[] = [
  {
    name: "an attachment that reads and writes sends the ID for writing",
    source: integration() + role('"acme@*@*@write"') + attachment('stack_id = "a"'),
    lines: ["main · a · write: allowed"],
  },
  {
    name: "an attachment that only reads",
    source: integration() + role('"acme@*@*@write"') + attachment('stack_id = "a"\n write = false'),
    lines: ["main · a · read: refused"],
  },
  {
    name: "an attachment of which it is not known whether it writes",
    source:
      integration() +
      role('"acme@*"') +
      attachment('stack_id = "a"\n write = var.write') +
      'variable "write" {\n type = bool\n}',
    lines: ["main · a · write: allowed", "main · a · read: allowed"],
  },
  {
    name: "an attachment to what no slug can be",
    source: integration() + role('"acme@*@my-stack@*"') + attachment('stack_id = "My Stack"'),
    lines: ["main · stack of spacelift_aws_integration_attachment.a · write: unknown"],
  },
  {
    name: "an attachment to a module",
    source: integration() + role('"acme@*@m@*"') + attachment('module_id = "m"'),
    lines: ["main · m · write: allowed"],
  },
  {
    name: "attachments for each stack of a list",
    source:
      integration() +
      role('"acme@*@a@*"') +
      attachment('for_each = toset(["a", "b"])\n stack_id = each.value'),
    lines: ["main · a · write: allowed", "main · b · write: refused"],
  },
  {
    name: "attachments by count",
    source: integration() + role('"acme@*@s-0@*"') + attachment('count = 2\n stack_id = "s-${count.index}"'),
    lines: ["main · s-0 · write: allowed", "main · s-1 · write: refused"],
  },
  {
    name: "attachments for each stack of a block that is repeated",
    source:
      integration() +
      role('"acme@*@${spacelift_stack.all["a"].id}@*"') +
      'resource "spacelift_stack" "all" {\n for_each = toset(["a", "b"])\n name = each.key\n branch = "b"\n repository = "r"\n}' +
      attachment("for_each = spacelift_stack.all\n stack_id = each.value.id"),
    lines: ["main · all.a · write: allowed", "main · all.b · write: refused"],
  },
  {
    name: "attachments for each stack that nobody knows",
    source:
      integration() +
      role('"acme@*@a@*"') +
      attachment("for_each = var.stacks\n stack_id = each.value") +
      'variable "stacks" {\n type = set(string)\n}',
    lines: ["main · key in var.stacks · write: unknown"],
  },
  {
    name: "no attachment here",
    source: integration() + role('"acme@*"'),
    lines: ["main · stacks and modules that are attached elsewhere: allowed"],
  },
  {
    name: "auto-attachment",
    source:
      integration('autoattach_enabled = true\n labels = ["autoattach:aws"]') +
      role('"acme@*@a@*"') +
      attachment('stack_id = "a"'),
    lines: [
      "main · a · write: allowed",
      "main · every stack and module with the label that auto-attaches: unknown",
    ],
  },
  {
    name: "an integration for each account, with its role",
    source: `
      locals {
        ids = { a = "acme@*", b = "other@*" }
      }
      resource "aws_iam_role" "spacelift" {
        for_each           = local.ids
        name               = "spacelift-\${each.key}"
        assume_role_policy = ${policy("each.value")}
      }
      resource "spacelift_aws_integration" "main" {
        for_each = local.ids
        name     = each.key
        role_arn = "arn:aws:iam::123456789012:role/spacelift-\${each.key}"
      }
      resource "spacelift_aws_integration_attachment" "a" {
        for_each       = local.ids
        integration_id = spacelift_aws_integration.main[each.key].id
        stack_id       = "s"
      }`,
    lines: ["main.a · s · write: allowed", "main.b · s · write: refused"],
  },
  {
    name: "an integration for each key that nobody knows, with its role",
    source: `
      variable "keys" {
        type = set(string)
      }
      resource "aws_iam_role" "spacelift" {
        for_each           = var.keys
        name               = each.key
        assume_role_policy = ${policy('"acme@${spacelift_aws_integration.main[each.key].id}@*"')}
      }
      resource "spacelift_aws_integration" "main" {
        for_each = var.keys
        name     = each.key
        role_arn = "arn:aws:iam::123456789012:role/\${each.key}"
      }
      resource "spacelift_aws_integration_attachment" "a" {
        for_each       = var.keys
        integration_id = spacelift_aws_integration.main[each.key].id
        stack_id       = "s"
      }`,
    lines: ["main[each.key in var.keys] · s · write: allowed"],
  },
  {
    name: "the older resource with its two parts",
    source:
      role('"acme@s"') +
      'resource "spacelift_aws_role" "old" {\n stack_id = "s"\n role_arn = aws_iam_role.spacelift.arn\n}',
    lines: ["old · s: allowed"],
  },
  {
    name: "a role elsewhere",
    source:
      'resource "spacelift_aws_integration" "main" {\n name = "m"\n role_arn = "arn:aws:iam::123456789012:role/x"\n}',
    lines: ["main: the role is not in this module"],
  },
  {
    name: "a stack or another, each where it is that one",
    source: twoTargets('stack_id = var.first ? "s" : var.other', '["acme@*@s@*"]'),
    lines: ["main · s · write: allowed", "main · other · write: unknown"],
  },
  {
    name: "a stack or another, in a policy that names them on the same condition",
    source: twoTargets('stack_id = var.first ? "s" : "t"', 'var.first ? ["acme@*@s@*"] : ["acme@*@t@*"]'),
    lines: ["main · s · write: allowed", "main · t · write: allowed"],
  },
  {
    name: "a stack or another, in a policy that has them the wrong way round",
    source: twoTargets('stack_id = var.first ? "s" : "t"', 'var.first ? ["acme@*@t@*"] : ["acme@*@s@*"]'),
    lines: ["main · s · write: refused", "main · t · write: refused"],
  },
  {
    name: "the one stack that is left where there is an attachment",
    source: twoTargets('count = var.first ? 1 : 0\n stack_id = var.first ? "s" : "t"', '["acme@*@s@*"]'),
    lines: ["main · s · write: allowed"],
  },
  {
    name: "a stack or a module",
    source: twoTargets(
      'stack_id = var.first ? "s" : null\n module_id = var.first ? null : "m"',
      'var.first ? ["acme@*@s@*"] : ["acme@*@m@*"]',
    ),
    lines: ["main · s · write: allowed", "main · m · write: allowed"],
  },
  {
    name: "a stack or another, read and written on the same condition",
    source: twoTargets(
      'stack_id = var.first ? "s" : "t"\n read = !var.first\n write = var.first',
      '[var.first ? "acme@*@s@write" : "acme@*@t@read"]',
    ),
    lines: ["main · s · write: allowed", "main · t · read: allowed"],
  },
  {
    name: "the same stack on two of three conditions",
    source: twoTargets('stack_id = var.first ? "s" : var.other == "" ? "t" : "s"', '"acme@*"'),
    lines: ["main · s · write: allowed", "main · t · write: allowed"],
  },
  {
    name: "more stacks than are told apart",
    source: twoTargets(
      'stack_id = var.first ? (var.other == "a" ? "a" : var.other == "b" ? "b" : "c") : var.other == "d" ? "d" : "e"',
      '"acme@*"',
    ),
    lines: ["main · stack of spacelift_aws_integration_attachment.s · write: allowed"],
  },
  {
    name: "a labelled stack that is attached on a condition alone",
    source: twoTargets(
      'stack_id = var.first ? spacelift_stack.a.id : "t"\n read = true\n write = false',
      '["acme@*@read"]',
      'autoattach_enabled = true\n labels = ["autoattach:prod"]',
    ),
    lines: [
      "main · a · read: allowed",
      "main · t · read: allowed",
      "main · a · write: refused",
      "main · any other stack or module with the label that auto-attaches: unknown",
    ],
  },
  {
    name: "one of two stacks of the older resource",
    source: `${role('["acme@s", "acme@u"]')}
      variable "first" {}
      resource "spacelift_aws_role" "old" {
        stack_id = var.first ? "s" : "t"
        role_arn = aws_iam_role.spacelift.arn
      }`,
    lines: ["old · s: allowed", "old · t: refused"],
  },
  {
    name: "a role from outside",
    source:
      'variable "arn" {}\nresource "spacelift_aws_integration" "main" {\n name = "m"\n role_arn = var.arn\n}',
    lines: ["main: which role it is cannot be told, because var.arn is set from outside the module"],
  },
  {
    name: "a role of the module or one from outside",
    source: oneOrOther("var.own ? aws_iam_role.spacelift.arn : var.arn"),
    lines: ["main · s · write: allowed"],
  },
  {
    name: "a role from outside or one of the module",
    source: oneOrOther('var.arn != "" ? var.arn : aws_iam_role.spacelift.arn'),
    lines: ["main · s · write: allowed"],
  },
  {
    name: "one of two roles of the module",
    source:
      oneOrOther("var.own ? aws_iam_role.spacelift.arn : aws_iam_role.other.arn") +
      'resource "aws_iam_role" "other" {\n assume_role_policy = "{}"\n}',
    lines: ["main: which role it is cannot be told, because var.own is set from outside the module"],
  },
  {
    name: "a role of the module on either of two conditions",
    source: oneOrOther('var.own || var.arn == "" ? aws_iam_role.spacelift.arn : var.arn'),
    lines: ["main · s · write: allowed"],
  },
  {
    name: "attachments for one role of two",
    source: oneOrOther(
      "var.own ? aws_iam_role.spacelift.arn : var.arn",
      '["acme@*@s@*", "acme@*@x@*"]',
    ).replace('stack_id = "s"', 'stack_id = var.own ? "x" : "t"'),
    lines: ["main · x · write: allowed"],
  },
  {
    name: "a role that the module makes on the same condition",
    source: oneOrOther(
      "var.own ? aws_iam_role.spacelift.arn : var.arn",
      'concat(["other@*"], var.own ? ["acme@*"] : [])',
    ),
    lines: ["main · s · write: allowed"],
  },
  {
    name: "a role that is named where there is no integration",
    source: oneOrOther("var.own ? aws_iam_role.spacelift.arn : var.arn").replace(
      'name = "m"',
      'name = "m"\n count = var.own ? 0 : 1',
    ),
    lines: ["main[0]: which role it is cannot be told, because var.arn is set from outside the module"],
  },
];

describe("sessions", () => {
  it.each(cases)("$name", ({ source, lines }) => {
    expect(verdictLines(source, settings)).toEqual(lines);
  });
});
