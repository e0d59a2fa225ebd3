/**
 * Instances that are taken out of lists: `one(x[*].id)` and its like. The same module is judged with each number of
 * instances, or each collection, for which Terraform would apply it.
 */
import { describe, expect, it } from "vitest";
import { verdictLines } from "./verdictLines.ts";

interface Case {
  readonly integrations?: string;
  readonly stacks?: string;
  readonly roles?: string;
  readonly attachments?: string;
  readonly roleArn?: string;
  readonly integration?: string;
  readonly stack?: string;
  readonly ids: string;
}

function moduleOf(given: Case): string {
  const {
    integrations = "",
    stacks = "",
    roles = "",
    attachments = "",
    roleArn = '"arn:aws:iam::123456789012:role/spacelift"',
    integration = "spacelift_aws_integration.x.id",
    stack = "spacelift_stack.all.id",
    ids,
  } = given;
  return `
    variable "on" {
      type = bool
    }
    variable "number" {
      type = number
    }
    variable "stacks" {
      type = map(string)
    }

    resource "spacelift_aws_integration" "x" {
      ${integrations}
      name     = "x"
      role_arn = ${roleArn}
    }

    resource "spacelift_stack" "all" {
      ${stacks}
      name       = "all"
      branch     = "main"
      repository = "infra"
    }

    resource "spacelift_aws_integration_attachment" "x" {
      ${attachments}
      integration_id = ${integration}
      stack_id       = ${stack}
    }

    resource "aws_iam_role" "x" {
      ${roles}
      name = "spacelift"
      assume_role_policy = jsonencode({
        Version = "2012-10-17"
        Statement = [{
          Effect    = "Allow"
          Principal = { AWS = "324880187172" }
          Action    = "sts:AssumeRole"
          Condition = { StringLike = { "sts:ExternalId" = ${ids} } }
        }]
      })
    }
  `;
}

function outcomesOf(source: string): readonly string[] {
  const lines = verdictLines(source, { accountName: "acme", instance: "spacelift.io" });
  return [...new Set(lines.map((line) => line.replace(/^.*: /, "")))];
}

const own = (integration: string): string => `"acme@\${${integration}}@*"`;

const counted: readonly (readonly [string, string, Omit<Case, "integrations" | "roles" | "stacks">])[] = [
  [
    "allowed",
    "integrations",
    { ids: own("one(spacelift_aws_integration.x[*].id)"), integration: "spacelift_aws_integration.x[0].id" },
  ],
  [
    "allowed",
    "integrations",
    { ids: own("spacelift_aws_integration.x[0].id"), integration: "one(spacelift_aws_integration.x[*].id)" },
  ],
  [
    "allowed",
    "integrations",
    {
      ids: own("spacelift_aws_integration.x.*.id[0]"),
      integration: "element(spacelift_aws_integration.x[*].id, 0)",
    },
  ],
  ["refused", "integrations", { ids: '"other@*"', integration: "one(spacelift_aws_integration.x[*].id)" }],
  [
    "allowed",
    "integrations",
    {
      ids: '[for id in spacelift_aws_integration.x[*].id : "acme@${id}@*"]',
      integration: "one(spacelift_aws_integration.x[*].id)",
    },
  ],
  [
    "allowed",
    "stacks",
    { ids: '"acme@*@${spacelift_stack.all[0].id}@write"', stack: "one(spacelift_stack.all[*].id)" },
  ],
  ["allowed", "roles", { ids: own("spacelift_aws_integration.x.id"), roleArn: "one(aws_iam_role.x[*].arn)" }],
  ["refused", "roles", { ids: '"other@*"', roleArn: "one(aws_iam_role.x[*].arn)" }],
];

describe.each(counted)("%s, with %s that are counted", (outcome, repeated, given) => {
  it.each(["1", "var.on ? 1 : 0", "var.number"])(`count = %s: ${JSON.stringify(given)}`, (count) => {
    expect(outcomesOf(moduleOf({ ...given, [repeated]: `count = ${count}` }))).toEqual([outcome]);
  });
});

const all = 'acme@${spacelift_aws_integration.x.id}@${id}@write"';

describe.each([
  ["allowed", `[for id in values(spacelift_stack.all)[*].id : "${all}]`],
  ["allowed", `[for id in [for stack in spacelift_stack.all : stack.id] : "${all}]`],
  ["allowed", 'formatlist("acme@*@%s@*", values(spacelift_stack.all)[*].id)'],
  ["refused", 'formatlist("other@*@%s@*", values(spacelift_stack.all)[*].id)'],
])("%s, with stacks for a collection, %s", (outcome, ids) => {
  it.each(['toset(["a"])', 'toset(["a", "b"])', "var.stacks"])("%s", (collection) => {
    const module = moduleOf({
      stacks: `for_each = ${collection}`,
      attachments: "for_each = spacelift_stack.all",
      stack: "each.value.id",
      ids,
    });
    expect(outcomesOf(module)).toEqual([outcome]);
  });
});

it("takes none of several for the only one", () => {
  const given = {
    stacks: "for_each = var.stacks",
    stack: "one(values(spacelift_stack.all)[*].id)",
    ids: `[for id in concat(["a"], values(spacelift_stack.all)[*].id) : "${all}]`,
  };
  expect(outcomesOf(moduleOf(given))).toEqual(["allowed"]);
  expect(
    outcomesOf(
      moduleOf({ ...given, ids: `"acme@*@\${one(concat(["a"], values(spacelift_stack.all)[*].id))}@*"` }),
    ),
  ).toEqual(["unknown"]);
});
