/** The state of reading the inside of a string or heredoc. */
import type { Span } from "../base/span.ts";
import type { TemplateTag } from "./ast.ts";
import type { Parser } from "./parser.ts";

export interface TemplateText {
  readonly p: Parser;
  /** Where the string or heredoc begins. */
  readonly opener: number;
  /** What is read next; once it has ended, where its closing quote or marker line begins. */
  at: number;
  /** The marker of a heredoc; undefined in a quoted string. */
  readonly marker: string | undefined;
  /** True once the closing quote, the marker line or the limit was reached. */
  ended: boolean;
  /** In a heredoc: whether `at` is the start of a line. */
  lineStarts: boolean;
  /** The directive tag that was read last, when it continues or ends a directive. */
  tag: EndTag | undefined;
  /** In an indented heredoc: all that was read, line by line. */
  readonly pieces: Piece[] | undefined;
}

export interface EndTag extends TemplateTag {
  readonly keyword: "else" | "endif" | "endfor";
}

/** A piece of a heredoc that does not reach beyond its line: literal text or a template sequence. */
export interface Piece extends Span {
  readonly literal: boolean;
  readonly trimStart: boolean;
  readonly trimEnd: boolean;
}
