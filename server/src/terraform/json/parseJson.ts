/**
 * Terraform's JSON syntax as the same tree that the native syntax has, with spans into the JSON text.
 * https://developer.hashicorp.com/terraform/language/syntax/json
 */
import type { Span } from "../../base/span.ts";
import type { Attribute, Block, Body, BodyItem, Label, SourceFile, SyntaxProblem } from "../../hcl/ast.ts";
import { blocksInside, fileBlocks, readingOf, type BlockShapes, type ValueReading } from "./blockShapes.ts";
import { jsonExpression } from "./jsonExpression.ts";
import { readJson, type JsonNode, type JsonObject, type JsonProperty, type JsonString } from "./readJson.ts";

interface Context {
  /** The type of the block that is read; empty for the file. */
  readonly block: string;
  readonly shapes: BlockShapes;
  readonly reading: ValueReading | undefined;
  readonly problems: SyntaxProblem[];
}

/** A `.tf.json` file. */
export function parseJsonModule(text: string): SourceFile {
  return parseFile(text, { block: "", shapes: fileBlocks, reading: undefined, problems: [] });
}

/** A `.tfvars.json` file: nothing but values, whose strings stand for themselves. */
export function parseJsonVariables(text: string): SourceFile {
  return parseFile(text, { block: "", shapes: new Map(), reading: "literal", problems: [] });
}

function parseFile(text: string, context: Context): SourceFile {
  const { root, problem } = readJson(text);
  if (problem) context.problems.push({ ...problem, summary: "Invalid JSON" });
  const items = root ? objectsIn(root).flatMap((object) => itemsOf(object, context)) : [];
  return {
    text,
    body: { kind: "Body", start: 0, end: text.length, items },
    problems: context.problems.toSorted((a, b) => a.start - b.start),
  };
}

/** An object, or an array of them, whose contents count as one. */
function objectsIn(node: JsonNode): readonly JsonObject[] {
  if (node.kind === "object") return [node];
  return node.kind === "array" ? node.elements.filter((element) => element.kind === "object") : [];
}

/** The property `//` is a comment. */
function itemsOf(object: JsonObject, context: Context): readonly BodyItem[] {
  return object.properties
    .filter(({ key }) => key.value !== "//")
    .flatMap((property): readonly BodyItem[] => {
      const labels = context.shapes.get(property.key.value);
      return labels !== undefined && objectsIn(property.value).length > 0
        ? blocksFrom(property, labels, context)
        : [attributeFrom(property, context)];
    });
}

function attributeFrom(
  { key, colon, value }: JsonProperty,
  { block, reading, problems }: Context,
): Attribute {
  return {
    kind: "Attribute",
    name: { kind: "Identifier", name: key.value, ...inside(key) },
    equals: colon,
    value: jsonExpression(value, reading ?? readingOf(block, key.value), problems),
    start: key.start,
    end: value.end,
  };
}

/** What stands between the quotes. */
function inside({ start, end }: JsonString): Span {
  return { start: start + 1, end: end - 1 };
}

/** A block for each body below as many levels of labels as the type has. */
function blocksFrom({ key, value }: JsonProperty, labels: number, context: Context): readonly Block[] {
  return bodiesIn(value, labels, []).map(({ names, object }) => {
    const type = key.value;
    const start = names.at(-1)?.start ?? object.start;
    const { end } = object;
    return {
      kind: "Block",
      type: { kind: "Identifier", name: type, ...inside(key) },
      labels: names.map(labelFrom),
      open: { start: object.start, end: object.start + 1 },
      body: bodyOf(object, { ...context, block: type, shapes: blocksInside(type) }),
      close: object.closed ? { start: end - 1, end } : undefined,
      start,
      end,
    };
  });
}

interface LabelledBody {
  readonly names: readonly JsonString[];
  readonly object: JsonObject;
}

function bodiesIn(node: JsonNode, labels: number, names: readonly JsonString[]): readonly LabelledBody[] {
  return objectsIn(node).flatMap((object) =>
    labels === 0
      ? [{ names, object }]
      : object.properties.flatMap(({ key, value }) =>
          key.value === "//" ? [] : bodiesIn(value, labels - 1, [...names, key]),
        ),
  );
}

function labelFrom({ value, start, end }: JsonString): Label {
  return { kind: "Label", value, quoted: true, closed: true, start, end };
}

function bodyOf(object: JsonObject, context: Context): Body {
  const { start, end } = object;
  return {
    kind: "Body",
    items: itemsOf(object, context),
    start: start + 1,
    end: object.closed ? end - 1 : end,
  };
}
