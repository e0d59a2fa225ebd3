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

const statementWith = (value: string, effect = "Allow", operator = "StringLike"): string => `{
          Effect    = "${effect}"
          Principal = { AWS = "324880187172" }
          Action    = "sts:AssumeRole"
          Condition = { ${operator} = { "sts:ExternalId" = ${value} } }
        }`;

function moduleWith({ type, repetition, stack }: Shape, statements: string): string {
  return `
    variable "all" {
      type = ${type}
    }

    variable "more" {
      type = list(string)
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
        Version   = "2012-10-17"
        Statement = ${statements}
      })
    }
  `;
}

/** The module with what its variables are given. */
function withValues(module: string, all: string, more = "[]"): string {
  return module.replaceAll("var.all", all).replaceAll("var.more", more);
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
  return written(type, words.length > 0 ? words : ["a"]);
}

function written(type: string, words: readonly string[]): string {
  const entries = words.map((word, index) => `${word} = "${words[words.length - 1 - index] ?? word}"`);
  if (type === "map(string)") return `tomap({ ${entries.join(", ")} })`;
  const list = `[${words.map((word) => `"${word}"`).join(", ")}]`;
  return type === "set(string)" ? `toset(${list})` : `tolist(${list})`;
}

/** Terraform takes no map there. */
function valuesFor({ type }: Shape): readonly string[] {
  return type === "map(string)" ? values.filter((value) => !/toset\(|formatlist/.test(value)) : values;
}

describe.each(shapes)("$type, $repetition, $stack", (shape) => {
  it.each(valuesFor(shape))("%s", (value) => {
    const module = moduleWith(shape, `[${statementWith(value)}]`);
    const open = outcomesOf(module);
    expect(open).toHaveLength(1);
    const random = randomFrom(7);
    for (let run = 0; run < 12; run++) {
      const all = collection(random, shape.type);
      const closed = outcomesOf(withValues(module, all));
      if (open[0] !== "unknown") expect([...new Set(closed)], all).toEqual(open);
    }
  });
});

it("lets in what a loop over the same collection admits", () => {
  const outcomes = shapes.map((shape) =>
    valuesFor(shape)
      .map((value) => outcomesOf(moduleWith(shape, `[${statementWith(value)}]`))[0] ?? "none")
      .join(" "),
  );
  expect(outcomes).toEqual([
    "allowed unknown allowed allowed allowed refused unknown allowed unknown allowed unknown allowed unknown refused",
    "unknown allowed unknown unknown allowed refused unknown unknown unknown unknown unknown unknown unknown refused",
    "allowed unknown allowed allowed allowed allowed refused unknown allowed unknown allowed unknown allowed unknown allowed unknown refused",
    "allowed unknown allowed allowed allowed allowed refused unknown allowed unknown allowed unknown allowed unknown allowed unknown refused",
    "allowed allowed allowed allowed allowed allowed refused unknown allowed unknown allowed unknown allowed unknown allowed unknown refused",
    "allowed allowed allowed allowed allowed allowed refused unknown allowed unknown allowed unknown allowed unknown allowed unknown refused",
    "allowed unknown unknown allowed allowed allowed refused unknown allowed unknown allowed unknown allowed allowed allowed unknown refused",
    "allowed unknown allowed allowed allowed allowed refused unknown allowed unknown allowed unknown allowed unknown allowed unknown refused",
  ]);
});

/** Policies with loops over `var.all` and `var.more`, and what is said of an attachment for all elements of `var.all`. */
const loops: readonly (readonly [string, string])[] = [
  [`[for one in var.all : ${statementWith('"acme@*"')}]`, "allowed"],
  [`[for one in var.more : ${statementWith('"acme@*"')}]`, "unknown"],
  [`concat([for one in var.more : ${statementWith('"acme@*"')}], [${statementWith('"acme@*"')}])`, "allowed"],
  [`[for one in var.more : ${statementWith('"beta@*"')}]`, "refused"],
  [`[${statementWith('concat(["acme@*"], [for one in var.more : "${one}@*"])')}]`, "allowed"],
  [`[${statementWith('concat(["beta@*"], [for one in var.more : "acme@*"])')}]`, "unknown"],
  [`[${statementWith('flatten([for one in var.all : [for other in var.more : "acme@*"]])')}]`, "unknown"],
  [`[${statementWith('flatten([for one in var.all : [for other in var.all : "acme@*"]])')}]`, "allowed"],
  [`[${statementWith('[for index in range(length(var.all)) : "acme@*"]')}]`, "allowed"],
  [
    `[${statementWith('"acme@*"')}, ${statementWith('[for one in var.all : "acme@*"]', "Deny", "StringLike")}]`,
    "refused",
  ],
  [
    `[${statementWith('"acme@*"')}, ${statementWith('[for one in var.more : "acme@*"]', "Deny", "StringLike")}]`,
    "unknown",
  ],
  [
    `concat([${statementWith('"acme@*"')}], [for one in var.all : ${statementWith('"acme@*@${one}@*"', "Deny", "StringNotLike")}])`,
    "unknown",
  ],
  [
    `[${statementWith('"acme@*"')}, ${statementWith('[for one in var.all : "acme@*@${one}@*"]', "Deny", "StringNotLike")}]`,
    "allowed",
  ],
];

describe("a loop of which nobody knows whether it runs", () => {
  const each = { type: "set(string)", repetition: "for_each = var.all", stack: "each.key" };
  const single = { ...each, repetition: "", stack: '"a"' };

  it.each(loops)("%s", (statements, said) => {
    expect(outcomesOf(moduleWith(each, statements))).toEqual([said]);
    const lists = [[], ["a"], ["b"], ["a", "b"]];
    for (const shape of [each, single]) {
      const module = moduleWith(shape, statements);
      const [open = "none"] = outcomesOf(module);
      const closed = lists.flatMap((all) =>
        lists.flatMap((more) =>
          outcomesOf(withValues(module, written(each.type, all), written("list(string)", more))),
        ),
      );
      if (open === "unknown") expect(new Set(closed).size, shape.stack).toBeGreaterThan(1);
      else expect([...new Set(closed)], shape.stack).toEqual([open]);
    }
  });
});
