/** Adds a statement behind another, or a condition to one, in the way in which those around are written. */
import type { ObjectItem } from "../../hcl/ast.ts";
import { list, text as written, writeBlockLines, type WrittenBlock } from "../../hcl/write.ts";
import type { TextEdit } from "../../base/textEdit.ts";
import type { ModuleFile } from "../../terraform/module.ts";
import { fixIn, replace } from "../edits.ts";
import type { Fix } from "../finding.ts";
import { beginsLine, indentationAt, isOneLine, lineBreakOf, lineEndOf, lineStartOf } from "./lineOf.ts";
import { objectStyle, writeInline, writeItem, writeLines, type ObjectStyle } from "./objectStyle.ts";
import { objectOf, type StatementElement, type WrittenStatement } from "./writtenStatement.ts";

interface NewStatement {
  readonly action: string;
  /** An expression of HCL. */
  readonly principal: string;
}

/** Puts an Allow right behind this statement. */
export function addStatementAfter(
  statement: WrittenStatement,
  title: string,
  added: NewStatement,
): readonly Fix[] {
  const { file, node } = statement;
  if (statement.kind === "element") return [fixIn(file, title, elementEdits(statement, added))];
  const indent = indentationAt(file, node.start);
  const lines = ["", ...writeBlockLines(statementBlock(added), 0).map((line) => indented(line, indent))];
  const newText = lines.map((line) => lineBreakOf(file) + line).join("");
  return [fixIn(file, title, [replace({ start: node.end, end: node.end }, newText)])];
}

function statementBlock({ action, principal }: NewStatement): WrittenBlock {
  const principals: WrittenBlock = {
    block: "principals",
    items: [
      { key: "type", value: written('"AWS"') },
      { key: "identifiers", value: list([written(principal)]) },
    ],
  };
  return {
    block: "statement",
    items: [{ key: "actions", value: list([written(`"${action}"`)]) }, principals],
  };
}

function indented(line: string, indent: string): string {
  return line === "" ? "" : indent + line;
}

/**
 * `[{ ... }, { ... }]`, or each on lines of its own. In the first form a brace stands one step further in where its
 * line opens as much as it closes: https://developer.hashicorp.com/terraform/language/style
 */
function elementEdits(element: StatementElement, added: NewStatement): readonly TextEdit[] {
  const { file, node, list: elements, isText } = element;
  const style = objectStyle(file, objectOf(element), isText);
  const items = { Effect: '"Allow"', Principal: { AWS: added.principal }, Action: `"${added.action}"` };
  const at = (offset: number, newText: string): TextEdit => replace({ start: offset, end: offset }, newText);
  const [open, close] = elements ? ["", ""] : ["[", "]"];
  const isApart = elements !== undefined && standsApart(element);
  const outer = indentationAt(file, node.end - 1);
  const separator = isApart ? `,${lineBreakOf(file)}${indentationAt(file, node.start)}` : ", ";
  const inner = innerIndentation(element, outer);
  const text =
    inner === undefined
      ? writeInline(style, items)
      : ["{", ...writeLines(style, items, inner), `${outer}}`].join(lineBreakOf(file));
  const brace = inner === undefined || isApart || isText ? [] : indentBrace(file, node.end - 1, inner);
  return [
    ...(open === "" ? [] : [at(node.start, open)]),
    ...brace,
    at(node.end, `${separator}${text}${close}`),
  ];
}

/** The element begins its line, and so does the one behind it. */
function standsApart({ file, node, list: elements }: StatementElement): boolean {
  const next = elements?.elements[elements.elements.indexOf(node) + 1];
  return beginsLine(file, node.start) && (next === undefined || beginsLine(file, next.start));
}

/** How far the lines of a statement are indented; undefined where it is written on one line. */
function innerIndentation(element: StatementElement, outer: string): string | undefined {
  const { file, node } = element;
  const [first] = objectOf(element)?.items ?? [];
  if (!first) return beginsLine(file, node.start) ? `${outer}  ` : undefined;
  if (isOneLine(file, node)) return undefined;
  return beginsLine(file, first.start) ? indentationAt(file, first.start) : `${outer}  `;
}

function indentBrace(file: ModuleFile, brace: number, indent: string): readonly TextEdit[] {
  const start = lineStartOf(file, brace);
  return beginsLine(file, brace) ? [replace({ start, end: brace }, indent)] : [];
}

/** Puts a condition on the external ID into a statement that has no condition at all. */
export function addCondition(statement: WrittenStatement, title: string, pattern: string): readonly Fix[] {
  const { file } = statement;
  if (statement.kind === "element") {
    const edits = conditionEdits(statement, pattern);
    return edits.length === 0 ? [] : [fixIn(file, title, edits)];
  }
  const last = statement.node.body.items.at(-1);
  if (!last) return [];
  const indent = indentationAt(file, last.start);
  const at = lineEndOf(file, last.end);
  const gap = /\n[ \t]*\r?\n[ \t]*$/.test(file.syntax.text.slice(0, last.start)) ? [""] : [];
  const lines = [
    ...gap,
    ...writeBlockLines(conditionBlock(pattern), 0).map((line) => indented(line, indent)),
  ];
  const newText = lines.map((line) => lineBreakOf(file) + line).join("");
  return [fixIn(file, title, [replace({ start: at, end: at }, newText)])];
}

function conditionBlock(pattern: string): WrittenBlock {
  return {
    block: "condition",
    items: [
      { key: "test", value: written('"StringLike"') },
      { key: "variable", value: written('"sts:ExternalId"') },
      { key: "values", value: list([written(`"${pattern}"`)]) },
    ],
  };
}

function conditionEdits(element: StatementElement, pattern: string): readonly TextEdit[] {
  const { file, isText } = element;
  const object = objectOf(element);
  const last = object?.items.at(-1);
  if (!object || !last) return [];
  const style = objectStyle(file, object, isText);
  const value = { StringLike: { "sts:ExternalId": `"${pattern}"` } };
  const insertAt = (at: number, newText: string): readonly TextEdit[] => [
    replace({ start: at, end: at }, newText),
  ];
  if (isOneLine(file, object)) return insertAt(last.end, `, ${writeItem(style, "Condition", value)}`);
  const indent = indentationAt(file, last.start);
  const item = conditionItem(file, style, last, value, indent);
  const line = `${lineBreakOf(file)}${indent}${item}`;
  return style.commas ? insertAt(last.end, `,${line}`) : insertAt(lineEndOf(file, last.end), line);
}

/** In one line where its equals sign can stand below that of the last item, on lines of its own otherwise. */
function conditionItem(
  file: ModuleFile,
  style: ObjectStyle,
  last: ObjectItem,
  value: { readonly StringLike: Readonly<Record<string, string>> },
  indent: string,
): string {
  const isFree = style.separator !== "=" || !isOneLine(file, last) || !last.separator;
  if (isFree) return writeItem(style, "Condition", value);
  const width = last.separator.start - last.key.start - 1;
  const padded = writeItem(style, "Condition", value, width);
  if (padded.indexOf("=") <= width + 1) return padded;
  const inner = writeLines(style, value, `${indent}  `);
  return [writeItem(style, "Condition", "{"), ...inner, `${indent}}`].join(lineBreakOf(file));
}
