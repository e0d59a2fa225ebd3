/** The light bulb's last entry for a finding: a comment that silences its rule in this place. */
import { partedAt } from "../analysis/alignment.ts";
import type { FileEdits, Finding } from "../analysis/finding.ts";
import { findingsAtCalls, findingsIn } from "../analysis/findingsIn.ts";
import { commentFor, endOfFirstCode, isComment, placeOfComment } from "../analysis/suppression.ts";
import { createLineIndex, lineAt, lineStart } from "../base/lineIndex.ts";
import { overlaps, type Span } from "../base/span.ts";
import type { TextEdit } from "../base/textEdit.ts";
import type { SourceFile } from "../hcl/ast.ts";
import { pathAt } from "../hcl/walk.ts";
import { isJsonFile } from "../terraform/fileKinds.ts";
import { anyFileOf, type Snapshot } from "../workspace/snapshot.ts";

export interface IgnoreAction {
  readonly kind: "ignore";
  readonly title: string;
  readonly edits: readonly FileEdits[];
  readonly preferred: false;
  readonly finding: Finding;
}

/** One for each rule and line. JSON has no comments, and for a file that is only read they stand at the call. */
export function ignoreActions(snapshot: Snapshot, uri: string, selection: Span): readonly IgnoreAction[] {
  const syntax = isJsonFile(uri) ? undefined : anyFileOf(snapshot, uri)?.syntax;
  if (!syntax) return [];
  const actions = [
    ...findingsIn(snapshot, uri).map((finding) => ({ finding, span: finding.location.span })),
    ...findingsAtCalls(snapshot, uri).map(({ finding, call }) => ({ finding, span: call })),
  ]
    .filter(({ finding, span }) => finding.source === "spacelift-aws" && overlaps(span, selection))
    .map(({ finding, span }): IgnoreAction => {
      const edits = silencing(syntax, finding.code, span.start);
      const title = `Ignore ${finding.code} here`;
      return { kind: "ignore", title, edits: [{ uri, edits }], preferred: false, finding };
    });
  return [
    ...new Map(actions.map((action) => [JSON.stringify([action.title, action.edits]), action])).values(),
  ];
}

/** Joins a comment that silences other rules there, or else puts one above. */
function silencing(syntax: SourceFile, code: string, offset: number): readonly TextEdit[] {
  const { text } = syntax;
  const lines = createLineIndex(text);
  const line = lineAt(lines, placeOfComment(syntax, offset));
  const start = lineStart(lines, line);
  const above = lineStart(lines, line - 1);
  const own = text.slice(start, lineStart(lines, line + 1));
  const joined =
    endIn(own, start) ??
    (isComment(text.slice(above, start)) ? endIn(text.slice(above, start), above) : undefined);
  if (joined !== undefined) return [insertion(joined, `, ${code}`)];
  const indent = /^[ \t]*/.exec(own)?.[0] ?? "";
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const first = start + indent.length;
  const holder = pathAt(syntax, start).findLast(
    (node) => node.kind === "Body" || node.kind === "ObjectConstructor",
  );
  return [
    insertion(start, `${indent}${commentFor(code)}${lineBreak}`),
    ...(holder ? partedAt(text, holder, first) : []),
  ];
}

function endIn(line: string, start: number): number | undefined {
  const end = endOfFirstCode(line);
  return end === undefined ? undefined : start + end;
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}
