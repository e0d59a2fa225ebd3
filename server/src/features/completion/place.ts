/**
 * Where the cursor stands, in the terms of completion: before a block, in a label, before an attribute, in a value.
 * Decided from the tree, and from the text of the line where the tree has nothing yet.
 */
import type { Span } from "../../base/span.ts";
import type { Attribute, Block, Body, Label, Node, ObjectConstructor, SourceFile } from "../../hcl/ast.ts";
import { isInComment } from "../../hcl/comments.ts";
import { children } from "../../hcl/walk.ts";
import { openText, quoteOf, textAround, textSpan, type Quote } from "./quote.ts";
import { chainAt, lineAfter, lineBefore, mayBeginExpression, wordAt, type Chain } from "./words.ts";

type Place = KeywordPlace | LabelPlace | AttributePlace | ValuePlace;

/** At the top level, where a block begins. */
export interface KeywordPlace {
  readonly kind: "keyword";
  readonly word: Span;
}

/** In a label of a top-level block, or where one belongs. */
export interface LabelPlace {
  readonly kind: "label";
  readonly blockType: string;
  readonly labels: readonly Label[];
  readonly index: number;
  readonly quote: Quote | undefined;
  readonly word: Span;
}

/** Inside a block, where an attribute or a nested block begins. */
export interface AttributePlace {
  readonly kind: "attribute";
  /** The blocks around the cursor, the outermost first. */
  readonly blocks: readonly Block[];
  readonly body: Body;
  readonly word: Span;
  /** The attribute that the cursor is in the name of. */
  readonly attribute: Attribute | undefined;
}

/** Where an expression stands or may begin. */
export interface ValuePlace {
  readonly kind: "value";
  readonly blocks: readonly Block[];
  readonly body: Body;
  readonly attribute: Attribute;
  /** From the attribute's value to the innermost node at the cursor. */
  readonly path: readonly Node[];
  /** The identifier at the cursor; within a string, the text between its quotes. */
  readonly word: Span;
  readonly chain: Chain | undefined;
  /** The quoted string whose text the cursor is in. */
  readonly quote: Quote | undefined;
  /** The object in which a key belongs here, not a value. */
  readonly keyOf: ObjectConstructor | undefined;
}

export function placeAt(file: SourceFile, offset: number): Place | undefined {
  const { text, body } = file;
  if (!(offset >= 0 && offset <= text.length) || isInComment(file, offset)) return undefined;
  const blocks = enclosingBlocks(body, offset);
  const innermost = blocks.at(-1)?.body ?? body;
  const item = innermost.items.findLast(({ start }) => start <= offset);
  if (item?.kind === "Attribute" && item.equals && offset >= item.equals.end) {
    const value = valuePlace(text, blocks, innermost, item, offset);
    if (value !== "elsewhere") return value;
  }
  if (item?.kind === "Block" && offset < (item.open?.start ?? Infinity)) {
    const label = labelPlace(text, item, offset);
    if (label !== "elsewhere") return blocks.length === 0 ? label : undefined;
  }
  return beginningOfItem(text, blocks, innermost, offset);
}

/** The blocks whose braces are around the offset; a block without `}` goes on to what follows it. */
function enclosingBlocks(body: Body, offset: number): readonly Block[] {
  const block = body.items.findLast(({ start }) => start < offset);
  if (block?.kind !== "Block" || !block.open || offset < block.open.end) return [];
  if (block.close && offset > block.close.start) return [];
  return [block, ...enclosingBlocks(block.body, offset)];
}

function beginningOfItem(
  text: string,
  blocks: readonly Block[],
  body: Body,
  offset: number,
): Place | undefined {
  const word = wordAt(text, offset);
  const before = lineBefore(text, word.start);
  if (blocks.length === 0) {
    const header = /^\s*(resource|data)[ \t]+$/.exec(before);
    if (header?.[1]) {
      return { kind: "label", blockType: header[1], labels: [], index: 0, quote: undefined, word };
    }
    return before.trim() === "" ? { kind: "keyword", word } : undefined;
  }
  if (!/^\s*$|\{\s*$/.test(before)) return undefined;
  const attribute = body.items.find(
    (item): item is Attribute => item.kind === "Attribute" && item.name.start === word.start,
  );
  return { kind: "attribute", blocks, body, word, attribute };
}

/** `elsewhere` where the cursor is behind or before the labels, on another line for instance. */
function labelPlace(text: string, block: Block, offset: number): LabelPlace | undefined | "elsewhere" {
  if (offset <= block.type.end) return "elsewhere";
  const common = { kind: "label", blockType: block.type.name, labels: block.labels } as const;
  const index = block.labels.findIndex((label) => label.start <= offset && offset <= label.end);
  const label = block.labels[index];
  if (label) {
    if (!label.quoted)
      return { ...common, index, quote: undefined, word: { start: label.start, end: label.end } };
    const inside = { start: label.start + 1, end: label.end - (label.closed ? 1 : 0) };
    if (offset < inside.start || offset > inside.end) return undefined;
    const word = label.closed ? inside : openText(text, inside.start, offset);
    const whole = { start: label.start, end: label.end };
    return { ...common, index, word, quote: { whole, inside: word, closed: label.closed, plain: true } };
  }
  const headerEnd = block.labels.at(-1)?.end ?? block.type.end;
  if (offset < headerEnd || /[\r\n]/.test(text.slice(headerEnd, offset))) return "elsewhere";
  return { ...common, index: block.labels.length, quote: undefined, word: { start: offset, end: offset } };
}

function valuePlace(
  text: string,
  blocks: readonly Block[],
  body: Body,
  attribute: Attribute,
  offset: number,
): ValuePlace | undefined | "elsewhere" {
  const { value } = attribute;
  const inside = offset <= value.end || isOpenEnded(value);
  if (!inside && /[\r\n]/.test(text.slice(Math.max(value.end, attribute.equals?.end ?? 0), offset))) {
    return "elsewhere";
  }
  const path = expressionPath(value, offset);
  const word = wordAt(text, offset);
  const keyOf = objectOfKey(path, lineBefore(text, word.start));
  const common = { kind: "value", blocks, body, attribute, path, keyOf } as const;
  const template = textAround(path, offset);
  if (template === "none") return undefined;
  if (template) {
    const quote = quoteOf(text, template, offset);
    return quote && { ...common, quote, word: textSpan(text, template, offset), chain: undefined };
  }
  const chain = chainAt(text, offset);
  if (chain) return { ...common, quote: undefined, word: chain.member, chain };
  if (!keyOf && !mayBeginExpression(text, word.start)) return undefined;
  return { ...common, quote: undefined, word, chain: undefined };
}

/** The object whose key the path ends in, or in which another key may begin behind the text of the line. */
function objectOfKey(path: readonly Node[], before: string): ObjectConstructor | undefined {
  const index = path.findLastIndex(({ kind }) => kind === "ObjectConstructor");
  const object = path[index];
  if (object?.kind !== "ObjectConstructor") return undefined;
  const item = path[index + 1];
  if (!item) return /(?:^|[{,])\s*$/.test(before) ? object : undefined;
  if (item.kind !== "ObjectItem") return undefined;
  const inKey =
    path[index + 2] === item.key && path.slice(index + 3).every(({ kind }) => kind === "TemplateLiteral");
  return inKey || !item.separator ? object : undefined;
}

/** From the expression to the innermost node at the offset; of two that meet there, the later one. */
function expressionPath(node: Node, offset: number): readonly Node[] {
  const child = children(node).findLast(
    ({ start, end, ...rest }) => start <= offset && (offset <= end || isOpenEnded({ start, end, ...rest })),
  );
  return child ? [node, ...expressionPath(child, offset)] : [node];
}

function isOpenEnded(node: Node): boolean {
  switch (node.kind) {
    case "TupleConstructor":
    case "ObjectConstructor":
    case "FunctionCall":
    case "ForExpression":
    case "Parentheses":
    case "Index":
    case "TemplateInterpolation":
      return node.close === undefined;
    default:
      return false;
  }
}

/** What follows the cursor on its line, without the rest of the word that it is in. */
export function restOfLine(text: string, word: Span): string {
  return lineAfter(text, word.end);
}
