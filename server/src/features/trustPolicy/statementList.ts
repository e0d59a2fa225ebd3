/**
 * Puts statements into a list of them, or into what stands for one, and leaves the others untouched, comments included.
 */
import { aroundObjectValue, replaceObjectValue } from "../../analysis/alignment.ts";
import { textOf, type Span } from "../../base/span.ts";
import { applyEdits, type TextEdit } from "../../base/textEdit.ts";
import type { Expression, TupleConstructor } from "../../hcl/ast.ts";
import { call, list, writeExpression, type Written } from "../../hcl/write.ts";
import type { ExistingStatements } from "./existingPolicy.ts";
import { endWithComment, startWithComments } from "./ownComments.ts";
import type { WrittenPolicy } from "./writtenPolicy.ts";

export interface NewStatements {
  readonly elements: readonly Written[];
  /** Expressions each of which makes a list of statements. */
  readonly lists: readonly Written[];
}

/** All of them as one expression. */
export function statementsValue({ elements, lists }: NewStatements): Written {
  const all = elements.length === 0 ? lists : [list(elements), ...lists];
  const [only, ...others] = all;
  return only && others.length === 0 ? only : call("concat", all);
}

/** JSON, and what stands in one line, is written anew. */
export function canReplaceInPlace({ notation, source, policy }: WrittenPolicy): boolean {
  return notation === "jsonencode" && textOf(source, policy).includes("\n");
}

type Replaced = Pick<ExistingStatements, "written" | "replaceable" | "replaceableLists">;
/** As text that continues a line with the indentation. */
type Write = (value: Written, indentation: string) => string;

const writeAsHcl: Write = (value, indentation) => writeExpression(value, stepsOf(indentation));

/** New statements take the place of the first replaced one, or come first. */
export function replaceStatements(
  { written, replaceable, replaceableLists }: Replaced,
  statements: NewStatements,
  write: Write = writeAsHcl,
): readonly TextEdit[] {
  const { elements, lists } = statements;
  if (elements.length === 0 && lists.length === 0) return [];
  const { source, policy, statement, list: tuple, others } = written;
  if (tuple && lists.length === 0 && replaceableLists.length === 0) {
    return inTuple(written, tuple, replaceable, elements, write);
  }
  if (statement.kind === "ObjectConstructor" && lists.length === 0) {
    return replaceable.length > 0
      ? replaceObjectValue(
          source,
          policy,
          statement,
          write(list(elements), indentationAt(source, statement.start)),
        )
      : aroundSingle(source, statement, elements, write);
  }
  const keptLists = others.filter((other) => !replaceableLists.includes(other));
  return joined(written, replaceable, keptLists, statements);
}

function inTuple(
  { source, policy, statement }: WrittenPolicy,
  tuple: TupleConstructor,
  replaceable: readonly Expression[],
  statements: readonly Written[],
  write: Write,
): readonly TextEdit[] {
  const [head] = tuple.elements;
  const edits = head
    ? elementEdits(source, tuple, replaceable, statements, write)
    : [{ span: tuple, newText: write(list(statements), indentationAt(source, tuple.start)) }];
  const isOneLine = !textAfter(source, statement, edits).includes("\n");
  return [...aroundObjectValue(source, policy, statement, isOneLine), ...edits];
}

function elementEdits(
  source: string,
  tuple: TupleConstructor,
  replaceable: readonly Expression[],
  statements: readonly Written[],
  write: Write,
): readonly TextEdit[] {
  const [head] = tuple.elements;
  if (!head) return [];
  if (statements.length === 0) return removeElements(tuple, replaceable, source);
  const [first, ...others] = replaceable;
  const atHead = startWithComments(source, head.start);
  const at = first ?? { start: atHead, end: atHead };
  const written = writeAt(source, tuple, at, statements, write);
  const newText = first ? written : written + separatorAt(source, atHead);
  return [{ span: at, newText }, ...removeElements(tuple, others, source)];
}

/** A single statement becomes the last one of a list. */
function aroundSingle(
  source: string,
  statement: Expression,
  statements: readonly Written[],
  write: Write,
): readonly TextEdit[] {
  const { start, end } = statement;
  const before = writeAt(source, statement, { start, end: start }, statements, write);
  return [
    { span: { start, end: start }, newText: `[${before}${compactSeparator}` },
    { span: { start: end, end }, newText: "]" },
  ];
}

/** `concat` of a list of single statements, what stays of those that make lists, and new ones. */
function joined(
  { source, policy, statement, list: tuple, elements }: WrittenPolicy,
  replaceable: readonly Expression[],
  keptLists: readonly Expression[],
  statements: NewStatements,
): readonly TextEdit[] {
  const depth = depthAt(source, statement.start);
  const kept = elements.filter((element) => !replaceable.includes(element));
  const first = listOf(source, tuple, kept, replaceable, statements.elements, depth + 1);
  const rest = keptLists.map((one) => moved(textOf(source, one), depthAt(source, one.start), depth + 1));
  const lists = [...(first === undefined ? [] : [text(first)]), ...rest.map(text), ...statements.lists];
  const [only, ...others] = lists;
  if (only && others.length === 0 && first !== undefined) {
    const alone = listOf(source, tuple, kept, replaceable, statements.elements, depth);
    return replaceObjectValue(source, policy, statement, alone ?? "[]");
  }
  const value = only && others.length === 0 ? only : call("concat", lists);
  return replaceObjectValue(source, policy, statement, writeExpression(value, depth));
}

function text(value: string): Written {
  return { kind: "text", text: value };
}

/** The list of single statements as it is to stand at a depth; undefined where there are none. */
function listOf(
  source: string,
  tuple: TupleConstructor | undefined,
  kept: readonly Expression[],
  replaceable: readonly Expression[],
  statements: readonly Written[],
  depth: number,
): string | undefined {
  if (kept.length === 0) {
    return statements.length === 0 ? undefined : writeExpression(list(statements), depth);
  }
  if (tuple && !isCompactList(source, tuple)) {
    const edits = elementEdits(source, tuple, replaceable, statements, writeAsHcl);
    return moved(textAfter(source, tuple, edits), depthAt(source, tuple.start), depth);
  }
  const elements = kept.map((one) => text(onLinesOfItsOwn(source, one, depth + 1)));
  return writeExpression(list([...statements, ...elements]), depth);
}

/** `[{ ... }, { ... }]` over lines, which the style indents in another way inside of a call. */
function isCompactList(source: string, { start, elements: [first] }: TupleConstructor): boolean {
  return first !== undefined && !source.slice(start, first.start).includes("\n");
}

/** The brace at the end stands below the beginning. */
function onLinesOfItsOwn(source: string, element: Expression, depth: number): string {
  const written = moved(textOf(source, element), depthAt(source, element.start), depth);
  return written.replace(/\n *\}$/, `\n${"  ".repeat(depth)}}`);
}

/** Text of several lines with another indentation; the first line continues what stands before it. */
function moved(source: string, from: number, to: number): string {
  // The text of a heredoc stays where it is.
  if (/<<-?\w+\r?\n/.test(source)) return source;
  const steps = to - from;
  return source.replaceAll(/\n( *)(?=\S)/g, (_, spaces: string) =>
    steps < 0 ? `\n${spaces.slice(-steps * 2)}` : `\n${"  ".repeat(steps)}${spaces}`,
  );
}

function textAfter(source: string, { start, end }: Span, edits: readonly TextEdit[]): string {
  const after = applyEdits(source, edits);
  return after.slice(start, end + after.length - source.length);
}

/** The statements as they stand in the place of the text at the span, with the indentation of its line. */
function writeAt(
  source: string,
  around: Expression,
  { start, end }: Span,
  statements: readonly Written[],
  write: Write,
): string {
  const separator = separatorAt(source, start);
  const isCompact = separator === compactSeparator;
  const indentation = indentationAt(source, isCompact ? around.start : start);
  const behind = /^.*/.exec(source.slice(end))?.[0] ?? "";
  return statements
    .map((statement, index) => {
      const text = write(statement, indentation);
      const rest = index === statements.length - 1 ? behind : "{";
      return isCompact && write === writeAsHcl ? withBraceIndented(text, rest) : text;
    })
    .join(separator);
}

/** In `[{ ... }, { ... }]` the style indents a brace one step more where its line opens as much as it closes. */
function withBraceIndented(text: string, rest: string): string {
  const count = (brackets: RegExp): number => rest.match(brackets)?.length ?? 0;
  const opensAgain = count(/[[{(]/g) > count(/[\]})]/g);
  return opensAgain ? text.replace(/\n( *)\}$/, "\n$1  }") : text;
}

const compactSeparator = ", ";

/** A comma and a new line where the element begins its line, a comma and a space in `[{`. */
function separatorAt(source: string, offset: number): string {
  const line = source.slice(source.lastIndexOf("\n", offset - 1) + 1, offset);
  return line.trim() === "" ? `,\n${line}` : compactSeparator;
}

/** How many steps the line of the offset is indented by. */
function depthAt(source: string, offset: number): number {
  return stepsOf(indentationAt(source, offset));
}

/** Two spaces are a step, and so is a tab. */
function stepsOf(indentation: string): number {
  return Math.floor(indentation.replaceAll("\t", "  ").length / 2);
}

/** What the line of the offset begins with. */
export function indentationAt(source: string, offset: number): string {
  return /^[ \t]*/.exec(source.slice(source.lastIndexOf("\n", offset - 1) + 1))?.[0] ?? "";
}

/** Takes away elements with their commas and comments and, where they stand alone on their lines, with them. */
function removeElements(
  { elements, close }: TupleConstructor,
  removed: readonly Expression[],
  source: string,
): readonly TextEdit[] {
  return runs(elements, removed).flatMap(({ first, last }) => {
    const [head, { end } = { end: 0 }] = [elements[first], elements[last]];
    if (!head) return [];
    const start = startWithComments(source, head.start);
    const next = elements[last + 1];
    if (next) return [{ span: { start, end: end + lengthUpTo(source, end, next.start) }, newText: "" }];
    const comma = commaAt(source, end, close?.start ?? end);
    return removeLast(source, elements[first - 1], { start, end: end + comma }, comma > 0);
  });
}

/** How far it is to the next element, or to the next line with anything on it, such as the comments of that element. */
function lengthUpTo(source: string, from: number, next: number): number {
  const between = source.slice(from, next);
  return /^\s*,.*\r?\n\s*/.exec(between)?.[0].length ?? between.length;
}

/** A list that ends with a comma goes on to do so. */
function removeLast(
  source: string,
  previous: Expression | undefined,
  { start, end }: Span,
  endsWithComma: boolean,
): readonly TextEdit[] {
  const space = /\s*$/.exec(source.slice(0, start))?.[0].length ?? 0;
  const rest = { span: { start: start - space, end: endWithComment(source, end) }, newText: "" };
  const comma = previous && !endsWithComma ? commaAt(source, previous.end, start) : 0;
  if (!previous || comma === 0) return [rest];
  return [{ span: { start: previous.end, end: previous.end + comma }, newText: "" }, rest];
}

/** The length of the comma with what stands before it; 0 where there is none. */
function commaAt(source: string, from: number, to: number): number {
  return /^\s*,/.exec(source.slice(from, to))?.[0].length ?? 0;
}

/** Which of them stand in a row, by the places of the first and the last of each row. */
function runs(
  elements: readonly Expression[],
  wanted: readonly Expression[],
): readonly { readonly first: number; readonly last: number }[] {
  const found: { first: number; last: number }[] = [];
  for (const [index, element] of elements.entries()) {
    if (!wanted.includes(element)) continue;
    const row = found.at(-1);
    if (row?.last === index - 1) row.last = index;
    else found.push({ first: index, last: index });
  }
  return found;
}
