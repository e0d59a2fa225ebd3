/** Edits that several rules share: attributes are put in, taken out and set as `terraform fmt` would leave them. */
import { createLineIndex, lineAt, lineStart, type LineIndex } from "../base/lineIndex.ts";
import type { Span } from "../base/span.ts";
import type { TextEdit } from "../base/textEdit.ts";
import type { Attribute, Block, BodyItem } from "../hcl/ast.ts";
import { attributeOf, attributesOf } from "../terraform/block.ts";
import { isMetaAttribute } from "../terraform/metaArguments.ts";
import type { ModuleFile } from "../terraform/module.ts";
import { replaceValue } from "./alignment.ts";
import type { FileEdits, Fix } from "./finding.ts";

interface NewAttribute {
  readonly name: string;
  /** The expression's text. */
  readonly value: string;
}

/** A fix in one file. */
export function fixIn(file: ModuleFile, title: string, edits: readonly TextEdit[], preferred = true): Fix {
  return { title, edits: [{ uri: file.uri, edits }], preferred };
}

export function replace({ start, end }: Span, newText: string): TextEdit {
  return { span: { start, end }, newText };
}

/** One entry for each file. */
export function mergeEdits(all: readonly FileEdits[]): readonly FileEdits[] {
  return [...new Set(all.map(({ uri }) => uri))].map((uri) => ({
    uri,
    edits: all.filter((entry) => entry.uri === uri).flatMap(({ edits }) => edits),
  }));
}

/** Takes an item out, with its lines where nothing else stands on them, and without leaving empty lines behind. */
export function removeItem(file: ModuleFile, block: Block, item: BodyItem): readonly TextEdit[] {
  const { text } = file.syntax;
  const lines = createLineIndex(text);
  const first = lineStart(lines, lineAt(lines, item.start));
  const last = lineStart(lines, lineAt(lines, item.end) + 1);
  const alone = isBlank(text.slice(first, item.start)) && isBlankOrComment(text.slice(item.end, last));
  if (!alone) return [replace({ start: item.start - spacesBefore(text, item.start), end: item.end }, "")];
  const before = lineStart(lines, lineAt(lines, item.start) - 1);
  const after = text.slice(last, lineStart(lines, lineAt(lines, last) + 1));
  const leavesGap = before < first && isBlank(text.slice(before, first)) && /^\s*(}.*)?\s*$/.test(after);
  const others = neighbours(lines, block, item).filter((other) => other !== item);
  return [
    replace({ start: leavesGap ? before : first, end: last }, ""),
    ...aligned(text, others, widthOf(others)),
  ];
}

/** Gives an attribute another name. */
export function renameAttribute(
  file: ModuleFile,
  block: Block,
  attribute: Attribute,
  name: string,
): readonly TextEdit[] {
  const { text } = file.syntax;
  const { equals } = attribute;
  const group = neighbours(createLineIndex(text), block, attribute);
  if (!equals || !group.includes(attribute)) return [replace(attribute.name, name)];
  const others = group.filter((other) => other !== attribute);
  const width = Math.max(name.length, widthOf(others));
  const renamed = replace({ start: attribute.start, end: equals.start }, `${name.padEnd(width)} `);
  return [renamed, ...aligned(text, others, width)];
}

/** Sets an attribute: replaces its value where it stands, puts it in where it does not. */
export function setAttribute(file: ModuleFile, block: Block, attribute: NewAttribute): readonly TextEdit[] {
  const present = attributeOf(block, attribute.name);
  if (!present) return insertAttributes(file, block, [attribute]);
  return replaceValue(file.syntax.text, block.body, present, attribute.value);
}

/** Adds an element to a list that stands in the block, or puts in a list of that one element. */
export function addToList(
  file: ModuleFile,
  block: Block,
  { name, value }: NewAttribute,
): readonly TextEdit[] | undefined {
  const list = attributeOf(block, name)?.value;
  if (!list) return insertAttributes(file, block, [{ name, value: `[${value}]` }]);
  if (list.kind !== "TupleConstructor" || !list.close) return undefined;
  const last = list.elements.at(-1);
  if (!last) return [replace({ start: list.open.end, end: list.close.start }, value)];
  const { text } = file.syntax;
  const lines = createLineIndex(text);
  if (lineAt(lines, last.end) === lineAt(lines, list.close.start)) {
    return [replace({ start: last.end, end: last.end }, `, ${value}`)];
  }
  const comma = /^\s*,/.exec(text.slice(last.end, list.close.start));
  const at = last.end + (comma?.[0].length ?? 0);
  const line = `${lineBreak(text)}${indentation(text, lines, last.start)}${value}`;
  return [replace({ start: at, end: at }, comma ? `${line},` : `,${line}`)];
}

/** Puts attributes behind those that the block has, in the order given. */
export function insertAttributes(
  file: ModuleFile,
  block: Block,
  attributes: readonly NewAttribute[],
): readonly TextEdit[] {
  const { text } = file.syntax;
  const { open, close } = block;
  if (!open || attributes.length === 0) return [];
  const lines = createLineIndex(text);
  if (close && lineAt(lines, open.start) === lineAt(lines, close.start)) {
    return expandBlock(text, lines, block, { start: open.end, end: close.start }, attributes);
  }
  const anchor = anchorFor(block, attributes);
  if (!anchor) return insertFirst(text, lines, block, open.end, attributes);
  return insertBehind(text, lines, block, anchor, attributes);
}

/** The attribute behind which others of the same sort belong. */
function anchorFor(block: Block, attributes: readonly NewAttribute[]): Attribute | undefined {
  const present = attributesOf(block.body);
  if (attributes.every(({ name }) => isMeta(name))) return present.at(-1);
  return (
    present.findLast(({ name }) => !isMeta(name.name)) ?? present.findLast(({ name }) => leads(name.name))
  );
}

function insertBehind(
  text: string,
  lines: LineIndex,
  block: Block,
  anchor: Attribute,
  attributes: readonly NewAttribute[],
): readonly TextEdit[] {
  const apart = isMeta(anchor.name.name) !== attributes.every(({ name }) => isMeta(name));
  const group = apart ? [] : neighbours(lines, block, anchor);
  const width = Math.max(widthOf(group), ...attributes.map(({ name }) => name.length));
  const indent = indentation(text, lines, anchor.start);
  const at = lineEnd(text, lines, anchor.end);
  const eol = lineBreak(text);
  const written = attributes.map((attribute) => eol + writeAttribute(attribute, indent, width)).join("");
  return [replace({ start: at, end: at }, (apart ? eol : "") + written), ...aligned(text, group, width)];
}

function insertFirst(
  text: string,
  lines: LineIndex,
  block: Block,
  at: number,
  attributes: readonly NewAttribute[],
): readonly TextEdit[] {
  const indent = `${indentation(text, lines, block.start)}  `;
  const width = Math.max(...attributes.map(({ name }) => name.length));
  const eol = lineBreak(text);
  const written = attributes.map((attribute) => eol + writeAttribute(attribute, indent, width)).join("");
  const end = lineEnd(text, lines, at);
  return [replace({ start: end, end }, written + (block.body.items.length === 0 ? "" : eol))];
}

/** A block on one line holds one attribute at most. */
function expandBlock(
  text: string,
  lines: LineIndex,
  block: Block,
  inside: Span,
  attributes: readonly NewAttribute[],
): readonly TextEdit[] {
  const outer = indentation(text, lines, block.start);
  const present = attributesOf(block.body).map(({ name, value }) => ({
    name: name.name,
    value: text.slice(value.start, value.end),
  }));
  const all = [...present, ...attributes];
  const width = Math.max(...all.map(({ name }) => name.length));
  const eol = lineBreak(text);
  const written = all.map((attribute) => eol + writeAttribute(attribute, `${outer}  `, width)).join("");
  return [replace(inside, `${written}${eol}${outer}`)];
}

/** The one-line attributes on neighbouring lines, whose equals signs stand in one column; the given one included. */
function neighbours(lines: LineIndex, block: Block, item: BodyItem): readonly Attribute[] {
  const { items } = block.body;
  const at = items.indexOf(item);
  const group: Attribute[] = [];
  for (let index = at; index >= 0; index--) {
    const current = items[index];
    if (!isOneLine(lines, current)) break;
    if (group[0] && lineAt(lines, current.end) + 1 !== lineAt(lines, group[0].start)) break;
    group.unshift(current);
  }
  let previous = item;
  for (const next of items.slice(at + 1)) {
    if (!isOneLine(lines, next) || lineAt(lines, previous.end) + 1 !== lineAt(lines, next.start)) break;
    group.push(next);
    previous = next;
  }
  return group;
}

/** The text of a heredoc does not count. */
function isOneLine(lines: LineIndex, item: BodyItem | undefined): item is Attribute {
  if (item?.kind !== "Attribute") return false;
  const isHeredoc = item.value.kind === "Template" && item.value.heredoc !== undefined;
  return isHeredoc || lineAt(lines, item.start) === lineAt(lines, item.end);
}

function aligned(text: string, group: readonly Attribute[], width: number): readonly TextEdit[] {
  return group.flatMap(({ name, equals }) => {
    if (!equals) return [];
    const wanted = " ".repeat(Math.max(0, width - name.name.length) + 1);
    return text.slice(name.end, equals.start) === wanted
      ? []
      : [replace({ start: name.end, end: equals.start }, wanted)];
  });
}

function widthOf(group: readonly Attribute[]): number {
  return Math.max(0, ...group.map(({ name }) => name.name.length));
}

function writeAttribute({ name, value }: NewAttribute, indent: string, width: number): string {
  return `${indent}${name.padEnd(width)} = ${value}`;
}

function isMeta(name: string): boolean {
  return isMetaAttribute("resource", name);
}

/** Meta-arguments that people write first. */
function leads(name: string): boolean {
  return name !== "depends_on" && isMeta(name);
}

function indentation(text: string, lines: LineIndex, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(lines, lineAt(lines, offset))))?.[0] ?? "";
}

/** Where the line ends, a comment on it included. */
function lineEnd(text: string, lines: LineIndex, offset: number): number {
  const next = lineStart(lines, lineAt(lines, offset) + 1);
  return next - (/(\r\n|\n|\r)$/.exec(text.slice(offset, next))?.[0].length ?? 0);
}

function lineBreak(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}

function isBlankOrComment(text: string): boolean {
  return /^\s*((#|\/\/).*)?\s*$/.test(text);
}

function spacesBefore(text: string, offset: number): number {
  return /[ \t]*$/.exec(text.slice(0, offset))?.[0].length ?? 0;
}
