/**
 * Bodies: attributes and blocks.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#structural-elements
 */
import type { Span } from "../base/span.ts";
import type { Attribute, Block, Body, BodyItem, BogusItem, Identifier, Label } from "./ast.ts";
import { Code, skipBlanks } from "./characters.ts";
import { redefinedAttributes } from "./checkRedefined.ts";
import { beginsItem, column, isFirstInLine } from "./layout.ts";
import { itemIsLeftOpen } from "./leftOpen.ts";
import {
  blockInSingleLine,
  blockWithoutBrace,
  equalsInBlock,
  invalidBlockHeader,
  itemRequired,
  missingNewlineAfterBlock,
  nameAlone,
  quotedName,
  secondInSingleLine,
  singleLineLeftOpen,
  strayCloser,
  tooDeep,
  unclosedBlock,
} from "./messages.ts";
import { parseAttribute, parseAttributeValue } from "./parseAttribute.ts";
import { parseLabel } from "./parseLabel.ts";
import { at, maxDepth, missingSpan, nameAt, type Parser, record, report, tokenSpan } from "./parser.ts";
import { isCloser, skipLine } from "./recovery.ts";
import { advance } from "./scanner.ts";
import { push, take } from "./stack.ts";
import { Token } from "./token.ts";

/** One item of a body; the current token is neither a line end nor the end. */
export function parseItem(p: Parser): BodyItem {
  p.quiet = false;
  p.column = column(p);
  return at(p, Token.Identifier) ? parseNamedItem(p) : parseBogusItem(p);
}

function parseNamedItem(p: Parser): BodyItem {
  const itemColumn = column(p);
  const name = parseIdentifier(p);
  switch (p.token) {
    case Token.Equal:
      return parseAttribute(p, name, itemColumn);
    case Token.OpenBrace:
    case Token.Quote:
    case Token.Identifier:
      return parseBlock(p, name, itemColumn);
    default:
      return parseNameAlone(p, name);
  }
}

function parseIdentifier(p: Parser): Identifier {
  const { start, end } = p;
  advance(p);
  return { kind: "Identifier", start, end, name: nameAt(p, start, end) };
}

/** A name with neither `=` nor `{` behind it. What else stands in its line becomes an item of its own. */
function parseNameAlone(p: Parser, name: Identifier): Attribute {
  report(p, nameAlone(name, name.name));
  const at = name.end;
  const value = { kind: "MissingExpression", start: at, end: at } as const;
  return { kind: "Attribute", start: name.start, end: at, name, equals: undefined, value };
}

function parseBogusItem(p: Parser): BogusItem {
  const { start } = p;
  if (at(p, Token.Quote)) report(p, quotedName(tokenSpan(p)));
  else if (isCloser(p.token)) report(p, strayCloser(tokenSpan(p), p.text.slice(p.start, p.end)));
  else report(p, itemRequired(tokenSpan(p)));
  if (isCloser(p.token)) advance(p);
  else skipLine(p);
  return { kind: "BogusItem", start, end: Math.max(p.previousEnd, start) };
}

function parseBlock(p: Parser, type: Identifier, blockColumn: number): Block {
  const labels = parseLabels(p);
  if (!at(p, Token.OpenBrace)) return parseBlockWithoutBrace(p, type, labels, blockColumn);
  const open = tokenSpan(p);
  if (p.itemBrace < 0) p.itemBrace = open.start;
  advance(p);
  if (p.depth >= maxDepth) return skipDeepBlock(p, type, labels, open);
  p.depth++;
  const single = !at(p, Token.Newline) && !at(p, Token.CloseBrace) && !at(p, Token.End);
  const items = single ? parseSingleLine(p, blockColumn) : parseItems(p, blockColumn);
  p.depth--;
  return closeBlock(p, type, labels, open, items);
}

function parseLabels(p: Parser): readonly Label[] {
  const base = p.labels.top;
  while (at(p, Token.Quote) || at(p, Token.Identifier)) push(p.labels, parseLabel(p));
  return take(p.labels, base);
}

function skipDeepBlock(p: Parser, type: Identifier, labels: readonly Label[], open: Span): Block {
  record(p, tooDeep(type));
  p.quiet = true;
  let depth = 1;
  while (!at(p, Token.End) && depth > 0) {
    if (at(p, Token.OpenBrace)) depth++;
    else if (at(p, Token.CloseBrace) && --depth === 0) break;
    advance(p);
  }
  return closeBlock(p, type, labels, open, []);
}

/** The items up to the closing brace of a block, or up to where the layout says that it is missing. */
function parseItems(p: Parser, blockColumn: number): readonly BodyItem[] {
  const base = p.bodyItems.top;
  const { mergeMarkers } = p;
  while (!at(p, Token.End)) {
    if (at(p, Token.Newline)) advance(p);
    else if (at(p, Token.CloseBrace)) {
      if (!p.byIndentation || !isFirstInLine(p) || column(p) <= blockColumn) break;
      push(p.bodyItems, parseItem(p));
    } else {
      if (endsBlockByLayout(p, blockColumn)) break;
      push(p.bodyItems, parseItem(p));
    }
  }
  const items = take(p.bodyItems, base);
  if (p.mergeMarkers === mergeMarkers) for (const problem of redefinedAttributes(items)) record(p, problem);
  return items;
}

/** True when an item begins here that stands no deeper than the block, and the block was left open. */
function endsBlockByLayout(p: Parser, blockColumn: number): boolean {
  if (p.byIndentation) {
    return column(p) <= blockColumn && isFirstInLine(p) && beginsItem(p.text, p.start, p.limit);
  }
  if (column(p) > p.itemColumn || p.itemClosed || !beginsItem(p.text, p.start, p.limit)) return false;
  if (!itemIsLeftOpen(p)) return false;
  p.cut = p.lineStart;
  p.limit = p.start;
  p.token = Token.End;
  p.end = p.start;
  return true;
}

function closeBlock(
  p: Parser,
  type: Identifier,
  labels: readonly Label[],
  open: Span,
  items: readonly BodyItem[],
): Block {
  const { start } = type;
  if (at(p, Token.CloseBrace) && !isClosedFurtherOut(p, type)) {
    const close = tokenSpan(p);
    const body: Body = { kind: "Body", start: open.end, end: close.start, items };
    advance(p);
    endBlockLine(p);
    return { kind: "Block", start, end: close.end, type, labels, open, body, close };
  }
  const end = Math.max(open.end, items.at(-1)?.end ?? 0, openBlockEnd(p));
  report(p, unclosedBlock(open, end));
  const body: Body = { kind: "Body", start: open.end, end, items };
  return { kind: "Block", start, end, type, labels, open, body, close: undefined };
}

/** Where braces are judged by their indentation: this one belongs to a block further out. */
function isClosedFurtherOut(p: Parser, type: Identifier): boolean {
  if (!p.byIndentation || !isFirstInLine(p)) return false;
  const line = p.text.lastIndexOf("\n", type.start - 1) + 1;
  return p.lineStart > type.start && column(p) < type.start - line;
}

/** A block without its brace reaches to the end of the line before what follows, or of the text. */
function openBlockEnd(p: Parser): number {
  if (at(p, Token.End) && p.limit >= p.text.length) return p.limit;
  const line = at(p, Token.End) ? p.limit : p.lineStart;
  if (p.text.charCodeAt(line - 1) !== Code.LineFeed) return line;
  return p.text.charCodeAt(line - 2) === Code.Return ? line - 2 : line - 1;
}

function endBlockLine(p: Parser): void {
  if (at(p, Token.Newline) || at(p, Token.End)) return;
  // A second brace in the line closes the block around this one, which then tells of it.
  report(p, missingNewlineAfterBlock(tokenSpan(p)));
}

/** What stands beside the brace of a block that is written in one line: a single argument. */
function parseSingleLine(p: Parser, blockColumn: number): readonly BodyItem[] {
  p.quiet = false;
  const base = p.bodyItems.top;
  if (at(p, Token.Identifier)) push(p.bodyItems, parseSingleItem(p));
  else report(p, itemRequired(tokenSpan(p)));
  if (at(p, Token.CloseBrace) || at(p, Token.End)) return take(p.bodyItems, base);
  report(p, at(p, Token.Newline) ? singleLineLeftOpen(missingSpan(p)) : secondInSingleLine(tokenSpan(p)));
  while (at(p, Token.Comma)) {
    advance(p);
    if (at(p, Token.Identifier)) push(p.bodyItems, parseSingleItem(p));
  }
  const first = take(p.bodyItems, base);
  return [...first, ...parseItems(p, blockColumn)];
}

function parseSingleItem(p: Parser): BodyItem {
  const itemColumn = column(p);
  const name = parseIdentifier(p);
  if (at(p, Token.Equal)) return parseAttributeValue(p, name, itemColumn);
  if (at(p, Token.Quote) || at(p, Token.OpenBrace) || at(p, Token.Identifier)) {
    report(p, blockInSingleLine({ start: name.start, end: p.end }, name.name));
    return parseBlock(p, name, itemColumn);
  }
  return parseNameAlone(p, name);
}

/** A block header whose line has no `{`. Deeper lines below it are its body all the same. */
function parseBlockWithoutBrace(
  p: Parser,
  type: Identifier,
  labels: readonly Label[],
  blockColumn: number,
): Block {
  const { start } = type;
  if (at(p, Token.Equal)) report(p, equalsInBlock(tokenSpan(p)));
  else if (at(p, Token.Newline)) report(p, blockWithoutBrace(missingSpan(p), p.previousEnd));
  else report(p, invalidBlockHeader(missingSpan(p)));
  const headerEnd = p.previousEnd;
  skipLine(p);
  const end = Math.max(headerEnd, p.previousEnd);
  if (p.depth < maxDepth && deeperLineFollows(p, blockColumn))
    return parseLinesBelow(p, type, labels, end, blockColumn);
  const body: Body = { kind: "Body", start: end, end, items: [] };
  return { kind: "Block", start, end, type, labels, open: undefined, body, close: undefined };
}

function deeperLineFollows(p: Parser, blockColumn: number): boolean {
  if (!at(p, Token.Newline)) return false;
  let line = p.end;
  let next = skipBlanks(p.text, line, p.limit);
  while (next < p.limit && isLineBreak(p.text.charCodeAt(next))) {
    line = p.text.indexOf("\n", next) + 1;
    if (line === 0) return false;
    next = skipBlanks(p.text, line, p.limit);
  }
  p.reach = Math.max(p.reach, next);
  return next < p.limit && next - line > blockColumn;
}

function isLineBreak(code: number): boolean {
  return code === Code.LineFeed || code === Code.Return;
}

function parseLinesBelow(
  p: Parser,
  type: Identifier,
  labels: readonly Label[],
  bodyStart: number,
  blockColumn: number,
): Block {
  const { byIndentation } = p;
  p.byIndentation = true;
  p.depth++;
  const items = parseItems(p, blockColumn);
  p.depth--;
  const closed = at(p, Token.CloseBrace) && column(p) === blockColumn;
  const close = closed ? tokenSpan(p) : undefined;
  const end = close?.start ?? Math.max(bodyStart, items.at(-1)?.end ?? 0);
  p.byIndentation = byIndentation;
  if (closed) advance(p);
  const body: Body = { kind: "Body", start: bodyStart, end, items };
  return {
    kind: "Block",
    start: type.start,
    end: close?.end ?? end,
    type,
    labels,
    open: undefined,
    body,
    close,
  };
}
