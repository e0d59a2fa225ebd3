/** Large and deep texts: read in linear time and without a stack overflow, or these tests would not end. */
import { describe, expect, test } from "vitest";
import { parse } from "../../server/src/hcl/parse.ts";
import { pathAt, walk } from "../../server/src/hcl/walk.ts";

const many = 100_000;
const below = 'r "x" {\n  a = 1\n}\n';

function block(index: number): string {
  return `resource "aws_iam_role" "r${index}" {\n  name = "role-${index}"\n  tags = {\n    a = "b-\${var.x}"\n  }\n}\n`;
}

const right: readonly (readonly [name: string, make: () => string])[] = [
  ["10 MB of blocks", () => Array.from({ length: 110_000 }, (_, index) => block(index)).join("")],
  ["one line of 5 MB", () => `a = [${"1, ".repeat(1_700_000)}]\n`],
  ["a string of 5 MB", () => `a = "${"x".repeat(5_000_000)}"\n`],
  ["a million interpolations", () => `a = "${"${x}".repeat(1_000_000)}"\n`],
  ["a heredoc of 5 MB", () => `a = <<EOT\n${"some text ${x} here\n".repeat(250_000)}EOT\n`],
  ["an indented heredoc of 5 MB", () => `a = <<-EOT\n${"    some text here\n".repeat(260_000)}EOT\n`],
  ["a comment of 5 MB", () => `/*${"x\n".repeat(2_500_000)}*/\n`],
  ["half a million labels", () => `a ${'"b" '.repeat(500_000)}{}\n`],
];

describe("right", () => {
  test.each(right)("%s", (_name, make) => {
    const file = parse(make());
    expect(file.problems).toEqual([]);
    let nodes = 0;
    walk(file.body, () => {
      nodes++;
    });
    expect(nodes).toBeGreaterThan(0);
    expect(pathAt(file, file.text.length >> 1)[0]).toBe(file.body);
  });
});

const tooDeep: readonly (readonly [name: string, make: () => string])[] = [
  ["brackets", () => `a = ${"[".repeat(many)}${"]".repeat(many)}\n${below}`],
  ["brackets that are left open", () => `a = ${"[".repeat(many)}\n${below}`],
  ["braces that are left open", () => `a = ${"{".repeat(many)}\n${below}`],
  ["parentheses that are left open", () => `a = ${"(".repeat(many)}\n${below}`],
  ["calls", () => `a = ${"f(".repeat(many)}\n${below}`],
  ["objects", () => `a = ${"{ a = ".repeat(many)}\n${below}`],
  ["conditionals", () => `a = ${"x ? y : ".repeat(many)}z\n${below}`],
  ["negations", () => `a = ${"!".repeat(many)}x\n${below}`],
  ["splats", () => `a = x${"[*]".repeat(many)}\n${below}`],
  ["attributes of attributes", () => `a = x${".b".repeat(many)}\n${below}`],
  ["sums", () => `a = 1${" + 1".repeat(many)}\n${below}`],
  ["directives", () => `a = "${"%{ if x }".repeat(many)}"\n${below}`],
];

describe("nested 100,000 times: told once clearly, and the next block is found", () => {
  test.each(tooDeep)("%s", (_name, make) => {
    const file = parse(make());
    expect(file.problems.map((problem) => problem.summary)).toContain("Nested too deeply");
    expect(file.body.items.at(-1)).toMatchObject({ kind: "Block", labels: [{ value: "x" }] });
  });
});

const broken: readonly (readonly [name: string, make: () => string])[] = [
  ["blocks in blocks", () => "a {\n".repeat(many)],
  ["blocks in blocks, closed", () => "a {\n".repeat(many) + "}\n".repeat(many)],
  ["interpolations in interpolations", () => `a = ${'"${'.repeat(many)}\n`],
  ["interpolations over lines", () => 'a = "${\n'.repeat(many)],
  ["strings left open", () => 'a = "b\n'.repeat(many)],
  ["heredocs left open", () => "a = <<A\n".repeat(many)],
  [
    "heredocs left open, each with its own marker",
    () => Array.from({ length: many }, (_, i) => `a = <<A${i}\n`).join(""),
  ],
  ["a heredoc whose marker is all over one line", () => `a = <<x\n${"x".repeat(3_000_000)}\n`],
  ["comments left open", () => "/* a\n".repeat(many)],
  ["lists left open", () => "a = [\n".repeat(many)],
  ["objects left open", () => "a = {\n".repeat(many)],
  ["blocks left open", () => "a {\n  b = 1\n".repeat(many)],
  ["missing commas", () => `a = [\n${"  1 2\n".repeat(many)}]\n`],
  ["missing equals signs", () => `a = {\n${"  a b c\n".repeat(many)}}\n`],
  ["closing braces", () => "}".repeat(many)],
  ["quotes", () => '"'.repeat(many)],
  ["semicolons", () => ";".repeat(many)],
  ["merge markers", () => "<<<<<<< HEAD\n".repeat(many)],
  ["attributes of one name", () => "a = 1\n".repeat(many)],
  ["stray else directives", () => `a = "%{ if x }${"%{ else }".repeat(many)}"\n`],
  ["names", () => "a\n".repeat(many)],
];

describe("broken", () => {
  test.each(broken)("%s", (_name, make) => {
    expect(parse(make()).problems.length).toBeGreaterThan(0);
  });
});
