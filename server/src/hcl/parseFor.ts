/** `for` expressions: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#for-expressions */
import type { Span } from "../base/span.ts";
import type { Expression, ForExpression, Identifier } from "./ast.ts";
import { endValueByLayout } from "./layout.ts";
import { forDetail, invalidFor, unclosedObject, unclosedTuple } from "./messages.ts";
import { at, missingSpan, nameAt, type Parser, record, report, tokenSpan } from "./parser.ts";
import { missing, skipTo } from "./recovery.ts";
import { advance } from "./scanner.ts";
import { Token } from "./token.ts";

/** The names before `in`, of a `for` expression or directive. */
interface ForNames {
  readonly keyName: Identifier | undefined;
  readonly valueName: Identifier | undefined;
}

/** All of a `for` expression but its brackets. */
type ForParts = ForNames & Pick<ForExpression, "collection" | "key" | "value" | "group" | "condition">;

/** Reads from the word `for` on, the bracket before it being `open`. Line ends do not matter inside. */
export function parseFor(p: Parser, open: Span, closer: Token, newlines: boolean): ForExpression {
  const parts = parseForParts(p, closer);
  if (!at(p, closer) && !endValueByLayout(p)) {
    report(p, invalidFor(missingSpan(p), forDetail.end));
    skipTo(p, closer);
  }
  const key = closer === Token.CloseBrace ? (parts.key ?? keyMissing(p, parts.value)) : parts.key;
  if (closer === Token.CloseBracket) checkTupleFor(p, parts);
  const close = at(p, closer) ? tokenSpan(p) : undefined;
  const end = close?.end ?? Math.max(open.end, parts.collection.end, lastPart(parts).end);
  p.newlines = newlines;
  if (close !== undefined) advance(p);
  else report(p, closer === Token.CloseBrace ? unclosedObject(open, end) : unclosedTuple(open, end));
  const { keyName, valueName, collection, value, group, condition } = parts;
  return {
    kind: "ForExpression",
    start: open.start,
    end,
    open,
    keyName,
    valueName,
    collection,
    key,
    value,
    group,
    condition,
    close,
  };
}

function parseForParts(p: Parser, closer: Token): ForParts {
  advance(p);
  const names = parseForNames(p, (missed) => invalidFor(missingSpan(p), forDetail[missed]));
  const collection = parsePart(p, closer);
  if (at(p, Token.Colon)) advance(p);
  else report(p, invalidFor(missingSpan(p), forDetail.colon));
  const first = parsePart(p, closer);
  const value = at(p, Token.FatArrow) ? parseBehind(p) : first;
  const key = value === first ? undefined : first;
  const group = at(p, Token.Ellipsis) ? eaten(p) : undefined;
  const condition = atWord(p, "if") ? parseBehind(p) : undefined;
  return { ...names, collection, key, value, group, condition };
}

/** An expression; nothing where the brackets close early and that has been told already. */
function parsePart(p: Parser, closer: Token): Expression {
  return p.quiet && at(p, closer) ? missing(p) : p.expression(p);
}

/** The expression behind the current token. */
function parseBehind(p: Parser): Expression {
  advance(p);
  return p.expression(p);
}

function lastPart({ condition, group, value }: ForParts): Span {
  return condition ?? group ?? value;
}

function eaten(p: Parser): Span {
  const span = tokenSpan(p);
  advance(p);
  return span;
}

function keyMissing(p: Parser, value: Expression): Expression {
  if (!p.quiet) record(p, invalidFor(value, forDetail.keyMissing));
  return { kind: "MissingExpression", start: value.start, end: value.start };
}

function checkTupleFor(p: Parser, { key, group }: ForParts): void {
  if (p.quiet) return;
  if (key !== undefined) record(p, invalidFor(key, forDetail.keyInTuple));
  if (group !== undefined) record(p, invalidFor(group, forDetail.groupInTuple));
}

function atWord(p: Parser, word: string): boolean {
  return at(p, Token.Identifier) && p.end - p.start === word.length && p.text.startsWith(word, p.start);
}

/** Reads `name in` or `name, name in`; `tell` makes the problem for what is missing of it. */
export function parseForNames(
  p: Parser,
  tell: (missed: "name" | "secondName" | "in") => ReturnType<typeof invalidFor>,
): ForNames {
  let valueName = parseForName(p);
  let keyName: Identifier | undefined;
  if (valueName === undefined) report(p, tell("name"));
  if (at(p, Token.Comma)) {
    advance(p);
    keyName = valueName;
    valueName = parseForName(p);
    if (valueName === undefined) report(p, tell("secondName"));
  }
  if (atWord(p, "in")) advance(p);
  else report(p, tell("in"));
  return { keyName, valueName };
}

function parseForName(p: Parser): Identifier | undefined {
  if (!at(p, Token.Identifier)) return undefined;
  const { start, end } = p;
  advance(p);
  return { kind: "Identifier", start, end, name: nameAt(p, start, end) };
}
