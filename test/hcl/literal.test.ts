/** Values of literals, and strings written as literals. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Expression } from "../../server/src/hcl/ast.ts";
import { literalString, literalText, quote } from "../../server/src/hcl/literal.ts";
import { parse } from "../../server/src/hcl/parse.ts";

function valueIn(text: string): Expression | undefined {
  const [item] = parse(text).body.items;
  return item?.kind === "Attribute" ? item.value : undefined;
}

function stringIn(text: string): string | undefined {
  const value = valueIn(text);
  return value === undefined ? undefined : literalString(value);
}

test.each([
  ['a = ""\n', ""],
  ['a = "x"\n', "x"],
  ['a = "\\n\\r\\t\\"\\\\"\n', '\n\r\t"\\'],
  ['a = "\\u00e9\\U0001F600"\n', "é😀"],
  ['a = "$${x} %%{y} $ % $$ $x"\n', "${x} %{y} $ % $$ $x"],
  ['a = "$$${x}"\n', "$${x}"],
  ["a = <<EOT\n  x\n\\n $${y}\nEOT\n", "  x\n\\n ${y}\n"],
  ["a = <<EOT\nEOT\n", ""],
  ["a = <<-EOT\n    a\n      b\n\n    c\n    EOT\n", "a\n  b\n\nc\n"],
  ["a = <<-EOT\r\n  a\r\n  b\r\n  EOT\r\n", "a\r\nb\r\n"],
  ["a = <<-EOT\n\ta\n  b\n  EOT\n", "a\n b\n"],
])("the string in %j", (text, expected) => {
  expect(stringIn(text)).toBe(expected);
});

test.each(['a = "${x}"\n', "a = 1\n", "a = x\n", 'a = "%{ if x }y%{ endif }"\n'])(
  "no string in %j",
  (text) => {
    expect(stringIn(text)).toBeUndefined();
  },
);

test.each([
  ["a = 123456789012345678901234567890.5e+300\n", "123456789012345678901234567890.5e+300"],
  ["a = true\n", "true"],
  ['a = "x"\n', "x"],
  ["a = null\n", undefined],
])("the literal in %j", (text, expected) => {
  const value = valueIn(text);
  expect(value === undefined ? undefined : literalText(value)).toBe(expected);
});

test("any string survives being quoted", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      expect(stringIn(`a = ${quote(value)}\n`)).toBe(value.normalize());
      expect(parse(`a = ${quote(value)}\n`).problems).toEqual([]);
    }),
  );
});

test("strings of template characters survive being quoted", () => {
  const piece = fc.constantFrom("$", "%", "{", "}", "\\", '"', "~", "a", "$${", "\n");
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const value = pieces.join("");
      expect(stringIn(`a = ${quote(value)}\n`)).toBe(value);
    }),
  );
});
