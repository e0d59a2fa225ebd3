/** Values remember where a person would change them. */
import { expect, test } from "vitest";
import { index } from "../../server/src/terraform/access.ts";
import type { Location } from "../../server/src/base/location.ts";
import type { Value } from "../../server/src/terraform/value.ts";
import { stringValue } from "../../server/src/terraform/value.ts";
import { evaluateText, head } from "./kit/evaluateText.ts";
import { resolveInWorld } from "./kit/world.ts";

/** The expression, and the text at each place that the value, or each literal part of a string, came from. */
const cases: readonly (readonly [expression: string, places: readonly string[]])[] = [
  ["12", ["12"]],
  ['"abc"', ["abc"]],
  ["1 + 2", ["1", "2"]],
  ['"a-${1 + 2}-b"', ["a-", "1", "-b"]],
  ['upper("abc")', ["abc"]],
  ['join("-", ["a", "b"])', ["a", "-", "b"]],
  ['split("/", "one/two")[1]', ["two"]],
  ['trimprefix("arn:aws", "arn:")', ["aws"]],
  ['true ? "yes" : "no"', ["yes"]],
  ["[10, 20][1]", ["20"]],
  ['{ a = "x" }.a', ["x"]],
  ['lookup({ a = "x" }, "b", "fallback")', ["fallback"]],
  ['merge({ a = "x" }, { a = "y" }).a', ["y"]],
  ['[for v in ["p", "q"] : v][0]', ["p"]],
  ['tolist(["p", 5])[1]', ["5"]],
  ['format("%s:%d", "a", 7)', ["a", '"%s:%d"', "7"]],
  ['jsondecode(jsonencode({ Sid = "here" })).Sid', ["here"]],
  ['jsondecode("{\\"Sid\\": 5}").Sid', ['{\\"Sid\\": 5}']],
  ['jsondecode(<<EOT\n{ "Sid": "there", "x": "${1}" }\nEOT\n).Sid', ["there"]],
  ['jsondecode(<<EOT\n${jsonencode({ Sid = "kept" })}\nEOT\n).Sid', ["kept"]],
  ["max(1, 5, 3)", ["5"]],
  ["length([1, 2])", ["[1, 2]"]],
  ['element(["a", "b"], 1)', ["b"]],
  ['coalesce("", "b")', ["b"]],
  ["aws_iam_role.x.arn", ["aws_iam_role.x.arn"]],
  ['sha1("abc")', ['"abc"']],
];

test.each(cases)("%s", (expression, places) => {
  const { value } = evaluateText(expression, { resolve: resolveInWorld });
  const text = `${head}${expression}\n`;
  const shown = locationsOf(value).map(({ span }) => text.slice(span.start, span.end));
  expect(shown).toEqual(places);
});

function locationsOf(value: Value): readonly Location[] {
  if (value.kind !== "string") return value.origins;
  return value.parts.flatMap((part) => part.origin ?? []);
}

test("keys of objects remember where they are written", () => {
  const expression = 'merge({ "first" = 1 }, { second = 2 })';
  const { value } = evaluateText(expression);
  const origins = value.kind === "object" ? [...value.keyOrigins.values()] : [];
  const text = `${head}${expression}`;
  expect(origins.map(({ span }) => text.slice(span.start, span.end))).toEqual(['"first"', "second"]);
});

test("an unknown says where it enters", () => {
  const { value } = evaluateText("length([for v in var.open : v])", { resolve: resolveInWorld });
  expect(value.kind === "unknown" ? value.reason : undefined).toEqual({
    kind: "variable without value",
    subject: "open",
    at: { uri: "file:///test.tf", span: { start: 21, end: 29 } },
  });
});

test("an element that is looked up keeps its place", () => {
  const { value } = evaluateText('{ a = "x" }');
  expect(index(value, stringValue("a")).origins).toHaveLength(1);
});
