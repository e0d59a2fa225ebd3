/** Literal text in strings and heredocs. */
import type { TemplateLiteral } from "./ast.ts";
import { Code } from "./characters.ts";
import { decodeHeredoc, decodeQuoted, isTemplateEscape } from "./escapes.ts";
import { markerAt } from "./heredoc.ts";
import { invalidCharacter } from "./messages.ts";
import { type Parser, record, spanAt } from "./parser.ts";
import type { TemplateText } from "./templateText.ts";

/**
 * Reads up to the next template sequence or the end, and sets `t.ended` in the latter case.
 * Undefined where there is no text before it.
 */
export function readLiteral(t: TemplateText): TemplateLiteral | undefined {
  const start = t.at;
  if (t.p.cut >= 0) {
    t.ended = true;
    return undefined;
  }
  const escaped = t.marker === undefined ? readQuoted(t) : readHeredoc(t, t.marker);
  const end = t.at;
  if (end <= start) return undefined;
  const { text } = t.p;
  let value: string;
  if (!escaped) value = text.slice(start, end);
  else if (t.marker === undefined) value = decodeQuoted(t.p, start, end);
  else value = decodeHeredoc(text, start, end);
  return { kind: "TemplateLiteral", start, end, value };
}

/** True when the text has escape sequences. */
function readQuoted(t: TemplateText): boolean {
  const { text, limit } = t.p;
  let escaped = false;
  let { at } = t;
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === Code.Quote || code === Code.LineFeed || code === Code.Return) break;
    if (code === Code.Backslash) {
      escaped = true;
      const next = text.charCodeAt(at + 1);
      if (at + 1 >= limit || next === Code.LineFeed || next === Code.Return) {
        record(t.p, invalidCharacter({ start: at, end: at + 1 }, "\\"));
      } else at++;
    } else if (code === Code.Dollar || code === Code.Percent) {
      if (isTemplateEscape(text, at, limit)) {
        escaped = true;
        at += 2;
      } else if (text.charCodeAt(at + 1) === Code.OpenBrace && at + 1 < limit) {
        t.at = at;
        return escaped;
      }
    }
  }
  t.at = Math.min(at, limit);
  t.ended = true;
  return escaped;
}

function readHeredoc(t: TemplateText, marker: string): boolean {
  const { text, limit } = t.p;
  let escaped = false;
  let { at } = t;
  let piece = at;
  while (at < limit) {
    if (t.lineStarts && markerAt(text, at, limit, marker) !== undefined) break;
    t.lineStarts = false;
    const stop = lineStop(t.p, at);
    if (stop.escaped) escaped = true;
    at = stop.at;
    if (at >= limit) break;
    if (text.charCodeAt(at) !== Code.LineFeed) {
      if (at > piece)
        t.pieces?.push({ start: piece, end: at, literal: true, trimStart: false, trimEnd: false });
      t.at = at;
      return escaped;
    }
    at++;
    t.pieces?.push({ start: piece, end: at, literal: true, trimStart: false, trimEnd: false });
    piece = at;
    t.lineStarts = true;
  }
  t.at = Math.min(at, limit);
  if (t.at > piece)
    t.pieces?.push({ start: piece, end: t.at, literal: true, trimStart: false, trimEnd: false });
  t.ended = true;
  return escaped;
}

/** The line feed or the template sequence that comes next. */
function lineStop(p: Parser, start: number): { readonly at: number; readonly escaped: boolean } {
  const { text, limit } = p;
  let escaped = false;
  let at = start;
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === Code.LineFeed) break;
    if (code === Code.Return) checkReturn(p, at);
    if (code !== Code.Dollar && code !== Code.Percent) continue;
    if (isTemplateEscape(text, at, limit)) {
      escaped = true;
      at += 2;
    } else if (text.charCodeAt(at + 1) === Code.OpenBrace && at + 1 < limit) break;
  }
  return { at: Math.min(at, limit), escaped };
}

/** A carriage return that ends no line is as wrong in a heredoc as outside. */
function checkReturn(p: Parser, at: number): void {
  if (p.text.charCodeAt(at + 1) === Code.LineFeed && at + 1 < p.limit) return;
  record(p, invalidCharacter(spanAt(at, 1), "\r"));
}
