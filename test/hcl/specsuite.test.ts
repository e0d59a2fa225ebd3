/**
 * HCL's own conformance suite: what each file says, held against the result that stands beside it, for all
 * files that need no schema. Whether the files are right or wrong is part of the corpus's verdicts.
 */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Body, Expression } from "../../server/src/hcl/ast.ts";
import { literalString } from "../../server/src/hcl/literal.ts";
import { parse } from "../../server/src/hcl/parse.ts";
import { corpusAbsent, corpusFiles, corpusFolder, corpusIsPresent } from "./corpus.ts";

type Variables = Readonly<Record<string, unknown>>;

/** The value of an expression made of literals, collections and the given variables. */
function valueOf(expression: Expression, variables: Variables): unknown {
  switch (expression.kind) {
    case "NumberLiteral":
      return `number ${expression.text}`;
    case "BoolLiteral":
      return expression.value;
    case "NullLiteral":
      return null;
    case "TupleConstructor":
      return expression.elements.map((element) => valueOf(element, variables));
    case "ObjectConstructor":
      return Object.fromEntries(
        expression.items.map(({ key, value }) => [
          key.kind === "Variable" ? key.name : String(valueOf(key, variables)),
          valueOf(value, variables),
        ]),
      );
    case "Template":
      return expression.parts
        .map((part) => {
          if (part.kind === "TemplateLiteral") return part.value;
          return part.kind === "TemplateInterpolation" ? String(valueOf(part.expression, variables)) : "?";
        })
        .join("")
        .normalize();
    case "Variable":
      return variables[expression.name];
    default:
      return `unknown ${expression.kind}`;
  }
}

function attributesOf(body: Body, variables: Variables): Readonly<Record<string, unknown>> {
  const entries = body.items.flatMap((item) =>
    item.kind === "Attribute" ? [[item.name.name, valueOf(item.value, variables)] as const] : [],
  );
  return Object.fromEntries(entries);
}

function variablesOf(path: string): Variables {
  if (!existsSync(path)) return {};
  const block = parse(readFileSync(path, "utf8")).body.items.find(
    (item) => item.kind === "Block" && item.type.name === "variables",
  );
  return block?.kind === "Block" ? attributesOf(block.body, {}) : {};
}

const files = corpusFiles().filter(({ path, text }) => {
  const isInput = path.includes("/specsuite/tests/") && path.endsWith(".hcl");
  const { body, problems } = parse(text);
  return (
    isInput &&
    problems.length === 0 &&
    body.items.length > 0 &&
    body.items.every((item) => item.kind === "Attribute")
  );
});

describe.skipIf(!corpusIsPresent)(corpusIsPresent ? "the conformance suite" : corpusAbsent, () => {
  test.each(files)("$path", ({ path, text }) => {
    const base = `${corpusFolder}/${path.slice(0, -".hcl".length)}`;
    const expected = attributesOf(parse(readFileSync(`${base}.t`, "utf8")).body, {});
    if (!("result" in expected)) return;
    expect(attributesOf(parse(text).body, variablesOf(`${base}.hcldec`))).toEqual(expected["result"]);
  });
});

test("strings are compared in normal form C, which HCL prescribes", () => {
  const [item] = parse('a = "an\u0303os"\n').body.items;
  expect(item?.kind === "Attribute" ? literalString(item.value) : undefined).toBe("a\u00f1os");
});
