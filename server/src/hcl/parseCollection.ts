/**
 * Tuples and objects; both may turn out to be a `for` expression.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#collection-values
 */
import type { Span } from "../base/span.ts";
import type { Expression, ObjectItem } from "./ast.ts";
import { endValueAt, endValueByLayout, isFirstInLine, column } from "./layout.ts";
import {
  missingItemSeparator,
  missingKeySeparator,
  missingObjectSeparator,
  missingObjectValue,
  unclosedObject,
  unclosedTuple,
} from "./messages.ts";
import { parseElement } from "./parseElement.ts";
import { parseFor } from "./parseFor.ts";
import { at, missingSpan, type Parser, report, tokenSpan } from "./parser.ts";
import { isCloser, missing, skipToken } from "./recovery.ts";
import { advance } from "./scanner.ts";
import { push, take } from "./stack.ts";
import { Token } from "./token.ts";

function atFor(p: Parser): boolean {
  return at(p, Token.Identifier) && p.end - p.start === 3 && p.text.startsWith("for", p.start);
}

/** Line ends do not matter between square brackets. */
export function parseTupleOrFor(p: Parser): Expression {
  const open = tokenSpan(p);
  const { newlines } = p;
  p.newlines = false;
  advance(p);
  return atFor(p) ? parseFor(p, open, Token.CloseBracket, newlines) : parseTuple(p, open, newlines);
}

function parseTuple(p: Parser, open: Span, newlines: boolean): Expression {
  const base = p.elements.top;
  while (!at(p, Token.CloseBracket)) {
    const element = parseElement(p);
    if (element === undefined) break;
    push(p.elements, element);
    if (at(p, Token.Comma)) {
      p.quiet = false;
      advance(p);
    } else if (!at(p, Token.CloseBracket)) {
      if (endValueByLayout(p)) break;
      report(p, missingItemSeparator(missingSpan(p), element.end));
    }
  }
  const elements = take(p.elements, base);
  p.newlines = newlines;
  if (at(p, Token.CloseBracket)) {
    const close = tokenSpan(p);
    advance(p);
    return { kind: "TupleConstructor", start: open.start, end: close.end, open, elements, close };
  }
  const end = Math.max(open.end, elements.at(-1)?.end ?? 0);
  report(p, unclosedTuple(open, end));
  return { kind: "TupleConstructor", start: open.start, end, open, elements, close: undefined };
}

/** Line ends separate the items of an object, but those right behind its brace do not count. */
export function parseObjectOrFor(p: Parser): Expression {
  const open = tokenSpan(p);
  const { newlines } = p;
  p.newlines = false;
  advance(p);
  if (atFor(p)) return parseFor(p, open, Token.CloseBrace, newlines);
  p.newlines = true;
  return parseObject(p, open, newlines);
}

function parseObject(p: Parser, open: Span, newlines: boolean): Expression {
  const base = p.objectItems.top;
  while (!at(p, Token.CloseBrace) && !at(p, Token.End)) {
    if (at(p, Token.Newline)) {
      p.quiet = false;
      advance(p);
      continue;
    }
    const item = parseObjectItem(p);
    if (item === undefined) break;
    push(p.objectItems, item);
    if (at(p, Token.Comma)) {
      p.quiet = false;
      advance(p);
    } else if (!endsObjectItem(p)) {
      if (endValueByLayout(p)) break;
      report(p, missingObjectSeparator(missingSpan(p), item.end));
      skipObjectItem(p);
    }
  }
  return finishObject(p, open, newlines, base);
}

function finishObject(p: Parser, open: Span, newlines: boolean, base: number): Expression {
  if (at(p, Token.End)) endValueByLayout(p);
  if (at(p, Token.CloseBrace) && closesFurtherOut(p)) endValueAt(p, p.lineStart);
  const items = take(p.objectItems, base);
  p.newlines = newlines;
  if (at(p, Token.CloseBrace)) {
    const close = tokenSpan(p);
    advance(p);
    return { kind: "ObjectConstructor", start: open.start, end: close.end, open, items, close };
  }
  const end = Math.max(open.end, items.at(-1)?.end ?? 0);
  report(p, unclosedObject(open, end));
  return { kind: "ObjectConstructor", start: open.start, end, open, items, close: undefined };
}

/** Where braces are judged by their indentation: this one is not the object's, but that of a block. */
function closesFurtherOut(p: Parser): boolean {
  return p.byIndentation && column(p) < p.column && isFirstInLine(p);
}

function endsObjectItem(p: Parser): boolean {
  return at(p, Token.Newline) || at(p, Token.CloseBrace) || at(p, Token.End);
}

/** Undefined where the object must end without its closing brace. */
function parseObjectItem(p: Parser): ObjectItem | undefined {
  const { start } = p;
  const key = p.expression(p);
  if (at(p, Token.Equal) || at(p, Token.Colon)) return parseObjectValue(p, key);
  const valueMissing = at(p, Token.Newline) || at(p, Token.Comma) || at(p, Token.CloseBrace);
  if (!valueMissing && endValueByLayout(p) && key.kind === "MissingExpression") return undefined;
  if (p.start === start && isCloser(p.token)) return undefined;
  if (valueMissing) report(p, missingObjectValue(missingSpan(p), key.end));
  else if (!at(p, Token.End)) report(p, missingKeySeparator(missingSpan(p), key.end));
  const value = canBeginValue(p.token) ? p.expression(p) : missing(p);
  if (p.start === start) skipObjectItem(p);
  const bogusEnd = key.kind === "MissingExpression" ? p.previousEnd : 0;
  const end = Math.max(key.end, value.end, bogusEnd);
  return { kind: "ObjectItem", start: Math.min(start, key.start), end, key, separator: undefined, value };
}

function canBeginValue(token: Token): boolean {
  return (
    token === Token.Quote ||
    token === Token.Identifier ||
    token === Token.Number ||
    token === Token.OpenBracket
  );
}

function parseObjectValue(p: Parser, key: Expression): ObjectItem {
  const separator = tokenSpan(p);
  advance(p);
  const value = p.expression(p);
  return {
    kind: "ObjectItem",
    start: key.start,
    end: Math.max(value.end, separator.end),
    key,
    separator,
    value,
  };
}

function skipObjectItem(p: Parser): void {
  while (!endsObjectItem(p) && !at(p, Token.Comma) && !isCloser(p.token)) skipToken(p);
}
