/** Puts generated statements into a role: into one that exists, with its other statements kept, or into a new one. */
import { textOf, type Span } from "../../base/span.ts";
import { applyEdits, type TextEdit } from "../../base/textEdit.ts";
import { aroundObjectValue, replaceObjectValue, replaceValue } from "../../analysis/alignment.ts";
import type { Block, Expression, ObjectConstructor, TupleConstructor } from "../../hcl/ast.ts";
import { list, writeBlockLines, writeExpression, type Written, type WrittenBlock } from "../../hcl/write.ts";
import { attributeOf } from "../../terraform/block.ts";
import type { ModuleFile } from "../../terraform/module.ts";

/** Sets the policy of a role as a whole; undefined where the role is written in one line. */
export function setPolicy(block: Block, file: ModuleFile, value: Written): readonly TextEdit[] | undefined {
  const written = writeExpression(value, 1);
  const attribute = attributeOf(block, "assume_role_policy");
  if (attribute?.equals) return replaceValue(file.syntax.text, block.body, attribute, written);
  if (attribute) return [{ span: attribute, newText: `assume_role_policy = ${written}` }];
  const added = appendToBlock(block, file, `assume_role_policy = ${written}`);
  return added && [added];
}

/** Adds an item at the end of a block, after an empty line; undefined where the block is not written over lines. */
function appendToBlock(block: Block, file: ModuleFile, item: string): TextEdit | undefined {
  const { open, close } = block;
  if (!open || !close) return undefined;
  const source = file.syntax.text;
  const lineStart = source.lastIndexOf("\n", close.start - 1) + 1;
  const onOneLine = lineStart <= open.end;
  if (onOneLine && block.body.items.length > 0) return undefined;
  if (onOneLine) return { span: { start: open.end, end: close.start }, newText: `\n  ${item}\n` };
  const before = block.body.items.length === 0 ? "" : "\n";
  return { span: { start: lineStart, end: lineStart }, newText: `${before}  ${item}\n` };
}

/**
 * Replaces some statements of a list by others and leaves the rest untouched, comments included. New statements take
 * the place of the first replaced one, or come first.
 */
export function replaceStatements(
  policy: ObjectConstructor,
  tuple: TupleConstructor,
  replaceable: readonly Expression[],
  statements: readonly Written[],
  file: ModuleFile,
  write = writeExpression,
): readonly TextEdit[] {
  if (statements.length === 0) return [];
  const source = file.syntax.text;
  const [head] = tuple.elements;
  if (!head) {
    const depth = depthAt(source, tuple.start);
    return replaceObjectValue(source, policy, tuple, write(list(statements), depth));
  }
  const [first, ...others] = replaceable;
  const at = first ?? { start: head.start, end: head.start };
  const written = writeAt(source, tuple, at, statements, write);
  const edit = { span: at, newText: first ? written : written + separatorAt(source, head.start) };
  const edits = [edit, ...others.map((element) => removeElement(tuple, element, source))];
  const after = applyEdits(source, edits);
  const newList = after.slice(tuple.start, tuple.end + after.length - source.length);
  return [...aroundObjectValue(source, policy, tuple, !newList.includes("\n")), ...edits];
}

/** The same for the `statement` blocks of a policy document; new ones come last where none is replaced. */
export function replaceStatementBlocks(
  document: Block,
  replaceable: readonly Block[],
  statements: readonly WrittenBlock[],
  file: ModuleFile,
): readonly TextEdit[] | undefined {
  if (statements.length === 0) return [];
  const [first, ...others] = replaceable;
  const written = statements
    .map((statement) => writeBlockLines(statement, 1).join("\n"))
    .join("\n\n")
    .trimStart();
  if (!first) {
    const edit = appendToBlock(document, file, written);
    return edit && [edit];
  }
  const removals = others.map((block) => ({
    span: withBlankLineBefore(file.syntax.text, block),
    newText: "",
  }));
  return [{ span: first, newText: written }, ...removals];
}

/** The block with its indentation and the empty lines above it. */
function withBlankLineBefore(source: string, { start, end }: Span): Span {
  const before = /\s*$/.exec(source.slice(0, start))?.[0].length ?? 0;
  return { start: start - before, end };
}

/** The statements as they stand in the place of the text at the span, with the indentation of its line. */
function writeAt(
  source: string,
  tuple: TupleConstructor,
  { start, end }: Span,
  statements: readonly Written[],
  write: typeof writeExpression,
): string {
  const separator = separatorAt(source, start);
  const isCompact = separator === compactSeparator;
  const depth = depthAt(source, isCompact ? tuple.start : start);
  const behind = /^.*/.exec(source.slice(end))?.[0] ?? "";
  return statements
    .map((statement, index) => {
      const text = write(statement, depth);
      const rest = index === statements.length - 1 ? behind : "{";
      return isCompact && write === writeExpression ? withBraceIndented(text, rest) : text;
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

/** How many steps of two spaces the line of the offset is indented by. */
function depthAt(source: string, offset: number): number {
  const line = source.slice(source.lastIndexOf("\n", offset - 1) + 1);
  return Math.floor((/^ */.exec(line)?.[0].length ?? 0) / 2);
}

/** Takes away the element with its comma and, where it stands alone on its lines, with them. */
function removeElement(tuple: TupleConstructor, element: Expression, source: string): TextEdit {
  const index = tuple.elements.indexOf(element);
  const previous = tuple.elements[index - 1];
  const next = tuple.elements[index + 1];
  if (next) return { span: { start: element.start, end: next.start }, newText: "" };
  const start = previous?.end ?? element.start;
  const rest = textOf(source, { start: element.end, end: tuple.close?.start ?? element.end });
  const comma = /^\s*,/.exec(rest)?.[0].length ?? 0;
  return { span: { start, end: element.end + comma }, newText: comma > 0 ? "," : "" };
}
