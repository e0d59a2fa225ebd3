/** The opening and the closing of `${ ... }` and `%{ ... }`. */
import type { Span } from "../base/span.ts";
import { Code, lineEndAt } from "./characters.ts";
import { endValueAt } from "./layout.ts";
import { extraInDirective, extraInInterpolation, unclosedInterpolation } from "./messages.ts";
import { at, missingSpan, report, spanAt, tokenSpan } from "./parser.ts";
import { advance } from "./scanner.ts";
import type { TemplateText } from "./templateText.ts";
import { Token } from "./token.ts";

/** Reads the opening and the first token behind it. True when it has a `~`. Line ends do not matter inside. */
export function enterSequence(t: TemplateText): boolean {
  const { p } = t;
  const trims = p.text.charCodeAt(t.at + 2) === Code.Tilde && t.at + 2 < p.limit;
  p.newlines = false;
  p.end = Math.min(p.limit, t.at + (trims ? 3 : 2));
  t.lineStarts = false;
  advance(p);
  return trims;
}

/** A sequence up to its closing brace: where it begins, where its expression ends, and its directive. */
interface Sequence extends Span {
  readonly keyword: string | undefined;
}

/**
 * Reads the closing brace of the sequence, and puts `t.at` behind it. Where it is
 * missing, goes on in the same line: behind the next brace, else at the end of the string or line.
 */
export function closeSequence(t: TemplateText, { start, end, keyword }: Sequence): Span | undefined {
  const { p } = t;
  if (at(p, Token.CloseBrace) || at(p, Token.TrimClose)) {
    const close = tokenSpan(p);
    t.at = close.end;
    return close;
  }
  const lineEnd = lineEndAt(p.text, start, p.limit);
  const crossed = at(p, Token.End) || p.start > lineEnd;
  if (crossed && t.marker === undefined) endValueAt(p, lineEndAt(p.text, t.opener, p.limit));
  if (p.cut >= 0) return undefined;
  if (crossed || (at(p, Token.Quote) && t.marker === undefined)) {
    report(p, unclosedInterpolation(spanAt(start, 2), p.previousEnd));
    t.at = crossed ? Math.max(end, p.previousEnd) : p.start;
    return undefined;
  }
  report(
    p,
    keyword === undefined ? extraInInterpolation(missingSpan(p)) : extraInDirective(missingSpan(p), keyword),
  );
  return closeInLine(t, end, lineEnd);
}

function closeInLine(t: TemplateText, end: number, lineEnd: number): Span | undefined {
  const { p } = t;
  for (let at = p.start; at < lineEnd; at++) {
    const code = p.text.charCodeAt(at);
    if (code === Code.Quote && t.marker === undefined) break;
    if (code !== Code.CloseBrace) continue;
    t.at = at + 1;
    return spanAt(at, 1);
  }
  t.at = Math.max(end, p.previousEnd);
  return undefined;
}
