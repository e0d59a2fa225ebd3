/**
 * Reads the next token outside strings. The inside of strings and heredocs is read by parseTemplate.ts.
 * The tokens are those of https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#lexical-elements
 */
import { Code, identifierEnd, isDigit, lineEndAt } from "./characters.ts";
import { invalidCharacter, invalidNumber, mergeMarker, unclosedComment } from "./messages.ts";
import { type Parser, record } from "./parser.ts";
import { Token } from "./token.ts";

/** Goes on to the next token. */
export function advance(p: Parser): void {
  p.previousEnd = p.end;
  scanAt(p, p.end);
}

/** Makes the token at `offset` the current one; `previousEnd` stays as it is. */
export function scanAt(p: Parser, offset: number): void {
  const { text, limit } = p;
  let at = offset;
  while (at < limit) {
    const code = text.charCodeAt(at);
    switch (code) {
      case Code.Space:
      case Code.Tab:
        at++;
        continue;
      case Code.Return:
        if (text.charCodeAt(at + 1) !== Code.LineFeed || at + 1 >= limit) return invalid(p, at);
        if (p.newlines) return newline(p, at, at + 2);
        at += 2;
        p.lineStart = at;
        continue;
      case Code.LineFeed:
        if (p.newlines) return newline(p, at, at + 1);
        at++;
        p.lineStart = at;
        continue;
      case Code.Hash:
        at = lineEndAt(text, at, limit);
        continue;
      case Code.Slash: {
        const next = text.charCodeAt(at + 1);
        if (next === Code.Slash && at + 1 < limit) at = lineEndAt(text, at, limit);
        else if (next === Code.Star && at + 1 < limit) at = blockCommentEnd(p, at);
        else return token(p, Token.Slash, at, at + 1);
        continue;
      }
      case Code.Less:
      case Code.Equal:
      case Code.Greater:
      case Code.Bar:
        if (at === p.lineStart && isMergeMarker(text, at, limit)) {
          at = mergeMarkerEnd(p, at);
          continue;
        }
        return operator(p, code, at);
      default:
        return other(p, code, at);
    }
  }
  token(p, Token.End, limit, limit);
}

function token(p: Parser, kind: Token, start: number, end: number): void {
  p.token = kind;
  p.start = start;
  p.end = end;
  if (end > p.reach) p.reach = end;
}

function newline(p: Parser, start: number, end: number): void {
  p.lineStart = end;
  token(p, Token.Newline, start, end);
}

function invalid(p: Parser, at: number): void {
  const point = p.text.codePointAt(at) ?? 0;
  const end = Math.min(p.limit, at + (point > 0xffff ? 2 : 1));
  token(p, Token.Invalid, at, end);
  record(p, invalidCharacter({ start: at, end }, p.text.slice(at, end)));
  p.quiet = true;
}

/** A comment without an end is taken to be its line. */
function blockCommentEnd(p: Parser, start: number): number {
  const end = findCommentEnd(p, start);
  if (end > p.limit) {
    record(p, unclosedComment({ start, end: start + 2 }));
    p.reach = Math.max(p.reach, Math.min(p.text.length, end));
    return lineEndAt(p.text, start, p.limit);
  }
  const lastFeed = p.text.lastIndexOf("\n", end - 2);
  if (lastFeed >= start) p.lineStart = lastFeed + 1;
  return end;
}

/** The offset behind the comment that begins at `start`; infinite where it has no end. Searches no text twice. */
export function findCommentEnd(p: Parser, start: number): number {
  const isKnown = p.commentFrom >= 0 && start >= p.commentFrom && start + 4 <= p.commentEnd;
  if (isKnown) return p.commentEnd;
  const found = p.text.indexOf("*/", start + 2);
  p.commentFrom = start;
  p.commentEnd = found < 0 ? Number.POSITIVE_INFINITY : found + 2;
  return p.commentEnd;
}

const mergeMarkerLength = 7;

/** Git's conflict markers: seven times `<`, `|`, `=` or `>` at the start of a line, then a space or nothing. */
function isMergeMarker(text: string, at: number, limit: number): boolean {
  const end = at + mergeMarkerLength;
  if (end > limit) return false;
  const code = text.charCodeAt(at);
  for (let next = at + 1; next < end; next++) if (text.charCodeAt(next) !== code) return false;
  const behind = end < limit ? text.charCodeAt(end) : Code.LineFeed;
  return behind === Code.Space || behind === Code.LineFeed || behind === Code.Return;
}

function mergeMarkerEnd(p: Parser, start: number): number {
  const end = lineEndAt(p.text, start, p.limit);
  p.mergeMarkers++;
  record(p, mergeMarker({ start, end }));
  return end;
}

/** What begins with `<`, `=`, `>` or `|`. */
function operator(p: Parser, code: number, at: number): void {
  const next = at + 1 < p.limit ? p.text.charCodeAt(at + 1) : 0;
  switch (code) {
    case Code.Equal:
      if (next === Code.Equal) return token(p, Token.EqualEqual, at, at + 2);
      if (next === Code.Greater) return token(p, Token.FatArrow, at, at + 2);
      return token(p, Token.Equal, at, at + 1);
    case Code.Less: {
      if (next === Code.Equal) return token(p, Token.LessEqual, at, at + 2);
      const heredoc = next === Code.Less ? heredocOpenEnd(p.text, at, p.limit) : at;
      if (heredoc > at) return token(p, Token.Heredoc, at, heredoc);
      return token(p, Token.Less, at, at + 1);
    }
    case Code.Greater:
      if (next === Code.Equal) return token(p, Token.GreaterEqual, at, at + 2);
      return token(p, Token.Greater, at, at + 1);
    default:
      if (next === Code.Bar) return token(p, Token.Or, at, at + 2);
      return invalid(p, at);
  }
}

/** The end of `<<NAME` or `<<-NAME`, which is a heredoc only when its line ends right behind the name. */
export function heredocOpenEnd(text: string, at: number, limit: number): number {
  const name = text.charCodeAt(at + 2) === Code.Minus ? at + 3 : at + 2;
  const end = identifierEnd(text, name, limit);
  if (end === name || end >= limit) return at;
  const code = text.charCodeAt(end);
  if (code === Code.LineFeed) return end;
  return code === Code.Return && text.charCodeAt(end + 1) === Code.LineFeed && end + 1 < limit ? end : at;
}

/** The kind of each character that is a token of its own, by code; `Token.End` for the others. */
const single = new Uint8Array(128);
for (const [character, kind] of [
  ['"', Token.Quote],
  ["{", Token.OpenBrace],
  ["}", Token.CloseBrace],
  ["[", Token.OpenBracket],
  ["]", Token.CloseBracket],
  ["(", Token.OpenParen],
  [")", Token.CloseParen],
  [",", Token.Comma],
  ["?", Token.Question],
  ["+", Token.Plus],
  ["-", Token.Minus],
  ["*", Token.Star],
  ["%", Token.Percent],
] as const) {
  single[character.charCodeAt(0)] = kind;
}

function other(p: Parser, code: number, at: number): void {
  const { text, limit } = p;
  const name = identifierEnd(text, at, limit);
  if (name > at) return token(p, Token.Identifier, at, name);
  if (isDigit(code)) return number(p, at);
  const kind: Token = code < 128 ? (single[code] ?? Token.End) : Token.End;
  if (kind !== Token.End) return token(p, kind, at, at + 1);
  const next = at + 1 < limit ? text.charCodeAt(at + 1) : 0;
  switch (code) {
    case Code.Dot:
      if (next === Code.Dot && at + 2 < limit && text.charCodeAt(at + 2) === Code.Dot) {
        return token(p, Token.Ellipsis, at, at + 3);
      }
      return token(p, Token.Dot, at, at + 1);
    case Code.Colon:
      if (next === Code.Colon) return token(p, Token.DoubleColon, at, at + 2);
      return token(p, Token.Colon, at, at + 1);
    case Code.Bang:
      if (next === Code.Equal) return token(p, Token.NotEqual, at, at + 2);
      return token(p, Token.Bang, at, at + 1);
    case Code.Ampersand:
      if (next === Code.Ampersand) return token(p, Token.And, at, at + 2);
      return invalid(p, at);
    case Code.Tilde:
      if (next === Code.CloseBrace) return token(p, Token.TrimClose, at, at + 2);
      return invalid(p, at);
    default:
      return invalid(p, at);
  }
}

function number(p: Parser, start: number): void {
  const end = numberEnd(p.text, start, p.limit);
  token(p, Token.Number, start, end);
}

/**
 * The end of the longest run of digits, dots and exponents that does not end in a dot. Several dots
 * belong to it too: HCL reads `1.2.3` as one number and then refuses it.
 */
function numberEnd(text: string, start: number, limit: number): number {
  let at = start + 1;
  let end = at;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) at++;
    else if (code === Code.Dot) {
      at++;
      continue;
    } else {
      const exponent = exponentEnd(text, at, limit);
      if (exponent === at) return end;
      at = exponent;
    }
    end = at;
  }
  return end;
}

function exponentEnd(text: string, at: number, limit: number): number {
  const code = text.charCodeAt(at);
  if (code !== Code.LowerE && code !== Code.UpperE) return at;
  const sign = text.charCodeAt(at + 1);
  const digit = sign === Code.Plus || sign === Code.Minus ? at + 2 : at + 1;
  return digit < limit && isDigit(text.charCodeAt(digit)) ? digit + 1 : at;
}

const wellFormedNumber = /^\d+(\.\d*)?([eE][+-]?\d+)?$/;

/** Reports a number token that has more than one dot or exponent. */
export function checkNumber(p: Parser, written: string): void {
  if (!wellFormedNumber.test(written)) record(p, invalidNumber({ start: p.start, end: p.end }));
}
