/**
 * Values in JSON as expressions: strings are templates, and the keys of objects too.
 * https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
 */
import { assertNever } from "../../base/assertNever.ts";
import type { Expression, ObjectItem, SyntaxProblem, Template, TemplatePart } from "../../hcl/ast.ts";
import { parse } from "../../hcl/parse.ts";
import type { ValueReading } from "./blockShapes.ts";
import type { JsonNode, JsonProperty, JsonString } from "./readJson.ts";
import { relocate } from "./relocate.ts";

/** Problems with templates are added to `problems`. */
export function jsonExpression(node: JsonNode, reading: ValueReading, problems: SyntaxProblem[]): Expression {
  const { start, end } = node;
  switch (node.kind) {
    case "string":
      return stringExpression(node, reading, problems);
    case "number":
      return { kind: "NumberLiteral", text: node.text, start, end };
    case "bool":
      return { kind: "BoolLiteral", value: node.value, start, end };
    case "null":
      return { kind: "NullLiteral", start, end };
    case "array":
      return {
        kind: "TupleConstructor",
        open: { start, end: start + 1 },
        elements: node.elements.map((element) => jsonExpression(element, reading, problems)),
        close: node.closed ? { start: end - 1, end } : undefined,
        start,
        end,
      };
    case "object":
      return {
        kind: "ObjectConstructor",
        open: { start, end: start + 1 },
        items: node.properties.map((property) => objectItem(property, reading, problems)),
        close: node.closed ? { start: end - 1, end } : undefined,
        start,
        end,
      };
    default:
      return assertNever(node);
  }
}

function objectItem(
  { key, colon, value }: JsonProperty,
  reading: ValueReading,
  problems: SyntaxProblem[],
): ObjectItem {
  return {
    kind: "ObjectItem",
    key: stringExpression(key, reading === "literal" ? "literal" : "template", problems),
    separator: colon,
    value: jsonExpression(value, reading, problems),
    start: key.start,
    end: value.end,
  };
}

function stringExpression(node: JsonString, reading: ValueReading, problems: SyntaxProblem[]): Expression {
  if (reading === "expression") return writtenExpression(node) ?? template(node, literalParts(node));
  const isPlain = reading === "literal" || !/[$%]\{/.test(node.value);
  return template(node, isPlain ? literalParts(node) : templateParts(node, problems));
}

function template({ start, end }: JsonString, parts: readonly TemplatePart[]): Template {
  const open = { start, end: start + 1 };
  return { kind: "Template", heredoc: undefined, parts, open, close: { start: end - 1, end }, start, end };
}

function literalParts({ value, start, end }: JsonString): readonly TemplatePart[] {
  return value === "" ? [] : [{ kind: "TemplateLiteral", value, start: start + 1, end: end - 1 }];
}

/** The text of a template is that of a heredoc: a backslash stands for itself, `$${` for `${`. */
function templateParts(node: JsonString, problems: SyntaxProblem[]): readonly TemplatePart[] {
  let marker = "END";
  while (node.value.includes(marker)) marker += "_";
  const head = `x = <<${marker}\n`;
  const file = parse(`${head}${node.value}\n${marker}\n`);
  const place = placeIn(node, head.length);
  problems.push(...file.problems.map((problem) => relocate(withoutInsertion(problem), place)));
  const [item] = file.body.items;
  if (item?.kind !== "Attribute" || item.value.kind !== "Template") return literalParts(node);
  return withoutLastLineEnd(item.value.parts).map((part) => relocate(part, place));
}

function withoutInsertion({ start, end, summary, detail }: SyntaxProblem): SyntaxProblem {
  return { start, end, summary, detail };
}

function withoutLastLineEnd(parts: readonly TemplatePart[]): readonly TemplatePart[] {
  const last = parts.at(-1);
  if (last?.kind !== "TemplateLiteral" || !last.value.endsWith("\n")) return parts;
  const value = last.value.slice(0, -1);
  return value === "" ? parts.slice(0, -1) : [...parts.slice(0, -1), { ...last, value, end: last.end - 1 }];
}

/** Undefined where the string holds no expression. */
function writtenExpression(node: JsonString): Expression | undefined {
  const head = "x = ";
  const { body, problems } = parse(`${head}${node.value}\n`);
  const [item, ...others] = body.items;
  if (item?.kind !== "Attribute" || others.length > 0 || problems.length > 0) return undefined;
  return relocate(item.value, placeIn(node, head.length));
}

/** From offsets behind the head to offsets in the JSON text. */
function placeIn({ value, offsets, start, end }: JsonString, head: number): (offset: number) => number {
  return (offset) => {
    const index = Math.min(Math.max(offset - head, 0), value.length);
    return offsets === undefined ? start + 1 + index : (offsets[index] ?? end - 1);
  };
}
