/** Puts a generated policy into a role, and generated statements into a policy document. */
import { replaceValue } from "../../analysis/alignment.ts";
import type { Span } from "../../base/span.ts";
import type { TextEdit } from "../../base/textEdit.ts";
import type { Block } from "../../hcl/ast.ts";
import { writeBlockLines, writeExpression, type Written, type WrittenBlock } from "../../hcl/write.ts";
import { attributeOf } from "../../terraform/block.ts";
import type { BlockDeclaration, ModuleFile } from "../../terraform/module.ts";
import { endWithComment, startWithComments } from "./ownComments.ts";
import type { PolicyPlace } from "./policyPlace.ts";

/** Writes a policy anew where it stands. */
export function replacePolicy({ file, body, attribute }: PolicyPlace, value: Written): readonly TextEdit[] {
  return replaceValue(file.syntax.text, body, attribute, writeExpression(value, 1));
}

/** Gives a role its policy; undefined where the role is written in one line. */
export function addPolicy(
  { block, file }: BlockDeclaration,
  value: Written,
): readonly TextEdit[] | undefined {
  const written = writeExpression(value, 1);
  const attribute = attributeOf(block, "assume_role_policy");
  if (attribute?.equals) return replaceValue(file.syntax.text, block.body, attribute, written);
  if (attribute) return [{ span: attribute, newText: `assume_role_policy = ${written}` }];
  const added = appendToBlock(block, file, `assume_role_policy = ${written}`);
  return added && [added];
}

/** Adds an item at the end of a block, after an empty line; undefined where the block is not written over lines. */
export function appendToBlock(block: Block, file: ModuleFile, item: string): TextEdit | undefined {
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
 * Replaces some `statement` blocks of a policy document by others and leaves the rest untouched. New ones come last
 * where none is replaced.
 */
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
  return [{ span: first, newText: written }, ...removeStatementBlocks(file, others)];
}

export function removeStatementBlocks(file: ModuleFile, blocks: readonly Block[]): readonly TextEdit[] {
  return blocks.map((block) => ({ span: withBlankLineBefore(file.syntax.text, block), newText: "" }));
}

/** The block with its comments, its indentation and the empty lines above it. */
function withBlankLineBefore(source: string, { start, end }: Span): Span {
  const first = startWithComments(source, start);
  const before = /\s*$/.exec(source.slice(0, first))?.[0].length ?? 0;
  return { start: first - before, end: endWithComment(source, end) };
}

/** Takes a top-level block out with its comments. Nothing is touched where what stands above it ends. */
export function removeTopLevelBlock({ block: { start, end }, file }: BlockDeclaration): TextEdit {
  const source = file.syntax.text;
  const first = startWithComments(source, start);
  const last = endWithComment(source, end);
  const space = /^\s*/.exec(source.slice(last))?.[0].length ?? 0;
  const isLast = last + space === source.length;
  const gap = isLast ? (/(?<=\r?\n)\s*$/.exec(source.slice(0, first))?.[0].length ?? 0) : 0;
  return { span: { start: first - gap, end: last + space }, newText: "" };
}
