/** Function calls: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#functions-and-function-calls */
import type { Span } from "../base/span.ts";
import type { Expression, Identifier } from "./ast.ts";
import { endValueByLayout } from "./layout.ts";
import {
  missingArgumentSeparator,
  missingFunctionName,
  missingOpenParen,
  notLastExpansion,
  unclosedCall,
} from "./messages.ts";
import { at, missingSpan, nameAt, type Parser, report, tokenSpan } from "./parser.ts";
import { skipTo } from "./recovery.ts";
import { parseElement } from "./parseElement.ts";
import { advance } from "./scanner.ts";
import { push, take } from "./stack.ts";
import { Token } from "./token.ts";

/** A call whose first name has been read; it begins at `start`. */
export function parseCall(p: Parser, start: number): Expression {
  while (at(p, Token.DoubleColon)) {
    advance(p);
    if (!at(p, Token.Identifier)) {
      report(p, missingFunctionName(missingSpan(p)));
      break;
    }
    advance(p);
  }
  const name: Identifier = { kind: "Identifier", start, end: p.previousEnd, name: qualifiedName(p, start) };
  if (at(p, Token.OpenParen)) return parseArguments(p, name);
  report(p, missingOpenParen(missingSpan(p), name.end));
  const open = { start: name.end, end: name.end };
  return {
    kind: "FunctionCall",
    start,
    end: name.end,
    name,
    open,
    args: [],
    expand: undefined,
    close: undefined,
  };
}

/** The name with its namespaces, without the blanks that may stand around `::`. */
function qualifiedName(p: Parser, start: number): string {
  const written = nameAt(p, start, p.previousEnd);
  return written.includes("::") ? written.replaceAll(/\s+/g, "") : written;
}

function parseArguments(p: Parser, name: Identifier): Expression {
  const open = tokenSpan(p);
  const { newlines } = p;
  const base = p.elements.top;
  p.newlines = false;
  advance(p);
  let expand: Span | undefined;
  while (!at(p, Token.CloseParen)) {
    const argument = parseElement(p);
    if (argument === undefined) break;
    push(p.elements, argument);
    if (at(p, Token.Ellipsis)) {
      expand = parseExpansion(p);
      break;
    }
    if (!parseSeparator(p, argument)) break;
  }
  const args = take(p.elements, base);
  p.newlines = newlines;
  if (at(p, Token.CloseParen)) {
    const close = tokenSpan(p);
    advance(p);
    return { kind: "FunctionCall", start: name.start, end: close.end, name, open, args, expand, close };
  }
  const end = Math.max(open.end, expand?.end ?? args.at(-1)?.end ?? 0);
  report(p, unclosedCall({ start: name.start, end: open.end }, end));
  return { kind: "FunctionCall", start: name.start, end, name, open, args, expand, close: undefined };
}

/** The comma between two arguments; false where the call cannot go on. */
function parseSeparator(p: Parser, previous: Expression): boolean {
  if (at(p, Token.Comma)) {
    advance(p);
    return true;
  }
  if (at(p, Token.CloseParen)) return true;
  if (endValueByLayout(p)) return false;
  report(p, missingArgumentSeparator(missingSpan(p), previous.end));
  return true;
}

function parseExpansion(p: Parser): Span {
  const expand = tokenSpan(p);
  advance(p);
  if (!at(p, Token.CloseParen) && !endValueByLayout(p)) {
    report(p, notLastExpansion(expand));
    skipTo(p, Token.CloseParen);
  }
  return expand;
}
