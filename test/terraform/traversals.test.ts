/** Which names an expression uses, and which of them it binds itself. */
import { expect, it } from "vitest";
import { parse } from "../../server/src/hcl/parse.ts";
import { binderOf, traversalsIn } from "../../server/src/terraform/traversals.ts";

/** Each traversal as written; one whose name is bound with the offset of what binds it. */
function describeTraversals(text: string): readonly string[] {
  return traversalsIn(parse(text).body).map((traversal) => {
    const written = text.slice(traversal.root.start, traversal.node.end);
    const binder = binderOf(traversal);
    return binder ? `${written} @${binder.start}` : written;
  });
}

it.each([
  ["a = b.c[d.e].f", ["b.c[d.e].f", "d.e"]],
  ["a = b[*].c", ["b[*].c"]],
  ["a = f(b).c", ["b"]],
  ["a = { b = c, (d) = e }", ["c", "d", "e"]],
  ["a = [for k, v in v : k if v]", ["v", "k @9", "v @12"]],
  ["a = [for v in x : [for v in v : v]]", ["x", "v @9", "v @23"]],
  ['a = "%{ for v in v }${v}%{ endfor }${v}"', ["v", "v @12", "v"]],
  ["dynamic b {\n for_each = b\n content {\n  a = b.c\n }\n}", ["b", "b.c @8"]],
  ["dynamic b {\n iterator = i\n content {\n  a = [b.c, i.d]\n }\n}", ["b.c", "i.d @24"]],
  ["b c {\n for_each = d\n iterator = e\n}", ["d", "e"]],
  ["a = [for v in x : v", ["x", "v @9"]],
])("%j uses %j", (text, expected) => {
  expect(describeTraversals(text)).toEqual(expected);
});
