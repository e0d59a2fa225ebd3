/** The stacks and modules that an integration attaches itself to by label, and what is said of them. */
import { describe, expect, it } from "vitest";
import { findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";
import { verdictLines } from "./verdictLines.ts";

const settings = { accountName: "acme", instance: "spacelift.io" };
const main = (id: string, body = 'labels = ["autoattach:aws"]'): string => `
resource "spacelift_aws_integration" "main" {
  name               = "main"
  role_arn           = "arn:aws:iam::123456789012:role/spacelift"
  autoattach_enabled = true
  ${body}
}
resource "aws_iam_role" "spacelift" {
  name               = "spacelift"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{
    Effect    = "Allow"
    Principal = { AWS = "324880187172" }
    Action    = "sts:AssumeRole"
    Condition = { StringLike = { "sts:ExternalId" = ${id} } }
  }] })
}`;
const stack = (name: string, body = 'labels = ["aws"]'): string => `
resource "spacelift_stack" "${name}" {
  name       = "${name}"
  branch     = "main"
  repository = "infra"
  ${body}
}`;
const exactly = (...names: readonly string[]): string =>
  `[${names.map((name) => `"acme@\${spacelift_aws_integration.main.id}@\${spacelift_stack.${name}.id}@write"`).join(", ")}]`;
const others = "main · any other stack or module with the label that auto-attaches: unknown";
const everyone = "main · every stack and module with the label that auto-attaches: unknown";

interface Case {
  readonly name: string;
  readonly source: string;
  readonly lines: readonly string[];
  /** True where there is a finding. */
  readonly found?: true;
}

const cases: readonly Case[] = [
  {
    name: "the stacks with the label, one of them refused",
    source:
      main(exactly("a")) +
      stack("a") +
      stack("b", 'labels = ["x", "aws"]') +
      stack("c", 'labels = ["awsome"]'),
    lines: ["main · a · write: allowed", "main · b · write: refused", others],
    found: true,
  },
  {
    name: "exactly the stacks with the label",
    source: main(exactly("a", "b")) + stack("a") + stack("b"),
    lines: ["main · a · write: allowed", "main · b · write: allowed", others],
  },
  {
    name: "none of the stacks with the label",
    source: main('"acme@*@nobody@*"') + stack("a"),
    lines: ["main · a · write: unknown", others],
  },
  {
    name: "a stack whose slug is known",
    source: main('"acme@*@nobody@*"') + stack("a", 'labels = ["aws"]\n  slug = "network"'),
    lines: ["main · a · write: refused", others],
    found: true,
  },
  {
    name: "a policy that no stack gets in by, with every one refused once",
    source: main('"other@*"') + stack("a"),
    lines: ["main · a · write: refused", others.replace("unknown", "refused")],
    found: true,
  },
  {
    name: "a policy that admits only the other phase",
    source: main('"acme@*@*@read"') + stack("a"),
    lines: ["main · a · write: refused", others],
    found: true,
  },
  {
    name: "a module with the label",
    source:
      main('"acme@*@${spacelift_module.m.id}@*"') +
      'resource "spacelift_module" "m" {\n  branch = "main"\n  repository = "r"\n  labels = ["aws"]\n}',
    lines: ["main · m · write: allowed", others],
  },
  {
    name: "stacks for each key, some with the label",
    source:
      main(exactly('all["a"]')) +
      stack("all", 'for_each = { a = "aws", b = "gcp" }\n  labels = [each.value]'),
    lines: ["main · all.a · write: allowed", others],
  },
  {
    name: "a stack that is attached as well: once",
    source:
      main('"acme@*@*@read"') +
      stack("a") +
      'resource "spacelift_aws_integration_attachment" "a" {\n  integration_id = spacelift_aws_integration.main.id\n  stack_id = spacelift_stack.a.id\n  write = false\n}',
    lines: ["main · a · read: allowed", everyone],
  },
  {
    name: "no stack with the label",
    source: main('"acme@*@a@*"') + stack("a", 'labels = ["gcp"]'),
    lines: [everyone],
  },
  {
    name: "a label of the stack that is not known",
    source: main('"other@*@a@*"') + stack("a", "labels = [var.label]") + 'variable "label" {}',
    lines: [everyone.replace("unknown", "refused")],
    found: true,
  },
  {
    name: "a label of the integration that is not known",
    source: main('"acme@*@a@*"', 'labels = ["autoattach:${var.label}"]') + stack("a") + 'variable "label" {}',
    lines: [everyone],
  },
  {
    name: "labels through a local, on both sides",
    source:
      main(exactly("a"), 'labels = ["autoattach:${local.label}"]') +
      stack("a", "labels = [local.label]") +
      'locals {\n  label = "aws"\n}',
    lines: ["main · a · write: allowed", others],
  },
  {
    name: "autoattach:* for every stack, none of which is certain",
    source: main(exactly("a"), 'labels = ["autoattach:*"]') + stack("a") + stack("b", ""),
    lines: ["main · a · write: allowed", "main · b · write: refused", others],
  },
  {
    name: "a flag that is not known",
    source:
      main(exactly("a")).replace("= true", "= var.auto") + stack("a") + stack("b") + 'variable "auto" {}',
    lines: ["main · a · write: allowed", "main · b · write: refused", others],
  },
  {
    name: "a stack of another provider, which may be another account",
    source: main(exactly("a")) + stack("a") + stack("b", 'provider = spacelift.other\n  labels = ["aws"]'),
    lines: ["main · a · write: allowed", "main · b · write: unknown", others],
  },
  {
    name: "a stack in another space",
    source:
      main(exactly("a"), 'labels = ["autoattach:aws"]\n  space_id = "root"') + stack("a", "") + stack("b"),
    lines: ["main · b · write: refused", others],
  },
  {
    name: "a stack in the same space",
    source:
      main(exactly("a"), 'labels = ["autoattach:aws"]\n  space_id = "root"') +
      stack("a", "") +
      stack("b", 'labels = ["aws"]\n  space_id = "root"'),
    lines: ["main · b · write: refused", others],
    found: true,
  },
  {
    name: "a stack in a space that inherits",
    source:
      main(exactly("a"), 'labels = ["autoattach:aws"]\n  space_id = "root"') +
      stack("a", "") +
      stack("b", 'labels = ["aws"]\n  space_id = spacelift_space.inner.id') +
      'resource "spacelift_space" "outer" {\n  name = "outer"\n  inherit_entities = true\n}' +
      '\nresource "spacelift_space" "inner" {\n  name = "inner"\n  parent_space_id = spacelift_space.outer.id\n  inherit_entities = true\n}',
    lines: ["main · b · write: refused", others],
    found: true,
  },
  {
    name: "a stack in a space that does not inherit",
    source:
      main(exactly("a"), 'labels = ["autoattach:aws"]\n  space_id = "root"') +
      stack("a", "") +
      stack("b", 'labels = ["aws"]\n  space_id = spacelift_space.inner.id') +
      'resource "spacelift_space" "inner" {\n  name = "inner"\n}',
    lines: ["main · b · write: refused", others],
  },
  {
    name: "spaces that are each other's parents",
    source:
      main(exactly("a"), 'labels = ["autoattach:aws"]\n  space_id = "root"') +
      stack("a", "") +
      stack("b", 'labels = ["aws"]\n  space_id = spacelift_space.x.id') +
      'resource "spacelift_space" "x" {\n  name = "x"\n  parent_space_id = spacelift_space.y.id\n  inherit_entities = true\n}' +
      '\nresource "spacelift_space" "y" {\n  name = "y"\n  parent_space_id = spacelift_space.x.id\n  inherit_entities = true\n}',
    lines: ["main · b · write: refused", others],
  },
  {
    name: "a stack in a module that is called",
    source: `//- /main.tf
${main('"acme@*@network@*"', 'labels = ["autoattach:aws"]\n  space_id = spacelift_space.s.id')}
resource "spacelift_space" "s" {
  name = "s"
}
module "stacks" {
  source   = "./stacks"
  for_each = toset(["network", "storage"])
  name     = each.key
  labels   = ["aws"]
  space    = spacelift_space.s.id
}
//- /stacks/main.tf
variable "name" {}
variable "labels" {}
variable "space" {}
resource "spacelift_stack" "this" {
  name       = var.name
  slug       = var.name
  branch     = "main"
  repository = "infra"
  labels     = var.labels
  space_id   = var.space
}
`,
    lines: [
      "main · stacks.network.spacelift_stack.this · write: allowed",
      "main · stacks.storage.spacelift_stack.this · write: refused",
      others,
    ],
    found: true,
  },
];

describe("auto-attachment", () => {
  it.each(cases)("$name", ({ source, lines, found }) => {
    expect(verdictLines(source, settings)).toEqual(lines);
    const { files } = readFixture(source);
    const refusals = findingsOf(files, undefined, { settings }).filter(({ code }) =>
      code.startsWith("trust-"),
    );
    expect(refusals.length > 0, refusals.map(({ message }) => message).join("\n")).toBe(found ?? false);
  });
});
