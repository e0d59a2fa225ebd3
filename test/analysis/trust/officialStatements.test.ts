/** Statements that the provider renders, put together with others and changed by `merge`. */
import { describe, expect, it } from "vitest";
import { moduleWith, verdictLines } from "./verdictLines.ts";

const address = "data.spacelift_aws_integration_attachment_external_id";
const rendered = (name: string): string => `jsondecode(${address}.${name}.assume_role_policy_statement)`;
const own = rendered("own");
const stranger = `{ Effect = "Allow", Principal = { AWS = "123456789012" }, Action = "sts:AssumeRole" }`;

const rest = `
variable "x" {
  type = bool
}

data "spacelift_aws_integration_attachment_external_id" "own" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = spacelift_stack.network.id
  read           = true
  write          = true
}

data "spacelift_aws_integration_attachment_external_id" "reading" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = spacelift_stack.network.id
  read           = true
}`;

function outcomeOf(statements: string): string {
  const policy = `jsonencode({ Version = "2012-10-17", Statement = ${statements} })`;
  const [line = ""] = verdictLines(moduleWith(policy, rest), {
    instance: "spacelift.io",
    accountName: "acme",
  });
  return line.replace(/^.*: /, "");
}

const merged = (...maps: readonly string[]): string => `merge(${maps.join(", ")})`;
const otherIds = '{ Condition = { StringLike = { "sts:ExternalId" = "other@*" } } }';

describe("statements that the provider renders", () => {
  it.each([
    [`[${own}]`, "allowed"],
    [`[${rendered("reading")}]`, "refused"],
    [`[${merged(own, '{ Sid = "Spacelift" }')}]`, "allowed"],
    [`[${merged('{ Sid = "Spacelift" }', own)}]`, "allowed"],
    [`[${merged(own, "null", '{ Sid = "Spacelift" }')}]`, "allowed"],
    [`[${merged(own, '{ Effect = "Deny" }')}]`, "refused"],
    [`[${merged('{ Effect = "Deny" }', own)}]`, "allowed"],
    [`[${merged(own, otherIds)}]`, "refused"],
    [`[${merged(own, "var.x ? {} : null")}]`, "allowed"],
    [`[${merged(own, `var.x ? {} : ${otherIds}`)}]`, "unknown"],
    [`[${merged(own, "{ (var.x) = 1 }")}]`, "unknown"],
    [`[${stranger}, ${own}]`, "allowed"],
    [`concat([${stranger}], [${merged(own, '{ Sid = "Spacelift" }')}])`, "allowed"],
    [`concat([${own}], var.x ? [${stranger}] : [])`, "allowed"],
    [`concat([${stranger}], var.x ? [${own}] : [])`, "unknown"],
    [`flatten([[${stranger}], ${own}])`, "allowed"],
    [`flatten([[${stranger}], ${rendered("reading")}])`, "refused"],
    [`[for one in [${own}] : merge(one, { Sid = "Spacelift" })]`, "allowed"],
    [`[for one in flatten([[${own}], ${own}]) : merge(one, { Effect = "Deny" })]`, "unknown"],
    [`[for sid, one in { Spacelift = ${own} } : merge(one, { Sid = sid })]`, "allowed"],
  ])("%s", (statements, outcome) => {
    expect(outcomeOf(statements)).toBe(outcome);
  });
});
