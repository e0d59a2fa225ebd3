/** How reading goes on behind text that is wrong. */
import type { Expression } from "./ast.ts";
import { Code, lineEndAt, skipBlanks } from "./characters.ts";
import { endsItem, endValueByLayout } from "./layout.ts";
import { tooDeep } from "./messages.ts";
import { at, type Parser, record } from "./parser.ts";
import { advance, scanAt } from "./scanner.ts";
import { Token } from "./token.ts";

/** What stands for a value that is not written: empty, where it would begin. */
export function missing(p: Parser): Expression {
  const at = missingAt(p);
  return { kind: "MissingExpression", start: at, end: at };
}

/** Behind the blanks that follow the last token, which is where a cursor waits for the value. */
function missingAt(p: Parser): number {
  return Math.max(p.previousEnd, skipBlanks(p.text, p.previousEnd, Math.min(p.start, p.limit)));
}

/** Skips the current token; a string with all that is in it. */
export function skipToken(p: Parser): void {
  if (at(p, Token.Quote) || at(p, Token.Heredoc)) p.template(p);
  else advance(p);
}

/**
 * Skips up to the closing bracket of the given kind, brackets in between with their content. Stops before
 * a closing bracket that must belong to something further out, and where the layout ends the value.
 */
export function skipTo(p: Parser, closer: Token): void {
  let open = 0;
  let line = p.lineStart;
  while (!at(p, Token.End)) {
    if (p.lineStart !== line) {
      line = p.lineStart;
      if (endValueByLayout(p)) return;
    }
    if (open === 0 && at(p, closer)) return;
    if (isOpener(p.token)) open++;
    else if (isCloser(p.token) && --open < 0) return;
    skipToken(p);
  }
}

/**
 * Skips the rest of the line; where a bracket is opened in it, up to the line that closes it. Stops before a
 * brace that closes the block around, and before a line that can only be another item.
 */
export function skipLine(p: Parser): void {
  p.skipping = true;
  skipBalanced(p);
  p.skipping = false;
}

function skipBalanced(p: Parser): void {
  let braces = 0;
  let others = 0;
  while (!at(p, Token.End)) {
    if (at(p, Token.Newline) && (braces + others === 0 || itemEndsHere(p))) return;
    if (at(p, Token.CloseBrace) && braces === 0) return;
    if (at(p, Token.OpenBrace)) braces++;
    else if (at(p, Token.CloseBrace)) braces--;
    else if (isOpener(p.token)) others++;
    else if (isCloser(p.token) && others > 0) others--;
    skipToken(p);
  }
}

function itemEndsHere(p: Parser): boolean {
  const next = skipBlanks(p.text, p.end, p.limit);
  p.reach = Math.max(p.reach, next);
  return endsItem(p, p.end, next);
}

/** Skips an operand that is nested too deeply, without any recursion. */
export function skipTooDeep(p: Parser): Expression {
  if (endValueByLayout(p)) return missing(p);
  const { start } = p;
  record(p, tooDeep({ start, end: p.end }));
  p.quiet = true;
  let open = 0;
  while (!at(p, Token.End)) {
    if (open === 0 && (isCloser(p.token) || at(p, Token.Comma) || at(p, Token.Newline))) break;
    if (isOpener(p.token)) open++;
    else if (isCloser(p.token)) open--;
    if (at(p, Token.Quote)) skipQuoted(p);
    else advance(p);
  }
  return { kind: "BogusExpression", start, end: Math.max(start, p.previousEnd), parts: [] };
}

function skipQuoted(p: Parser): void {
  const limit = lineEndAt(p.text, p.end, p.limit);
  let at = p.end;
  while (at < limit && p.text.charCodeAt(at) !== Code.Quote) {
    at += p.text.charCodeAt(at) === Code.Backslash ? 2 : 1;
  }
  p.previousEnd = p.end = Math.min(limit, at + 1);
  scanAt(p, p.end);
}

function isOpener(token: Token): boolean {
  return token === Token.OpenBrace || token === Token.OpenBracket || token === Token.OpenParen;
}

export function isCloser(token: Token): boolean {
  return (
    token === Token.CloseBrace ||
    token === Token.CloseBracket ||
    token === Token.CloseParen ||
    token === Token.TrimClose
  );
}
