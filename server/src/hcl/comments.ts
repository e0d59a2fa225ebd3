/** The comments of a file. The tree has none, so they are read from what lies outside its strings. */
import type { Span } from "../base/span.ts";
import type { SourceFile } from "./ast.ts";
import { walk } from "./walk.ts";

export interface Comment extends Span {
  readonly kind: "line" | "block";
  /** Nothing but white space stands before it in its line. */
  readonly isFirstInLine: boolean;
}

const known = new WeakMap<SourceFile, readonly Comment[]>();

/** In the order of the text; found once for each tree. Those inside an interpolation are left out. */
export function commentsOf(file: SourceFile): readonly Comment[] {
  const before = known.get(file);
  if (before) return before;
  const found = findComments(file);
  known.set(file, found);
  return found;
}

/** True where what is typed at the offset becomes part of a comment. */
export function isInComment(file: SourceFile, offset: number): boolean {
  return commentsOf(file).some(({ kind, start, end }) => {
    const isOpen = kind === "line" || file.text.slice(end - 2, end) !== "*/";
    return start < offset && (isOpen ? offset <= end : offset < end);
  });
}

function findComments({ text, body }: SourceFile): readonly Comment[] {
  const comments: Comment[] = [];
  const strings = stringsOf(body);
  let nextString = 0;
  const begin = /#|\/\/|\/\*|"[^"\r\n]*"?/g;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    while ((strings[nextString]?.end ?? Infinity) <= match.index) nextString++;
    const string = strings[nextString];
    if (string && string.start <= match.index) {
      begin.lastIndex = string.end;
    } else if (!match[0].startsWith('"')) {
      const comment = commentAt(text, match.index, match[0] === "/*" ? "block" : "line");
      comments.push(comment);
      begin.lastIndex = comment.end;
    }
  }
  return comments;
}

function commentAt(text: string, start: number, kind: Comment["kind"]): Comment {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const isFirstInLine = text.slice(start === 0 ? 0 : lineStart, start).trim() === "";
  const closed = kind === "block" ? text.indexOf("*/", start + 2) : -1;
  if (closed >= 0) return { kind, start, end: closed + 2, isFirstInLine };
  const lineEnd = /\r?\n|$/.exec(text.slice(start))?.index ?? 0;
  return { kind, start, end: start + lineEnd, isFirstInLine };
}

/** The outermost quoted strings and heredocs. */
function stringsOf(body: SourceFile["body"]): readonly Span[] {
  const strings: Span[] = [];
  walk(body, (node) => {
    if (node.kind !== "Template") return true;
    if (node.end > node.start) strings.push(node);
    return false;
  });
  return strings;
}
