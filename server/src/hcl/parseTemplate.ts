/**
 * Quoted strings and heredocs: literal text, interpolations and directives.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#templates
 */
import type { Template, TemplatePart } from "./ast.ts";
import { Code, lineEndAt, lineStartAt } from "./characters.ts";
import { findHeredocEnd, heredocMarker, markerAt } from "./heredoc.ts";
import { flushHeredoc } from "./heredocIndentation.ts";
import { endValueAt } from "./layout.ts";
import { markerWithoutLineEnd, unclosedHeredoc, unclosedString, unterminatedString } from "./messages.ts";
import { rootParts } from "./parseTemplateParts.ts";
import { at, type Parser, record } from "./parser.ts";
import { advance, scanAt } from "./scanner.ts";
import type { TemplateText } from "./templateText.ts";
import { Token } from "./token.ts";

const noParts: readonly TemplatePart[] = [];

/** A string or heredoc, the current token being its opening. */
export function parseTemplate(p: Parser): Template {
  return at(p, Token.Quote) ? parseQuoted(p) : parseHeredoc(p);
}

function parseQuoted(p: Parser): Template {
  const close = plainEnd(p.text, p.end, p.limit);
  return close < 0 ? parseQuotedParts(p) : plainString(p, close);
}

/** The closing quote of a string without any sequence or escape; -1 for all others. */
function plainEnd(text: string, start: number, limit: number): number {
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === Code.Quote) return at;
    if (code === Code.Backslash || code === Code.Dollar || code === Code.Percent) return -1;
    if (code === Code.LineFeed || code === Code.Return) return -1;
  }
  return -1;
}

function plainString(p: Parser, closeStart: number): Template {
  const { start, end: from } = p;
  const parts: readonly TemplatePart[] =
    closeStart === from
      ? noParts
      : [{ kind: "TemplateLiteral", start: from, end: closeStart, value: p.text.slice(from, closeStart) }];
  const end = closeStart + 1;
  p.end = end;
  advance(p);
  return {
    kind: "Template",
    start,
    end,
    heredoc: undefined,
    parts,
    open: { start, end: from },
    close: { start: closeStart, end },
  };
}

function parseQuotedParts(p: Parser): Template {
  const { start, end: from, newlines } = p;
  const t: TemplateText = {
    p,
    opener: start,
    at: from,
    marker: undefined,
    ended: false,
    lineStarts: false,
    tag: undefined,
    pieces: undefined,
  };
  const parts = rootParts(t);
  const close =
    p.cut < 0 && t.at < p.limit && p.text.charCodeAt(t.at) === Code.Quote
      ? { start: t.at, end: t.at + 1 }
      : undefined;
  if (close === undefined) reportUnclosed(p, start, t.at);
  const end = close?.end ?? Math.max(from, t.at);
  finish(p, end, end, newlines);
  return { kind: "Template", start, end, heredoc: undefined, parts, open: { start, end: from }, close };
}

function reportUnclosed(p: Parser, start: number, at: number): void {
  if (lineStartAt(p.text, at) > start) endValueAt(p, lineEndAt(p.text, start, p.limit));
  const span = { start, end: at };
  record(p, at >= p.text.length ? unterminatedString(span, at) : unclosedString(span, at));
  p.quiet = true;
}

/** Goes on behind a template that ends at `end`; the next token is looked for from `from` on. */
function finish(p: Parser, end: number, from: number, newlines: boolean): void {
  p.newlines = newlines;
  p.previousEnd = p.end = end;
  if (p.cut < 0) scanAt(p, from);
}

function parseHeredoc(p: Parser): Template {
  const { start, end: openEnd, newlines, limit } = p;
  const heredoc = heredocMarker(p.text, start, openEnd);
  const textEnd = findHeredocEnd(p, heredoc.marker);
  p.limit = textEnd;
  const from = Math.min(p.text.indexOf("\n", openEnd) + 1, textEnd);
  p.lineStart = from;
  const t: TemplateText = {
    p,
    opener: start,
    at: from,
    marker: heredoc.marker,
    ended: false,
    lineStarts: true,
    tag: undefined,
    pieces: heredoc.indented ? [] : undefined,
  };
  const parts = rootParts(t);
  if (t.pieces !== undefined) flushHeredoc(p.text, parts, t.pieces);
  if (p.cut < 0) p.limit = limit;
  const close = p.cut < 0 ? markerAt(p.text, t.at, textEnd, heredoc.marker) : undefined;
  const open = { start, end: openEnd };
  if (close === undefined) return leftOpen(p, t, { start, open, heredoc, parts, newlines });
  p.lineStart = lineStartAt(p.text, close.start);
  if (p.text.indexOf("\n", close.end) < 0) record(p, markerWithoutLineEnd(close, heredoc.marker));
  finish(p, close.end, lineEndAt(p.text, close.end, p.limit), newlines);
  return { kind: "Template", start, end: close.end, heredoc, parts, open, close };
}

interface OpenHeredoc extends Pick<Template, "start" | "open" | "heredoc" | "parts"> {
  readonly newlines: boolean;
}

/** A heredoc without an end reaches to the end of the line before what follows it. */
function leftOpen(
  p: Parser,
  t: TemplateText,
  { start, open, heredoc, parts, newlines }: OpenHeredoc,
): Template {
  const end = Math.max(open.end, t.at);
  record(p, unclosedHeredoc(open, end, heredoc?.marker ?? ""));
  p.quiet = true;
  finish(p, end, end, newlines);
  return { kind: "Template", start, end, heredoc, parts, open, close: undefined };
}
