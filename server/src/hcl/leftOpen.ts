/**
 * Whether a top-level item has all its closing braces: the one question of layout that only a look at the
 * rest of the text answers. It is asked where an item begins inside of another without being indented.
 */
import { Code, identifierEnd, isDigit, lineEndAt } from "./characters.ts";
import { isTemplateEscape } from "./escapes.ts";
import { hasMarkerLine, heredocMarker, markerAt } from "./heredoc.ts";
import type { Parser } from "./parser.ts";
import { findCommentEnd, heredocOpenEnd } from "./scanner.ts";

/** True when the first brace of the item being read is never closed. The current token is in its body. */
export function itemIsLeftOpen(p: Parser): boolean {
  if (p.openBraces?.has(p.itemBrace) === true) {
    p.reach = p.text.length;
    return true;
  }
  const closed = findClose({ p, text: p.text, at: p.itemBrace, braces: [], inner: [] });
  p.itemClosed = closed;
  return !closed;
}

/** What the scan is in besides plain code: strings, heredocs, and the sequences in them. */
type Frame =
  | { readonly kind: "quoted" }
  | { readonly kind: "heredoc"; readonly marker: string }
  | { readonly kind: "sequence"; braces: number };

interface Scan {
  readonly p: Parser;
  readonly text: string;
  at: number;
  /** The open braces outside of strings. */
  readonly braces: number[];
  readonly inner: Frame[];
}

/**
 * Reads tokens, and only as much of them as it takes to tell which braces count, until none is open. It
 * begins at the item's own brace, so that the answer follows from the text behind it alone.
 */
function findClose(scan: Scan): boolean {
  const { p, text } = scan;
  while (scan.at < text.length) {
    const frame = scan.inner.at(-1);
    if (frame?.kind === "quoted") readQuoted(scan);
    else if (frame?.kind === "heredoc") readHeredoc(scan, frame.marker);
    else readCode(scan, frame);
    if (scan.braces.length === 0) {
      p.reach = Math.max(p.reach, scan.at);
      return true;
    }
  }
  p.reach = text.length;
  p.openBraces = new Set(scan.braces);
  return false;
}

function readCode(scan: Scan, sequence: { braces: number } | undefined): void {
  const { text } = scan;
  const code = text.charCodeAt(scan.at);
  switch (code) {
    case Code.OpenBrace:
      if (sequence === undefined) scan.braces.push(scan.at);
      else sequence.braces++;
      scan.at++;
      return;
    case Code.CloseBrace:
      if (sequence === undefined) scan.braces.pop();
      else if (sequence.braces-- === 0) scan.inner.pop();
      scan.at++;
      return;
    case Code.Quote:
      scan.inner.push({ kind: "quoted" });
      scan.at++;
      return;
    case Code.Hash:
      scan.at = lineEndAt(text, scan.at, text.length);
      return;
    case Code.Slash:
      return readSlash(scan);
    case Code.Less:
      return readLess(scan);
    default:
      scan.at = Math.max(scan.at + 1, isDigit(code) ? scan.at : identifierEnd(text, scan.at, text.length));
  }
}

function readSlash(scan: Scan): void {
  const { text, at } = scan;
  const next = text.charCodeAt(at + 1);
  if (next === Code.Slash) scan.at = lineEndAt(text, at, text.length);
  else if (next === Code.Star) {
    const end = findCommentEnd(scan.p, at);
    scan.at = end > text.length ? lineEndAt(text, at, text.length) : end;
  } else scan.at++;
}

function readLess(scan: Scan): void {
  const { p, text, at } = scan;
  const end = text.charCodeAt(at + 1) === Code.Less ? heredocOpenEnd(text, at, text.length) : at;
  scan.at = end === at ? at + 1 : text.indexOf("\n", end) + 1;
  if (end === at) return;
  const { marker } = heredocMarker(text, at, end);
  if (hasMarkerLine(p, scan.at, marker)) scan.inner.push({ kind: "heredoc", marker });
}

function readQuoted(scan: Scan): void {
  const { text } = scan;
  while (scan.at < text.length) {
    const code = text.charCodeAt(scan.at);
    if (code === Code.Backslash) scan.at += 2;
    else if (code === Code.LineFeed) return dropStrings(scan);
    else if (code === Code.Quote) {
      scan.inner.pop();
      scan.at++;
      return;
    } else if (readSequenceStart(scan, code)) return;
  }
}

/** A string must not reach beyond its line, so this text is wrong: go on with what is around the string. */
function dropStrings(scan: Scan): void {
  while (scan.inner.length > 0 && scan.inner.at(-1)?.kind !== "heredoc") scan.inner.pop();
}

/** Moves on by one character, escape or sequence opening; true for the last of them. */
function readSequenceStart(scan: Scan, code: number): boolean {
  const { text, at } = scan;
  if (isTemplateEscape(text, at, text.length)) {
    scan.at += 3;
    return false;
  }
  const opens = (code === Code.Dollar || code === Code.Percent) && text.charCodeAt(at + 1) === Code.OpenBrace;
  scan.at += opens ? 2 : 1;
  if (opens) scan.inner.push({ kind: "sequence", braces: 0 });
  return opens;
}

function readHeredoc(scan: Scan, marker: string): void {
  const { text } = scan;
  let atLineStart = text.charCodeAt(scan.at - 1) === Code.LineFeed;
  while (scan.at < text.length) {
    const found = atLineStart ? markerAt(text, scan.at, text.length, marker) : undefined;
    if (found !== undefined) {
      scan.inner.pop();
      scan.at = found.end;
      return;
    }
    const code = text.charCodeAt(scan.at);
    if (readSequenceStart(scan, code)) return;
    atLineStart = code === Code.LineFeed;
  }
}
