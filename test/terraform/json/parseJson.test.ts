/** Terraform's JSON syntax gives the tree that the native syntax gives, with spans into the JSON text. */
import { describe, expect, it } from "vitest";
import type { Block, BodyItem, Expression, SourceFile } from "../../../server/src/hcl/ast.ts";
import { parse } from "../../../server/src/hcl/parse.ts";
import { walk } from "../../../server/src/hcl/walk.ts";
import { parseJsonModule, parseJsonVariables } from "../../../server/src/terraform/json/parseJson.ts";

/** The tree without its spans, quotes around a lone interpolation and the values of heredocs aside. */
function outline({ body }: SourceFile): unknown {
  return body.items.map(item);
}

function item(node: BodyItem): unknown {
  if (node.kind === "Block")
    return [node.type.name, ...node.labels.map(({ value }) => value), node.body.items.map(item)];
  return node.kind === "Attribute" ? [node.name.name, expression(node.value)] : node.kind;
}

function expression(node: Expression): unknown {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) =>
      ["start", "end", "open", "close", "dot", "equals", "separator"].includes(key) ? undefined : value,
    ),
  );
}

const json = (value: unknown): string => JSON.stringify(value, null, 2);

const same: readonly (readonly [string, unknown, string])[] = [
  [
    "resources with labels as levels",
    { resource: { t: { a: { name: "x", many: 2, yes: true, none: null } } } },
    `resource "t" "a" {\n  name = "x"\n  many = 2\n  yes = true\n  none = null\n}\n`,
  ],
  [
    "arrays of bodies",
    { locals: [{ a: "1" }, { b: "2" }] },
    `locals {\n  a = "1"\n}\nlocals {\n  b = "2"\n}\n`,
  ],
  [
    "several providers of one name",
    { provider: { aws: [{ alias: "a" }, { alias: "b" }] } },
    `provider "aws" {\n  alias = "a"\n}\nprovider "aws" {\n  alias = "b"\n}\n`,
  ],
  [
    "templates",
    { locals: { a: "x-${var.a}", b: '${upper("a")}', c: "$${no}", d: "100%", e: "%{ if true }y%{ endif }" } },
    `locals {\n  a = "x-\${var.a}"\n  b = "\${upper("a")}"\n  c = "$\${no}"\n  d = "100%"\n  e = "%{ if true }y%{ endif }"\n}\n`,
  ],
  ["escapes of JSON", { locals: { a: 'q"\n\t\\' } }, `locals {\n  a = "q\\"\\n\\t\\\\"\n}\n`],
  [
    "references without a template",
    { resource: { t: { a: { depends_on: ["t.b"], provider: "aws.x" } } } },
    `resource "t" "a" {\n  depends_on = [t.b]\n  provider = aws.x\n}\n`,
  ],
  [
    "types and literal defaults of variables",
    { variable: { a: { type: "list(string)", default: ["$${x}"] } } },
    `variable "a" {\n  type = list(string)\n  default = ["$$\${x}"]\n}\n`,
  ],
  [
    "nested blocks",
    {
      data: {
        p: {
          d: {
            statement: [{ condition: { test: "x" } }, {}],
            dynamic: { statement: { for_each: [], content: {} } },
          },
        },
      },
    },
    `data "p" "d" {\n  statement {\n    condition {\n      test = "x"\n    }\n  }\n  statement {\n  }\n  dynamic "statement" {\n    for_each = []\n    content {\n    }\n  }\n}\n`,
  ],
  [
    "objects, with comments only in bodies",
    { "//": "x", locals: { "//": 1, a: { b: "c" } } },
    `locals {\n  a = { "b" = "c" }\n}\n`,
  ],
  [
    "required providers",
    { terraform: { required_providers: { x: { source: "a/b" } } } },
    `terraform {\n  required_providers {\n    x = { "source" = "a/b" }\n  }\n}\n`,
  ],
];

describe("the tree is that of the native syntax for", () => {
  it.each(same)("%s", (_, value, native) => {
    const file = parseJsonModule(json(value));
    expect(file.problems).toEqual([]);
    expect(outline(file)).toEqual(outline(parse(native)));
  });
});

describe("spans", () => {
  it("point into the JSON text, behind escapes too", () => {
    const text = json({ locals: { a: 'say "${var.who}" and ${local.b}' } });
    const names: string[] = [];
    walk(parseJsonModule(text).body, (node) => {
      if (node.kind === "GetAttribute") names.push(text.slice(node.start, node.end));
    });
    expect(names).toEqual(["var.who", "local.b"]);
  });

  it("of names leave the quotes out, those of labels keep them", () => {
    const text = json({ resource: { t: { a: { name: "x" } } } });
    const [block] = parseJsonModule(text).body.items;
    expect(block?.kind).toBe("Block");
    const { type, labels, body, start, end } = block as Block;
    const [attribute] = body.items;
    expect(text.slice(type.start, type.end)).toBe("resource");
    expect(labels.map((label) => text.slice(label.start, label.end))).toEqual(['"t"', '"a"']);
    expect(attribute?.kind === "Attribute" && text.slice(attribute.name.start, attribute.name.end)).toBe(
      "name",
    );
    expect(text.slice(start, end)).toMatch(/^"a": \{[^]*\}$/);
  });
});

describe("broken text", () => {
  it.each([
    "",
    "{",
    '{"locals": {"a": "x',
    '{"a": 1,}',
    "[1 2]",
    '{"a" 1}',
    '{"a": tru}',
    '{"a": "\\q"}',
    "{} x",
  ])("%j gives one problem and keeps what was read", (text) => {
    const { problems } = parseJsonModule(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.start).toBeLessThanOrEqual(text.length);
  });

  it("keeps what stands before the mistake", () => {
    const file = parseJsonModule('{"locals": {"a": "x", "b" "y"}}');
    expect(outline(file)).toEqual(outline(parse('locals {\n  a = "x"\n}\n')));
  });

  it("reports a template at its place", () => {
    const text = '{"locals": {"a": "x${var."}}';
    const [problem] = parseJsonModule(text).problems;
    expect(problem?.start).toBeGreaterThan(text.indexOf("x$"));
    expect(problem?.end).toBeLessThanOrEqual(text.length);
  });
});

it("takes the strings of variable files as they are", () => {
  const file = parseJsonVariables(json({ a: "${x}", b: { c: ["$${y}"] } }));
  expect(outline(file)).toEqual(outline(parse('a = "$${x}"\nb = { "c" = ["$$${y}"] }\n')));
});
