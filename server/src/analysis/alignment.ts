/**
 * Equals signs stand in one column among neighbouring one-line items, as `terraform fmt` puts them. A value that grows
 * over several lines leaves its neighbours, one that shrinks to a single line joins them.
 */
import { createLineIndex, lineAt, type LineIndex } from "../base/lineIndex.ts";
import type { Span } from "../base/span.ts";
import type { TextEdit } from "../base/textEdit.ts";
import type { Attribute, Body, ObjectConstructor, ObjectItem } from "../hcl/ast.ts";

/** `key = value`, with where the key and the value stand. */
interface Item extends Span {
  readonly key: Span;
  readonly equals: Span | undefined;
  readonly value: Span;
}

/** Gives an attribute another value. */
export function replaceValue(
  text: string,
  body: Body,
  attribute: Attribute,
  newText: string,
): readonly TextEdit[] {
  const items = itemsOf(text, body);
  const moved = aroundItem(text, items, body.items.indexOf(attribute), !newText.includes("\n"));
  return [...moved, replaced(attribute.value, newText)];
}

/** The same for the item of an object that has this value. */
export function replaceObjectValue(
  text: string,
  object: ObjectConstructor,
  value: Span,
  newText: string,
): readonly TextEdit[] {
  const moved = aroundObjectValue(text, object, value, !newText.includes("\n"));
  return [...moved, replaced(value, newText)];
}

/** What the neighbours of an object's item need where edits inside its value leave that on one line, or on several. */
export function aroundObjectValue(
  text: string,
  object: ObjectConstructor,
  value: Span,
  isNow: boolean,
): readonly TextEdit[] {
  const at = object.items.findIndex((item) => item.value === value);
  return aroundItem(text, itemsOf(text, object), at, isNow);
}

/** What the items around a place need where a line that holds no item is put in, so that it parts them. */
export function partedAt(
  text: string,
  holder: Body | ObjectConstructor,
  offset: number,
): readonly TextEdit[] {
  const items = itemsOf(text, holder);
  const lines = createLineIndex(text);
  const at = items.findIndex((item) => item !== undefined && item.start >= offset);
  const item = items[at];
  if (!item || lineAt(lines, item.start) !== lineAt(lines, offset)) return [];
  const below = isOneLine(text, lines, item) ? run(text, lines, items, at, 1) : [];
  return [run(text, lines, items, at, -1), [item, ...below]].flatMap((group) => aligned(text, group));
}

/** What the neighbours of an object's item need where that goes with its lines. */
export function closedUp(text: string, object: ObjectConstructor, gone: ObjectItem): readonly TextEdit[] {
  const items = itemsOf(text, object);
  const at = object.items.indexOf(gone);
  const lines = createLineIndex(text);
  return aligned(text, [...run(text, lines, items, at, -1), ...run(text, lines, items, at, 1)]);
}

function itemsOf(text: string, holder: Body | ObjectConstructor): readonly (Item | undefined)[] {
  if (holder.kind === "Body") {
    return holder.items.map((item) =>
      item.kind === "Attribute" ? asItem(item, item.name, item.equals, item.value) : undefined,
    );
  }
  return holder.items.map((item) => {
    const { separator } = item;
    const equals = separator && text[separator.start] === "=" ? separator : undefined;
    return asItem(item, item.key, equals, item.value);
  });
}

function replaced({ start, end }: Span, newText: string): TextEdit {
  return { span: { start, end }, newText };
}

function asItem({ start, end }: Span, key: Span, equals: Span | undefined, value: Span): Item {
  return { start, end, key, equals, value };
}

function aroundItem(
  text: string,
  items: readonly (Item | undefined)[],
  at: number,
  isNow: boolean,
): readonly TextEdit[] {
  const item = items[at];
  const lines = createLineIndex(text);
  if (!item || isOneLine(text, lines, item) === isNow) return [];
  const before = run(text, lines, items, at, -1);
  const after = run(text, lines, items, at, 1);
  const groups = isNow ? [[...before, item, ...after]] : [before, [item], after];
  return groups.flatMap((group) => aligned(text, group));
}

/** The one-line items on the lines next to it, in one direction. */
function run(
  text: string,
  lines: LineIndex,
  items: readonly (Item | undefined)[],
  at: number,
  step: 1 | -1,
): readonly Item[] {
  const found: Item[] = [];
  let last = items[at];
  for (let index = at + step; last; index += step) {
    const next = items[index];
    if (!next?.equals || !isOneLine(text, lines, next)) break;
    const [upper, lower] = step > 0 ? [last, next] : [next, last];
    if (lineAt(lines, upper.end) + 1 !== lineAt(lines, lower.start)) break;
    found.push(next);
    last = next;
  }
  return found;
}

/** The text of a heredoc does not count. */
function isOneLine(text: string, lines: LineIndex, { start, value }: Item): boolean {
  return text.startsWith("<<", value.start) || lineAt(lines, start) === lineAt(lines, value.end);
}

function aligned(text: string, group: readonly Item[]): readonly TextEdit[] {
  const width = Math.max(0, ...group.map(({ key }) => key.end - key.start));
  return group.flatMap(({ key, equals }) => {
    if (!equals) return [];
    const span = { start: key.end, end: equals.start };
    const newText = " ".repeat(width - (key.end - key.start) + 1);
    return text.slice(span.start, span.end) === newText ? [] : [{ span, newText }];
  });
}
