/** What can be folded: blocks, brackets over several lines, heredocs, runs of comments, and marked regions. */
import { createLineIndex, lineAt, lineStart, type LineIndex } from "../base/lineIndex.ts";
import type { Span } from "../base/span.ts";
import type { Node } from "../hcl/ast.ts";
import { commentsOf, type Comment } from "../hcl/comments.ts";
import { walk } from "../hcl/walk.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { navigableFile } from "./navigation/place.ts";

/** From the end of the line that stays to the end of the last line that goes. */
export interface FoldingRange extends Span {
  readonly kind: "code" | "comment" | "region";
}

/** Whole lines, counted from zero. */
interface Lines {
  readonly first: number;
  readonly last: number;
  readonly kind: FoldingRange["kind"];
}

/** Undefined where the module is not about Spacelift, so that an editor may fold by indentation instead. */
export function foldingRanges(snapshot: Snapshot, uri: string): readonly FoldingRange[] | undefined {
  const file = navigableFile(snapshot, uri);
  if (!file) return undefined;
  const { text, body } = file.syntax;
  const index = createLineIndex(text);
  const comments = commentsOf(file.syntax);
  const found = [
    ...bracketLines(body, text, index),
    ...commentLines(comments, text, index),
    ...regionLines(comments, text, index),
  ];
  return nested(found).map(({ first, last, kind }) => ({
    start: endOfLine(text, index, first),
    end: endOfLine(text, index, last),
    kind,
  }));
}

function endOfLine(text: string, index: LineIndex, line: number): number {
  const start = lineStart(index, line);
  return start + text.slice(start, lineStart(index, line + 1)).replace(/[\r\n]+$/, "").length;
}

/** The line of a closing bracket stays in sight; without one everything is folded up to the last text. */
function bracketLines(body: Node, text: string, index: LineIndex): readonly Lines[] {
  const found: Lines[] = [];
  walk(body, (node) => {
    const brackets = bracketsOf(node);
    if (!brackets) return;
    const { open, close } = brackets;
    const lastText = node.start + text.slice(node.start, node.end).trimEnd().length;
    const first = lineAt(index, open.start);
    found.push({
      first,
      last: close ? lineAt(index, close.start) - 1 : lineAt(index, lastText),
      kind: "code",
    });
  });
  return found;
}

function bracketsOf(node: Node): { readonly open: Span; readonly close: Span | undefined } | undefined {
  switch (node.kind) {
    case "Block":
      return node.open && { open: node.open, close: node.close };
    case "Template":
      return node.heredoc && { open: node.open, close: node.close };
    case "FunctionCall":
    case "TupleConstructor":
    case "ObjectConstructor":
    case "ForExpression":
      return { open: node.open, close: node.close };
    case "Parentheses":
      return { open: node, close: node.close };
    default:
      return undefined;
  }
}

const regionStart = /^(?:#|\/\/)\s*#?region\b/;
const regionEnd = /^(?:#|\/\/)\s*#?endregion\b/;

/** Comments of a line each, one below the other, and comments that are several lines long. */
function commentLines(comments: readonly Comment[], text: string, index: LineIndex): readonly Lines[] {
  const found: { first: number; last: number; kind: "comment"; isRun: boolean }[] = [];
  for (const comment of comments) {
    const first = lineAt(index, comment.start);
    const written = text.slice(comment.start, comment.end);
    if (!comment.isFirstInLine || regionStart.test(written) || regionEnd.test(written)) continue;
    const before = found.at(-1);
    const isRun = comment.kind === "line";
    if (before && isRun && before.isRun && before.last === first - 1) before.last = first;
    else found.push({ first, last: lineAt(index, comment.end), kind: "comment", isRun });
  }
  return found;
}

/** `# region` to `# endregion`, as VS Code writes such markers. */
function regionLines(comments: readonly Comment[], text: string, index: LineIndex): readonly Lines[] {
  const found: Lines[] = [];
  const open: number[] = [];
  for (const { start, end, isFirstInLine } of comments) {
    const written = text.slice(start, end);
    if (!isFirstInLine) continue;
    if (regionStart.test(written)) open.push(lineAt(index, start));
    else if (regionEnd.test(written)) {
      const first = open.pop();
      if (first !== undefined) found.push({ first, last: lineAt(index, start), kind: "region" });
    }
  }
  return found;
}

/** One range for each first line, the longest, and none that begins inside another and ends outside it. */
function nested(ranges: readonly Lines[]): readonly Lines[] {
  const sorted = ranges
    .filter(({ first, last }) => last > first)
    .sort((a, b) => a.first - b.first || b.last - a.last);
  const kept: Lines[] = [];
  const open: Lines[] = [];
  for (const range of sorted) {
    while ((open.at(-1)?.last ?? Infinity) < range.first) open.pop();
    const outer = open.at(-1);
    if (outer && (outer.first === range.first || outer.last < range.last)) continue;
    kept.push(range);
    open.push(range);
  }
  return kept;
}
