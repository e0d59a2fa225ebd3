/** `for` expressions: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#for-expressions */
import type { Span } from "../base/span.ts";
import type { Expression, Identifier } from "./ast.ts";
import { endValueByLayout } from "./layout.ts";
import { forDetail, invalidFor, unclosedObject, unclosedTuple } from "./messages.ts";
import { at, missingSpan, nameAt, type Parser, record, report, tokenSpan } from "./parser.ts";
import { missing, skipTo } from "./recovery.ts";
import { advance } from "./scanner.ts";
import { Token } from "./token.ts";

/** The names before `in`, of a `for` expression or directive. */
export interface ForNames {
  readonly keyName: Identifier | undefined;
  readonly valueName: Identifier | undefined;
}

/** Reads from the word `for` on, the bracket before it being `open`. Line ends do not matter inside. */
export function parseFor(p: Parser, open: Span, closer: Token, newlines: boolean): Expression {
  advance(p);
  const { keyName, valueName } = parseForNames(p, (missed) => invalidFor(missingSpan(p), forDetail[missed]));
  const collection = p.quiet && at(p, closer) ? missing(p) : p.expression(p);
  if (at(p, Token.Colon)) advance(p);
  else report(p, invalidFor(missingSpan(p), forDetail.colon));
  let value = p.quiet && at(p, closer) ? missing(p) : p.expression(p);
  let key: Expression | undefined;
  if (at(p, Token.FatArrow)) {
    advance(p);
    key = value;
    value = p.expression(p);
  }
  const group = at(p, Token.Ellipsis) ? eaten(p) : undefined;
  const condition = atWord(p, "if") ? parseCondition(p) : undefined;
  if (!at(p, closer) && !endValueByLayout(p)) {
    report(p, invalidFor(missingSpan(p), forDetail.end));
    skipTo(p, closer);
  }
  if (closer === Token.CloseBrace) key ??= keyMissing(p, value);
  else checkTupleFor(p, key, group);
  const last = condition ?? group ?? value;
  const close = at(p, closer) ? tokenSpan(p) : undefined;
  const end = close?.end ?? Math.max(last.end, collection.end, open.end);
  p.newlines = newlines;
  if (close !== undefined) advance(p);
  else report(p, closer === Token.CloseBrace ? unclosedObject(open, end) : unclosedTuple(open, end));
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

function eaten(p: Parser): Span {
  const span = tokenSpan(p);
  advance(p);
  return span;
}

function parseCondition(p: Parser): Expression {
  advance(p);
  return p.expression(p);
}

function keyMissing(p: Parser, value: Expression): Expression {
  if (!p.quiet) record(p, invalidFor(value, forDetail.keyMissing));
  return { kind: "MissingExpression", start: value.start, end: value.start };
}

function checkTupleFor(p: Parser, key: Expression | undefined, group: Span | undefined): void {
  if (p.quiet) return;
  if (key !== undefined) record(p, invalidFor(key, forDetail.keyInTuple));
  if (group !== undefined) record(p, invalidFor(group, forDetail.groupInTuple));
}

export function atWord(p: Parser, word: string): boolean {
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
