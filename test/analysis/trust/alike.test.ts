/** Values that look alike and are not: what is said of them is nothing, as some inputs lead to one and some to the other. */
import { expect, it } from "vitest";
import { verdictLines } from "./verdictLines.ts";

const settings = { accountName: "acme", instance: "spacelift.io" };

interface Alike {
  readonly why: string;
  /** The values of the condition on the external ID. */
  readonly ids: string;
  readonly attachment?: string;
}

const chosen = (condition: string): string => `${condition} ? ["acme@*"] : ["beta@*"]`;
const where = (condition: string): string => `count    = ${condition} ? 1 : 0\n  stack_id = "a"`;

const cases: readonly Alike[] = [
  {
    why: "two others of one collection may differ",
    ids: 'flatten([for i in range(var.number) : [for j in range(var.number) : "acme@*" if i != j && i > 0 && j > 0]])',
  },
  {
    why: "places in a list are not one place",
    ids: 'flatten([for i, a in var.more : [for j, b in var.more : "acme@*" if i != j]])',
  },
  {
    why: "a set has fewer elements than its list",
    ids: chosen("length(toset(var.more)) > 1"),
    attachment: where("length(var.more) > 1"),
  },
  {
    why: "sets are the same where lists are not",
    ids: chosen("var.more == var.others"),
    attachment: where("toset(var.more) == toset(var.others)"),
  },
  {
    why: "a number is no text",
    ids: chosen('var.any == "1"'),
    attachment: where('tostring(var.any) == "1"'),
  },
  {
    why: "an escaped template is no template",
    ids: chosen('var.text == "$${var.other}b"'),
    attachment: where('var.text == "${var.other}b"'),
  },
  {
    why: "the first of what is put together does not stand for the rest",
    ids: '["acme@*@x@*"]',
    attachment: 'for_each = toset(concat(["x"], var.more))\n  stack_id = each.key',
  },
  {
    why: "the elements of one list are not those of both",
    ids: '[for one in var.more : "acme@*@${one}@*"]',
    attachment: "for_each = toset(concat(var.more, var.others))\n  stack_id = each.key",
  },
  {
    why: "a set has another first element than the list that it is made of",
    ids: '["acme@*@${tolist(toset(var.more))[0]}@*"]',
    attachment: "stack_id = var.more[0]",
  },
  {
    why: "texts are not the same where numbers are",
    ids: '["acme@*@${tonumber(var.text)}@*"]',
    attachment: "stack_id = var.text",
  },
];

it.each(cases)("$why", ({ ids, attachment = 'stack_id = "a"' }) => {
  const lines = verdictLines(
    `
variable "any" {}
variable "number" {
  type = number
}
variable "text" {
  type = string
}
variable "other" {
  type = string
}
variable "more" {
  type = list(string)
}
variable "others" {
  type = list(string)
}
resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}
resource "spacelift_aws_integration_attachment" "main" {
  integration_id = spacelift_aws_integration.main.id
  ${attachment}
}
resource "aws_iam_role" "main" {
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
}`,
    settings,
  );
  expect(lines.map((line) => line.replace(/^.*: /, ""))).toEqual(["unknown"]);
});
