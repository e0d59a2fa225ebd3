/**
 * Roles and stacks whose names depend on conditions that nobody knows. What is said of a session is what is said once
 * the conditions are answered.
 */
import { describe, expect, it } from "vitest";
import { verdictLines } from "./verdictLines.ts";

interface Case {
  readonly arn: string;
  readonly name?: string;
  readonly count?: string;
  readonly id?: string;
  readonly stack?: string;
  readonly said: readonly string[];
}

const inAccount = (name: string): string => `"arn:aws:iam::123456789012:role/${name}"`;
const network = ["network: allowed"];
const counted = "count = var.x ? 1 : 0";

const cases: readonly Case[] = [
  { arn: inAccount("${local.name}"), name: "local.name", said: network },
  { arn: inAccount('${var.x ? "prod" : "dev"}'), name: 'var.x ? "prod" : "dev"', said: network },
  { arn: inAccount('${var.x ? "prod" : "dev"}'), name: 'var.x ? "dev" : "prod"', said: [] },
  { arn: inAccount("prod"), name: "local.name", said: network },
  { arn: inAccount('${coalesce(var.y, "prod")}'), name: 'coalesce(var.y, "prod")', said: network },
  { arn: "coalesce(var.y, aws_iam_role.main.arn)", said: network },
  { arn: 'join("", aws_iam_role.main[*].arn)', count: counted, said: network },
  { arn: 'join("", aws_iam_role.main.*.arn)', count: counted, said: network },
  { arn: "one(aws_iam_role.main[*].arn)", count: counted, said: network },
  { arn: 'element(concat(aws_iam_role.main[*].arn, [""]), 0)', count: counted, said: network },
  { arn: "coalesce(one(aws_iam_role.main[*].arn), var.y)", count: counted, said: network },
  { arn: "coalesce(try(aws_iam_role.main[0].arn, null), var.y)", count: counted, said: network },
  { arn: "try(aws_iam_role.main.*.arn[0], var.y)", count: counted, said: network },
  { arn: "coalescelist(aws_iam_role.main[*].arn, [var.y])[0]", count: counted, said: network },
  { arn: "length(aws_iam_role.main) > 0 ? aws_iam_role.main[0].arn : var.y", count: counted, said: network },
  {
    arn: "aws_iam_role.main.arn",
    id: 'acme@*@${var.x ? "one" : "two"}@*',
    stack: 'var.x ? "one" : "two"',
    said: ["one: allowed", "two: allowed"],
  },
  {
    arn: "aws_iam_role.main.arn",
    id: 'acme@*@${var.x ? "two" : "one"}@*',
    stack: 'var.x ? "one" : "two"',
    said: ["one: refused", "two: refused"],
  },
  {
    arn: "aws_iam_role.main.arn",
    id: "acme@*@${local.of.stack}@*",
    stack: "local.of.stack",
    said: ["one: allowed", "two: allowed"],
  },
  {
    arn: "aws_iam_role.main.arn",
    id: 'acme@*@net-${var.x ? "a" : "b"}@*',
    stack: '"net-${var.x ? "a" : "c"}"',
    said: ["net-a: allowed", "net-c: refused"],
  },
  {
    arn: "aws_iam_role.main.arn",
    id: "acme@*@one@*",
    stack: 'join("", var.x ? ["one"] : [])',
    said: ["one: allowed"],
  },
];

function sessionsWith({ arn, name, count, id, stack }: Case, x = "var.x", y = "var.y"): readonly string[] {
  const source = `
variable "x" {
  type = bool
}
variable "y" {
  type = string
}
locals {
  name = var.x ? "prod" : "dev"
  of   = var.x ? { stack = "one" } : { stack = "two" }
}
resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = ${arn}
}
resource "spacelift_aws_integration_attachment" "main" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = ${stack ?? '"network"'}
}
resource "aws_iam_role" "main" {
  ${count ?? ""}
  name               = ${name ?? '"spacelift"'}
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "324880187172" }
      Action    = "sts:AssumeRole"
      Condition = { StringLike = { "sts:ExternalId" = "${id ?? "acme@*"}" } }
    }]
  })
}`;
  const lines = verdictLines(source.replaceAll("var.x", x).replaceAll("var.y", y), { accountName: "acme" });
  return lines
    .filter((line) => line.includes(" · ") && !line.includes("attached elsewhere"))
    .map((line) => line.replace("main · ", "").replace(" · write", ""));
}

describe.each(cases)("%#", (each) => {
  it(`${each.arn}, ${each.stack ?? each.name ?? ""}`, () => {
    expect(sessionsWith(each)).toEqual(each.said);
  });

  it("is what it is with each answer", () => {
    const answers = ["true", "false"].flatMap((x) => ['""', '"else"'].map((y) => sessionsWith(each, x, y)));
    for (const lines of answers) for (const line of lines) expect(each.said).toContain(line);
    for (const line of each.said) expect(answers.flat()).toContain(line);
  });
});
