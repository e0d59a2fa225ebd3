/** Type constraints with defaults, alone and against the real Terraform. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "../../server/src/hcl/parse.ts";
import { applyConstraint, typeConstraint } from "../../server/src/terraform/typeConstraint.ts";
import type { TypeConstraint } from "../../server/src/terraform/typeConstraint.ts";
import { isError, tupleValue } from "../../server/src/terraform/value.ts";
import { evaluateText } from "./kit/evaluateText.ts";
import { formatValue } from "./kit/formatValue.ts";
import { terraformVersion } from "./kit/terraformConsole.ts";

const cases: readonly (readonly [type: string, value: string])[] = [
  ["string", "5"],
  ["string", "true"],
  ["number", '"12.5"'],
  ["bool", '"true"'],
  ["any", '[1, "a"]'],
  ["any", "{ a = 1 }"],
  ["list(string)", "[1, true]"],
  ["list(any)", '[1, "a"]'],
  ["set(number)", '["3", 1, 3]'],
  ["map(string)", "{ a = 1, b = true }"],
  ["map(any)", '{ a = 1, b = "x" }'],
  ["tuple([string, number])", '[1, "2"]'],
  ["object({ a = string })", "{ a = 1, extra = 2 }"],
  ["object({ a = optional(string) })", "{}"],
  ['object({ a = optional(string, "x") })', "{}"],
  ['object({ a = optional(string, "x") })', "{ a = null }"],
  ["object({ a = optional(number, 900) })", '{ a = "5" }'],
  ['object({ a = optional(object({ b = optional(string, "deep") }), {}) })', "{}"],
  ['object({ a = optional(object({ b = optional(string, "deep") })) })', "{}"],
  [
    "list(object({ name = string, tags = optional(map(string), {}) }))",
    '[{ name = "a" }, { name = "b", tags = { k = 1 } }]',
  ],
  ["map(object({ n = optional(number, 1) }))", "{ x = {}, y = { n = 2 } }"],
  ["set(object({ n = optional(number, 1) }))", "[{}, { n = 1 }, { n = 3 }]"],
  ["tuple([object({ n = optional(number, 1) })])", "[{}]"],
  ["list(list(number))", '[["1"], []]'],
  ["list(map(any))", '[{ a = 1 }, { b = "x" }]'],
  ["object({ a = any })", "{ a = [1] }"],
  ["map(number)", "{}"],
  ["object({ a = list(object({ b = optional(bool, true) })) })", "{ a = [{}, { b = false }] }"],
  ["string", "null"],
  ["list(string)", "null"],
];

function constraintOf(text: string): TypeConstraint {
  const [item] = parse(`type = ${text}\n`).body.items;
  if (item?.kind !== "Attribute") throw new Error(`no type: ${text}`);
  return typeConstraint(item.value, (expression) => evaluateText(textOf(text, expression)).value);
}

function textOf(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return `type = ${text}`.slice(start, end);
}

function ours([type, value]: readonly [string, string]): string {
  return formatValue(tupleValue([applyConstraint(evaluateText(value).value, constraintOf(type))]));
}

const version = terraformVersion();

test.skipIf(version === undefined)(
  `variables have the value that Terraform gives them (${version ?? "terraform is not on the PATH"})`,
  () => {
    const theirs = variablesOf(cases);
    expect(cases.map(ours)).toEqual(theirs);
  },
);

/** What Terraform makes of variables with these types and defaults. */
function variablesOf(variables: readonly (readonly [string, string])[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "terraform-variables-"));
  try {
    const blocks = variables.map(
      ([type, value], index) => `variable "v${index}" {\n  type = ${type}\n  default = ${value}\n}\n`,
    );
    writeFileSync(join(folder, "main.tf"), blocks.join(""));
    const all = variables.map((_, index) => `"@@${index}@@", [var.v${index}]`).join(", ");
    const output = execFileSync("terraform", ["console", "-no-color"], {
      cwd: folder,
      encoding: "utf8",
      input: `[${all}, "@@end@@"]\n`,
      env: { ...process.env, TF_CLI_CONFIG_FILE: undefined },
      stdio: ["pipe", "pipe", "pipe"],
    });
    const pieces = output.split(/^ {2}"@@\w+@@",\n/m).slice(1, -1);
    return pieces.map((piece) => piece.replace(/^ {2}/gm, "").replace(/,\n$/, ""));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const refused: readonly (readonly [type: string, value: string])[] = [
  ["number", '"abc"'],
  ["bool", "1"],
  ["list(string)", '"a"'],
  ["list(number)", '["a"]'],
  ["object({ a = string })", "{}"],
  ["object({ a = string })", "[]"],
  ["tuple([string])", "[1, 2]"],
  ["map(string)", "{ a = [] }"],
];

test.each(refused)("%s refuses %s", (type, value) => {
  expect(isError(applyConstraint(evaluateText(value).value, constraintOf(type)))).toBe(true);
});

const problems: readonly (readonly [type: string, at: string])[] = [
  ["strin", "strin"],
  ["list(strin)", "strin"],
  ["list(string, number)", "list(string, number)"],
  ["object({ a = nope })", "nope"],
  ["object(string)", "string"],
  ["tuple(string)", "string"],
  ['"number"', '"number"'],
  ["5", "5"],
  ["object({ a = optional() })", "optional()"],
];

test.each(problems)("%s is no type", (type, at) => {
  const { problem } = constraintOf(type);
  expect(problem && textOf(type, problem)).toBe(at);
});

test.each([['"string"'], ["list"], ["map"], ["any"], ["(string)"]])("%s is a type", (type) => {
  expect(constraintOf(type).problem).toBeUndefined();
});
