/** Ways through the tree. */
import { expect, test } from "vitest";
import { parse } from "../../server/src/hcl/parse.ts";
import { pathAt, walk } from "../../server/src/hcl/walk.ts";

/** The kinds of the nodes on the path to `$0`. */
function pathTo(marked: string): string {
  const offset = marked.indexOf("$0");
  const file = parse(marked.replace("$0", ""));
  return pathAt(file, offset)
    .map((node) => node.kind)
    .join(" ");
}

test.each([
  ["$0a = 1\n", "Body Attribute Identifier"],
  ["a$0 = 1\n", "Body Attribute Identifier"],
  ["a = $0\n", "Body Attribute MissingExpression"],
  ["a =$0\nb = 1\n", "Body Attribute MissingExpression"],
  ["a = x.$0\n", "Body Attribute GetAttribute"],
  ["a = x$0.y\n", "Body Attribute GetAttribute Variable"],
  ["a = x.y$0\n", "Body Attribute GetAttribute Identifier"],
  ["a = f(x$0)\n", "Body Attribute FunctionCall Variable"],
  ["a = f($0)\n", "Body Attribute FunctionCall"],
  ['a = "x$0${y}"\n', "Body Attribute Template TemplateLiteral"],
  ['a = "x${y$0}"\n', "Body Attribute Template TemplateInterpolation Variable"],
  ['a = "x${y}$0z"\n', "Body Attribute Template TemplateLiteral"],
  ['b "x$0" {\n}\n', "Body Block Label"],
  ["b {$0}\n", "Body Block Body"],
  ["b {\n  $0\n}\n", "Body Block Body"],
  ["b {\n  $0\n\nc {\n}\n", "Body Block Body"],
  ["b {\n}\n$0\nc {\n}\n", "Body"],
  ["a = [1, $0]\n", "Body Attribute TupleConstructor"],
  ["a = { k = v$0 }\n", "Body Attribute ObjectConstructor ObjectItem Variable"],
  ["a = b$0+c\n", "Body Attribute BinaryOperation Variable"],
])("the path in %j", (marked, expected) => {
  expect(pathTo(marked)).toBe(expected);
});

test("walking visits parents first, in the order of the text", () => {
  const seen: string[] = [];
  walk(parse("a = [b, c.d]\n").body, (node) => {
    seen.push(node.kind);
  });
  expect(seen.join(" ")).toBe(
    "Body Attribute Identifier TupleConstructor Variable GetAttribute Variable Identifier",
  );
});

test("walking leaves out what is below a refused node", () => {
  const seen: string[] = [];
  walk(parse("a = [b]\nc = d\n").body, (node) => {
    seen.push(node.kind);
    return node.kind !== "TupleConstructor";
  });
  expect(seen.filter((kind) => kind === "Variable")).toHaveLength(1);
});
