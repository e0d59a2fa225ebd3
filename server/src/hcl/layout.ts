/**
 * What the layout of lines tells about broken text: where a value, a block or a string was left open.
 * It is asked only where the text is wrong already, so it never decides whether a text is right.
 */
import { Code, identifierEnd, isBlank, lineEndAt, lineStartAt, skipBlanks } from "./characters.ts";
import { at, type Parser } from "./parser.ts";
import { Token } from "./token.ts";

/** How far a line is read to see whether it begins an item. */
const longestHeader = 1000;

/** True when an attribute or a block header begins at `at`: `name =`, `name {`, `name "label" {`. */
export function beginsItem(text: string, at: number, textEnd: number): boolean {
  const limit = Math.min(textEnd, at + longestHeader);
  let next = identifierEnd(text, at, limit);
  if (next === at) return false;
  next = skipBlanks(text, next, limit);
  if (text.charCodeAt(next) === Code.Equal && next < limit) {
    const following = text.charCodeAt(next + 1);
    return following !== Code.Equal && following !== Code.Greater;
  }
  return labelsAndBrace(text, next, limit);
}

function labelsAndBrace(text: string, start: number, limit: number): boolean {
  let at = start;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === Code.OpenBrace) return true;
    if (code === Code.Quote) {
      const close = text.indexOf('"', at + 1);
      if (close < 0 || close >= limit || lineEndAt(text, at, limit) < close) return false;
      at = close + 1;
    } else {
      const name = identifierEnd(text, at, limit);
      if (name === at) return false;
      at = name;
    }
    at = skipBlanks(text, at, limit);
  }
  return false;
}

/** True when only blanks stand before the current token in its line. */
export function isFirstInLine(p: Parser): boolean {
  for (let at = p.start - 1; at >= p.lineStart; at--) if (!isBlank(p.text.charCodeAt(at))) return false;
  return true;
}

export function column(p: Parser): number {
  return p.start - p.lineStart;
}

/**
 * Ends the value being read where the layout says that something in it was left open, and returns true.
 * From then on the scanner finds nothing but the end of the text, so that all productions return;
 * the attribute then reads its value again up to that place.
 */
export function endValueByLayout(p: Parser): boolean {
  if (p.cutting || p.cut >= 0 || !p.inValue) return at(p, Token.End);
  const cut = layoutCut(p);
  if (cut >= 0) endValueAt(p, cut);
  return at(p, Token.End);
}

/** Ends the value being read at `offset`. */
export function endValueAt(p: Parser, offset: number): void {
  if (p.cutting || p.cut >= 0 || !p.inValue) return;
  p.cut = offset;
  p.limit = p.start;
  p.token = Token.End;
  p.end = p.start;
}

/**
 * The start of the first line of the value that is indented no deeper than the attribute and begins an
 * item or closes a block; -1 where there is none up to the current token. Earlier lines than that of the
 * token count only where the value is laid out in the usual way, its inner lines being indented.
 */
function layoutCut(p: Parser): number {
  const { text } = p;
  if (at(p, Token.End) || p.layoutLine < 0) p.layoutLine = text.indexOf("\n", p.valueStart) + 1;
  if (at(p, Token.End)) p.layoutTrusted = true;
  const ownLine = at(p, Token.Newline) ? lineStartAt(text, p.start) : p.lineStart;
  while (p.layoutLine > 0 && p.layoutLine <= p.start) {
    const line = p.layoutLine;
    const first = skipBlanks(text, line, p.limit);
    if (!isLineEnd(text, first, p.limit)) {
      if (first - line > p.column) p.layoutTrusted = true;
      if ((p.layoutTrusted || line === ownLine) && endsItem(p, line, first)) return line;
    }
    if (line === ownLine) return -1;
    p.layoutLine = text.indexOf("\n", first) + 1;
  }
  if (at(p, Token.End)) p.inValue = false;
  return -1;
}

function isLineEnd(text: string, at: number, limit: number): boolean {
  return at >= limit || text.charCodeAt(at) === Code.LineFeed || text.charCodeAt(at) === Code.Return;
}

/** True when the line whose first character is at `at` cannot belong to the item being read. */
export function endsItem(p: Parser, line: number, at: number): boolean {
  const indentation = at - line;
  if (p.text.charCodeAt(at) === Code.CloseBrace) return indentation < p.column;
  return indentation <= p.column && beginsItem(p.text, at, p.limit);
}

/** The start of the first line from `from` on that ends the item being read; -1 where there is none. */
export function firstItemLine(p: Parser, from: number): number {
  const { text, limit } = p;
  for (let line = from; line > 0 && line < limit; line = text.indexOf("\n", line) + 1) {
    const first = skipBlanks(text, line, limit);
    if (!isLineEnd(text, first, limit) && endsItem(p, line, first)) return line;
  }
  return -1;
}
