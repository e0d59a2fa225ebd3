/**
 * Sessions of attachments that are repeated for a collection of the outside. What is said of them holds for every
 * collection: the same module is judged with many, and no verdict may differ.
 */
import { describe, expect, it } from "vitest";
import { viewOf } from "../../../server/src/analysis/moduleView.ts";
import { verdictsOf } from "../../../server/src/analysis/trust/judge.ts";
import { randomFrom, type Random } from "../../hcl/judge/random.ts";
import { readFixture } from "../../kit/fixture.ts";
import { snapshotOf } from "../../kit/snapshot.ts";

interface Shape {
  readonly type: string;
  readonly repetition: string;
  readonly stack: string;
}

const shapes: readonly Shape[] = [
  { type: "map(string)", repetition: "for_each = var.all", stack: "each.value" },
  { type: "map(string)", repetition: "for_each = var.all", stack: "each.key" },
  { type: "list(string)", repetition: "for_each = toset(var.all)", stack: "each.value" },
  { type: "list(string)", repetition: "for_each = toset(var.all)", stack: "each.key" },
  { type: "set(string)", repetition: "for_each = var.all", stack: "each.key" },
  { type: "set(string)", repetition: "for_each = var.all", stack: "each.value" },
  { type: "list(string)", repetition: "count = length(var.all)", stack: "var.all[count.index]" },
  {
    type: "list(string)",
    repetition: "for_each = { for name in var.all : name => name }",
    stack: "each.value",
  },
];

const acme = (target: string, phase = "@write"): string =>
  `"acme@\${spacelift_aws_integration.main.id}@\${${target}}${phase}"`;

/** What a policy admits, as the values of a condition under StringLike. */
const values: readonly string[] = [
  `[for value in var.all : ${acme("value")}]`,
  `[for key, value in var.all : ${acme("key")}]`,
  `[for value in toset(var.all) : ${acme("value")}]`,
  `flatten([for value in var.all : [${acme("value", "@read")}, ${acme("value")}]])`,
  `concat(["acme-other"], [for value in var.all : ${acme("value")}])`,
  `[for value in var.all : "acme@*"]`,
  `[for value in var.all : "beta@*@\${value}@*"]`,
  `[for value in var.all : ${acme("value", "x@write")}]`,
  `[for value in var.all : "*\${value}*"]`,
  `[for value in var.all : ${acme("value")} if value != "a"]`,
  `values({ for key, value in var.all : key => ${acme("value")} })`,
  `[for value in { for one in var.all : one => "x\${one}" } : ${acme("value")}]`,
  `[for value in { for one in var.all : one => one } : ${acme("value")}]`,
  `[for index in range(length(var.all)) : ${acme("var.all[index]")}]`,
  `formatlist("acme@%s@%s@write", spacelift_aws_integration.main.id, var.all)`,
  `formatlist("acme@*@%s%s@write", var.all, var.all)`,
  `[]`,
];

function moduleWith({ type, repetition, stack }: Shape, value: string, all: string | undefined): string {
  return `
    variable "all" {
      type    = ${type}
      ${all === undefined ? "" : `default = ${all}`}
    }

    resource "spacelift_aws_integration" "main" {
      name     = "main"
      role_arn = "arn:aws:iam::123456789012:role/spacelift"
    }

    resource "spacelift_aws_integration_attachment" "all" {
      ${repetition}
      integration_id = spacelift_aws_integration.main.id
      stack_id       = ${stack}
    }

    resource "aws_iam_role" "main" {
      name = "spacelift"
      assume_role_policy = jsonencode({
        Version = "2012-10-17"
        Statement = [{
          Effect    = "Allow"
          Principal = { AWS = "324880187172" }
          Action    = "sts:AssumeRole"
          Condition = { StringLike = { "sts:ExternalId" = ${value} } }
        }]
      })
    }
  `;
}

function outcomesOf(text: string): readonly string[] {
  const settings = { accountName: "acme", instance: "spacelift.io" };
  const verdicts = verdictsOf(viewOf(snapshotOf(readFixture(text).files, { settings })));
  return verdicts.flatMap(({ sessions }) =>
    sessions.filter(({ session }) => session.origin === "attachment").map(({ outcome }) => outcome),
  );
}

function collection(random: Random, type: string): string {
  const words = ["a", "b", "a-b", "x", "xa", "stack"].filter(() => random.oneIn(2));
  const chosen = words.length > 0 ? words : ["a"];
  return type === "map(string)"
    ? `{ ${chosen.map((word, index) => `${word} = "${chosen[chosen.length - 1 - index] ?? word}"`).join(", ")} }`
    : `[${chosen.map((word) => `"${word}"`).join(", ")}]`;
}

describe.each(shapes)("$type, $repetition, $stack", (shape) => {
  it.each(values)("%s", (value) => {
    const open = outcomesOf(moduleWith(shape, value, undefined));
    expect(open).toHaveLength(1);
    const random = randomFrom(7);
    for (let run = 0; run < 12; run++) {
      const all = collection(random, shape.type);
      const closed = outcomesOf(moduleWith(shape, value, all));
      if (open[0] !== "unknown") expect([...new Set(closed)], all).toEqual(open);
    }
  });
});

it("lets in what a loop over the same collection admits", () => {
  const outcomes = shapes.map((shape) =>
    values.map((value) => outcomesOf(moduleWith(shape, value, undefined))[0] ?? "none").join(" "),
  );
  expect(outcomes).toEqual([
    "allowed unknown allowed allowed allowed unknown refused unknown allowed unknown allowed unknown allowed unknown allowed unknown refused",
    "unknown allowed unknown unknown unknown unknown refused unknown unknown unknown unknown unknown unknown unknown unknown unknown refused",
    "allowed unknown allowed allowed allowed unknown refused unknown allowed unknown allowed unknown allowed unknown allowed unknown refused",
    "allowed unknown allowed allowed allowed unknown refused unknown allowed unknown allowed unknown allowed unknown allowed unknown refused",
    "allowed allowed allowed allowed allowed unknown refused unknown allowed unknown allowed unknown allowed unknown allowed unknown refused",
    "allowed allowed allowed allowed allowed unknown refused unknown allowed unknown allowed unknown allowed unknown allowed unknown refused",
    "unknown unknown unknown unknown unknown unknown refused unknown unknown unknown unknown unknown unknown allowed unknown unknown refused",
    "allowed unknown allowed allowed allowed unknown refused unknown allowed unknown allowed unknown allowed unknown allowed unknown refused",
  ]);
});
