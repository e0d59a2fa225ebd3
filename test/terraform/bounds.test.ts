/** Expressions that would take for ever, or all memory, are unknown with a reason. */
import { expect, test } from "vitest";
import type { Resolution } from "../../server/src/terraform/scope.ts";
import type { Value } from "../../server/src/terraform/value.ts";
import { firstUnknown } from "../../server/src/terraform/value.ts";
import { evaluateText } from "./kit/evaluateText.ts";

const nested = (open: string, close: string, depth: number): string =>
  `${open.repeat(depth)}1${close.repeat(depth)}`;

const thousand = `[for i in range(1000) : i]`;

const cases: readonly (readonly [name: string, expression: string])[] = [
  ["deep brackets", nested("[", "]", 210)],
  ["deep parentheses", nested("(", ")", 210)],
  ["deep calls", nested("abs(", ")", 210)],
  ["loops in loops", `[for a in ${thousand} : [for b in ${thousand} : a * b]]`],
  ["a large product", `setproduct(${thousand}, ${thousand})`],
  [
    "a long replacement",
    `replace(join("", [for i in range(1000) : "aaaaaaaaaa"]), "a", join("", ${thousand}))`,
  ],
  [
    "wide columns",
    `format("${"%100000s".repeat(50)}", ${Array.from({ length: 50 }, () => '"x"').join(", ")})`,
  ],
];

test.each(cases)("%s", (_, expression) => {
  const { value } = evaluateText(expression);
  expect(firstUnknown(value)?.kind).toBe("too large");
});

test("a string that doubles forty times", () => {
  let value: Value = evaluateText('"0123456789"').value;
  const resolve = (): Resolution => ({ value, consumed: 0 });
  for (let round = 0; round < 40; round++) value = evaluateText('"${a}${a}"', { resolve }).value;
  expect(firstUnknown(value)?.kind).toBe("too large");
});

test("a regular expression that backtracking engines take for ever with", () => {
  const { value } = evaluateText(`can(regex("^(a+)+$", "${"a".repeat(5000)}!"))`);
  expect(value).toMatchObject({ kind: "bool", value: false });
});

test.each([
  ["yamldecode", "["],
  ["jsondecode", "["],
  ["regex", "("],
])("%s of a text that is nested deeply fails", (name, bracket) => {
  const rest = name === "regex" ? ', "x"' : "";
  expect(evaluateText(`${name}("${bracket.repeat(50_000)}"${rest})`).failures).toHaveLength(1);
});
