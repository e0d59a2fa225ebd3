/** The comments of a file. The tree has none, so they are read from what lies outside its strings. */
import type { Span } from "../../base/span.ts";
import type { SourceFile } from "../../hcl/ast.ts";
import { walk } from "../../hcl/walk.ts";

export interface Comment extends Span {
  readonly kind: "line" | "block";
  /** Nothing but white space stands before it in its line. */
  readonly isFirstInLine: boolean;
}

/** In the order of the text. Those inside an interpolation are left out. */
export function commentsOf({ text, body }: SourceFile): readonly Comment[] {
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
