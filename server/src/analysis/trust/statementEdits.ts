/** Edits to whole statements, where they stand as an object of HCL or as a block of a policy document. */
import { createLineIndex, lineAt, lineStart } from "../../base/lineIndex.ts";
import type { Location } from "../../base/location.ts";
import type { Block, Node, ObjectConstructor, TupleConstructor } from "../../hcl/ast.ts";
import { pathAt } from "../../hcl/walk.ts";
import type { Statement } from "../../iam/policy.ts";
import type { ModuleFile } from "../../terraform/module.ts";
import { fixIn } from "../edits.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";

export type WrittenStatement =
  | {
      readonly kind: "object";
      readonly file: ModuleFile;
      readonly node: ObjectConstructor;
      /** The list that it is an element of. */
      readonly list: TupleConstructor | undefined;
    }
  | { readonly kind: "block"; readonly file: ModuleFile; readonly node: Block };

/** Undefined for statements inside JSON text, and for those that no text stands behind. */
export function writtenStatement(view: ModuleView, { origin }: Statement): WrittenStatement | undefined {
  const file = origin && view.module.files.find(({ uri }) => uri === origin.uri);
  if (!file) return undefined;
  const path = pathAt(file.syntax, origin.span.start);
  const object = path.find(
    (node): node is ObjectConstructor => node.kind === "ObjectConstructor" && isAt(node, origin),
  );
  if (object) {
    const list = path.findLast(
      (node): node is TupleConstructor => node.kind === "TupleConstructor" && node.elements.includes(object),
    );
    return { kind: "object", file, node: object, list };
  }
  const block = path.findLast(
    (node): node is Block =>
      node.kind === "Block" && node.type.name === "statement" && node.type.start === origin.span.start,
  );
  return block?.close && { kind: "block", file, node: block };
}

function isAt({ start, end }: Node, { span }: Location): boolean {
  return start === span.start && end === span.end;
}

/** Puts another statement right behind this one. */
export function addStatementAfter(
  written: WrittenStatement,
  title: string,
  { action, principal }: { readonly action: string; readonly principal: string },
): readonly Fix[] {
  const { file, node } = written;
  const at = { start: node.end, end: node.end };
  const indent = indentationAt(file, node.start);
  if (written.kind === "block") {
    const lines = [
      "",
      "statement {",
      `  actions = ["${action}"]`,
      "  principals {",
      '    type        = "AWS"',
      `    identifiers = [${principal}]`,
      "  }",
      "}",
    ];
    const newText = `\n${lines.map((line) => (line === "" ? "" : indent + line)).join("\n")}`;
    return [fixIn(file, title, [{ span: at, newText }])];
  }
  if (!written.list) return [];
  const lines = [
    "{",
    `  Effect    = "Allow"`,
    `  Principal = { AWS = ${principal} }`,
    `  Action    = "${action}"`,
    "}",
  ];
  return [fixIn(file, title, [{ span: at, newText: `, ${lines.join(`\n${indent}`)}` }])];
}

/** Puts a condition on the external ID into a statement that has no condition at all. */
export function addCondition(written: WrittenStatement, title: string, pattern: string): readonly Fix[] {
  const { file } = written;
  if (written.kind === "block") {
    const { node } = written;
    const last = node.body.items.at(-1);
    if (!last) return [];
    const indent = indentationAt(file, last.start);
    const lines = [
      "",
      "condition {",
      '  test     = "StringLike"',
      '  variable = "sts:ExternalId"',
      `  values   = ["${pattern}"]`,
      "}",
    ];
    const at = lineEndAt(file, last.end);
    return [fixIn(file, title, [{ span: { start: at, end: at }, newText: lines.join(`\n${indent}`) }])];
  }
  const last = written.node.items.at(-1);
  if (!last) return [];
  const { text } = file.syntax;
  const value = `{ StringLike = { "sts:ExternalId" = "${pattern}" } }`;
  const item = `${keyAs(text, last.key.start, last.value.start)} ${value}`;
  const lines = createLineIndex(text);
  const isOneLine = lineAt(lines, written.node.start) === lineAt(lines, written.node.end - 1);
  const newText = isOneLine ? `, ${item}` : `\n${indentationAt(file, last.start)}${item}`;
  const behind = /^[ \t]*,/.exec(text.slice(last.end));
  const at = last.end + (isOneLine ? 0 : (behind?.[0].length ?? 0));
  return [fixIn(file, title, [{ span: { start: at, end: at }, newText }])];
}

/** `Condition =`, or as the neighbour is written: `"Condition":`. */
function keyAs(text: string, keyStart: number, valueStart: number): string {
  const neighbour = text.slice(keyStart, valueStart);
  const key = neighbour.startsWith('"') ? '"Condition"' : "Condition";
  return neighbour.trimEnd().endsWith(":") ? `${key}${/\s:/.test(neighbour) ? " :" : ":"}` : `${key} =`;
}

function indentationAt({ syntax: { text } }: ModuleFile, offset: number): string {
  const lines = createLineIndex(text);
  return /^[ \t]*/.exec(text.slice(lineStart(lines, lineAt(lines, offset))))?.[0] ?? "";
}

function lineEndAt({ syntax: { text } }: ModuleFile, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}
