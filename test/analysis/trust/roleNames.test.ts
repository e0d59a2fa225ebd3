/** ARNs of roles whose path and name come in pieces, from variables and from the modules around. */
import { describe, expect, it } from "vitest";
import { verdictLines } from "./verdictLines.ts";

const allowed = ["main · network · write: allowed"];
const openName = ["main: the name of the role cannot be told from role_arn"];
const otherPath = (own: string, given: string): readonly string[] => [
  `main: aws_iam_role.main has the path ${own}, and role_arn has ${given}`,
];
const openPath = ["main: whether the role has the path in role_arn cannot be told"];
const elsewhere = ["main: the role is not in this module"];

const policy = `jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "324880187172" }
      Action    = "sts:AssumeRole"
      Condition = { StringLike = { "sts:ExternalId" = "acme@*" } }
    }]
  })`;

const integration = (roleArn: string): string => `
resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = ${roleArn}
}
resource "spacelift_aws_integration_attachment" "main" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "network"
  depends_on     = [aws_iam_role.main]
}`;

const role = (settings: string): string => `
resource "aws_iam_role" "main" {
  ${settings}
  assume_role_policy = ${policy}
}`;

const lines = (source: string, folder?: string): readonly string[] =>
  verdictLines(source, { accountName: "acme", instance: "spacelift.io" }, folder);

const shared = `
variable "name" {
  default = "x"
}
variable "path" {
  type = string
}
variable "config" {}
locals {
  path    = "/ci/"
  inner   = "ci/"
  x       = "x"
  account = "arn:aws:iam::123456789012"
}`;

const arn = (rest: string): string => `"arn:aws:iam::123456789012:role${rest}"`;

interface Case {
  readonly arn: string;
  readonly role: string;
  readonly said: readonly string[];
}

const cases: readonly Case[] = [
  { arn: arn("${local.path}x"), role: 'name = "x"\n  path = local.path', said: allowed },
  { arn: arn("/${local.inner}x"), role: 'name = "x"\n  path = "/ci/"', said: allowed },
  { arn: arn("/${local.inner}${local.x}"), role: 'name = "x"\n  path = "/ci/"', said: allowed },
  { arn: '"${local.account}:role/${local.x}"', role: 'name = "x"', said: allowed },
  { arn: '"${local.account}:${"role"}/${local.x}"', role: 'name = "x"', said: allowed },
  {
    arn: 'join(":", ["arn", "aws", "iam", "", "123456789012", "role/x"])',
    role: 'name = "x"',
    said: allowed,
  },
  {
    arn: 'format("%s:role%s%s", local.account, local.path, local.x)',
    role: 'name = "x"\n  path = "/ci/"',
    said: allowed,
  },
  { arn: arn("${local.path}x"), role: 'name = "x"', said: otherPath("/", "/ci/") },
  { arn: arn("/x"), role: 'name = "x"\n  path = "/ci/"', said: otherPath("/ci/", "/") },
  { arn: arn("/x"), role: 'name = "x"\n  path = var.path', said: allowed },
  { arn: '"${local.account}:role/${local.x}"', role: 'name = "y"', said: elsewhere },
  { arn: arn("${aws_iam_role.main.path}${aws_iam_role.main.name}"), role: 'name = "x"', said: allowed },
  {
    arn: arn("${aws_iam_role.main.path}${aws_iam_role.main.name}"),
    role: 'name_prefix = "x"',
    said: allowed,
  },
  {
    arn: arn("${aws_iam_role.main.path}${aws_iam_role.main.name}"),
    role: 'name = "x"\n  path = "/ci/"',
    said: allowed,
  },
  {
    arn: arn("${aws_iam_role.main.path}${aws_iam_role.main.name}"),
    role: 'name = "x"\n  path = var.path',
    said: allowed,
  },
  { arn: arn("${var.path}x"), role: 'name = "x"\n  path = var.path', said: allowed },
  { arn: arn("/${var.path}/x"), role: 'name = "x"\n  path = "/${var.path}/"', said: allowed },
  { arn: arn("${var.path}x"), role: 'name = "x"', said: openPath },
  { arn: arn("/${var.path}/x"), role: 'name = "x"\n  path = "/ci/"', said: openPath },
  { arn: arn("${var.path}x"), role: 'name = "y"\n  path = var.path', said: elsewhere },
  { arn: arn("/${var.path}"), role: 'name = "x"', said: openName },
  { arn: arn("/${var.name}"), role: "name = var.name", said: allowed },
  { arn: arn("/${var.config.name}"), role: "name = var.config.name", said: allowed },
  { arn: arn("/a-${var.config.name}"), role: 'name = "a-${var.config.name}"', said: allowed },
  { arn: arn("/${var.config.name}"), role: "name = var.config.other", said: openName },
  { arn: arn("/${var.unknown}"), role: "name = var.unknown", said: openName },
];

it.each(cases)("$arn with $role: $said", (each) => {
  expect(lines(shared + integration(each.arn) + role(each.role))).toEqual(each.said);
});

it("says that there is no role where there is none, whatever it may be called", () => {
  expect(lines(shared + integration(arn("/${var.name}")))).toEqual(elsewhere);
});

it("knows the attributes of what a block is repeated for", () => {
  const repeated = `
variable "roles" {}
resource "spacelift_aws_integration" "main" {
  for_each = var.roles
  name     = each.key
  role_arn = ${arn("/${each.value.role_name}")}
}
resource "spacelift_aws_integration_attachment" "main" {
  for_each       = var.roles
  integration_id = spacelift_aws_integration.main[each.key].id
  stack_id       = "network"
}
resource "aws_iam_role" "main" {
  for_each           = var.roles
  name               = each.value.role_name
  assume_role_policy = ${policy}
}`;
  expect(lines(repeated)).toEqual(["main[each.key in var.roles] · network · write: allowed"]);
});

describe("in a module around", () => {
  const called = (given: string, settings: string, rest = ""): string => `
module "role" {
  source = "./role"
  ${given}
}
${rest}
//- /role/main.tf
variable "name" {
  type = string
}
variable "path" {
  default = "/"
}
${role(settings)}`;
  const variables = `//- /main.tf
variable "name" {
  type = string
}
variable "other" {
  type = string
}
variable "path" {}`;
  const attached = (roleArn: string): string =>
    integration(roleArn).replace("depends_on     = [aws_iam_role.main]", "depends_on = [module.role]");

  const around: readonly (Case & { readonly given: string })[] = [
    { arn: arn("/${var.name}"), given: "name = var.name", role: "name = var.name", said: allowed },
    {
      arn: arn("/ci-${var.name}"),
      given: "name = var.name",
      role: 'name = "ci-${var.name}"',
      said: allowed,
    },
    {
      arn: arn("/ci-${var.name}"),
      given: 'name = "ci-${var.name}"',
      role: "name = var.name",
      said: allowed,
    },
    { arn: arn("/${var.name}"), given: "name = var.other", role: "name = var.name", said: openName },
    { arn: arn("/${var.name}"), given: 'name = "x"', role: "name = var.name", said: openName },
    {
      arn: arn("${var.path}${var.name}"),
      given: "name = var.name\n  path = var.path",
      role: "name = var.name\n  path = var.path",
      said: allowed,
    },
    {
      arn: arn("${var.path}${var.name}"),
      given: "name = var.name",
      role: "name = var.name\n  path = var.path",
      said: openPath,
    },
  ];

  it.each(around)("$arn with $given, there $role: $said", (each) => {
    expect(lines(variables + attached(each.arn) + called(each.given, each.role))).toEqual(each.said);
  });

  it("does not take its variable for the one of the same name here", () => {
    const inner = called("", "name = var.name").replace(
      'variable "name" {',
      'variable "name" {\n  default = null',
    );
    expect(lines(variables + attached(arn("/${var.name}")) + inner)).toEqual(openName);
  });

  it("twice, of which nobody can tell the right one", () => {
    const second = 'module "second" {\n  source = "./role"\n  name = var.name\n}';
    expect(
      lines(variables + attached(arn("/${var.name}")) + called("name = var.name", "name = var.name", second)),
    ).toEqual(["main: 2 roles of the modules around have the name in role_arn"]);
  });

  it("that calls this one", () => {
    const source = `${variables}
${role("name = var.name")}
module "integration" {
  source = "./integration"
  name   = var.name
}
//- /integration/main.tf
variable "name" {}
${integration(arn("/${var.name}"))}`;
    expect(lines(source, "/integration")).toEqual(allowed);
  });
});
