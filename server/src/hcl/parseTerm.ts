/**
 * The terms of expressions: literals, names, calls, and everything in brackets.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expression-terms
 */
import type { Expression } from "./ast.ts";
import { endValueByLayout } from "./layout.ts";
import { invalidExpression, missingExpression, unbalancedParentheses } from "./messages.ts";
import { parseCall } from "./parseCall.ts";
import { parseObjectOrFor, parseTupleOrFor } from "./parseCollection.ts";
import { at, missingSpan, nameAt, type Parser, report, tokenSpan } from "./parser.ts";
import { missing, skipTo } from "./recovery.ts";
import { advance, checkNumber } from "./scanner.ts";
import { Token } from "./token.ts";

export function parseTerm(p: Parser): Expression {
  switch (p.token) {
    case Token.Identifier:
      return parseName(p);
    case Token.Quote:
    case Token.Heredoc:
      return p.template(p);
    case Token.Number:
      return parseNumber(p);
    case Token.OpenBracket:
      return parseTupleOrFor(p);
    case Token.OpenBrace:
      return parseObjectOrFor(p);
    case Token.OpenParen:
      return parseParentheses(p);
    default:
      return parseNothing(p);
  }
}

/** A keyword, a function call, or the root of a traversal. */
function parseName(p: Parser): Expression {
  const { start, end } = p;
  const name = nameAt(p, start, end);
  advance(p);
  if (at(p, Token.OpenParen) || at(p, Token.DoubleColon)) return parseCall(p, start);
  switch (name) {
    case "true":
    case "false":
      return { kind: "BoolLiteral", start, end, value: name === "true" };
    case "null":
      return { kind: "NullLiteral", start, end };
    default:
      return { kind: "Variable", start, end, name };
  }
}

function parseNumber(p: Parser): Expression {
  const { start, end } = p;
  const text = nameAt(p, start, end);
  checkNumber(p, text);
  advance(p);
  return { kind: "NumberLiteral", start, end, text };
}

/** Line ends do not matter between parentheses. */
function parseParentheses(p: Parser): Expression {
  const open = tokenSpan(p);
  const { newlines } = p;
  p.newlines = false;
  advance(p);
  const expression = p.expression(p);
  if (!at(p, Token.CloseParen) && !endValueByLayout(p)) {
    report(p, unbalancedParentheses(missingSpan(p), expression.end));
    skipTo(p, Token.CloseParen);
  }
  p.newlines = newlines;
  if (!at(p, Token.CloseParen)) {
    report(p, unbalancedParentheses(open, expression.end));
    return { kind: "Parentheses", start: open.start, end: expression.end, expression, close: undefined };
  }
  const close = tokenSpan(p);
  advance(p);
  return { kind: "Parentheses", start: open.start, end: close.end, expression, close };
}

/** No expression begins at the current token, which is left where it is. */
function parseNothing(p: Parser): Expression {
  const nothing = missing(p);
  if (at(p, Token.End)) report(p, missingExpression(missingSpan(p), nothing.start));
  else report(p, invalidExpression(missingSpan(p)));
  return nothing;
}
