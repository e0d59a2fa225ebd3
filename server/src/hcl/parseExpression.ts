/**
 * Expressions: conditionals, operators and their operands.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expressions
 */
import type { BinaryOperator, Expression } from "./ast.ts";
import { missingFalseResult } from "./messages.ts";
import { at, maxChain, maxDepth, missingSpan, type Parser, report } from "./parser.ts";
import { parseTerm } from "./parseTerm.ts";
import { parseTraversal } from "./parseTraversal.ts";
import { advance } from "./scanner.ts";
import { skipTooDeep } from "./recovery.ts";
import { Token } from "./token.ts";

export function parseExpression(p: Parser): Expression {
  if (p.depth >= maxDepth) return skipTooDeep(p);
  p.depth++;
  const condition = parseBinary(p, parseOperand(p), 1);
  const whole = at(p, Token.Question) ? parseConditional(p, condition) : condition;
  p.depth--;
  return whole;
}

function parseConditional(p: Parser, condition: Expression): Expression {
  advance(p);
  const then = p.expression(p);
  let otherwise: Expression;
  if (at(p, Token.Colon)) {
    advance(p);
    otherwise = p.expression(p);
  } else {
    report(p, missingFalseResult(missingSpan(p), then.end));
    otherwise = { kind: "MissingExpression", start: then.end, end: then.end };
  }
  return { kind: "Conditional", start: condition.start, end: otherwise.end, condition, then, otherwise };
}

/** How tightly each token binds as a binary operator, by its number; 0 for all that is none. */
const precedence = new Uint8Array(Token.Percent + 1);
precedence[Token.Or] = 1;
precedence[Token.And] = 2;
precedence[Token.EqualEqual] = precedence[Token.NotEqual] = 3;
precedence[Token.Less] = precedence[Token.LessEqual] = 4;
precedence[Token.Greater] = precedence[Token.GreaterEqual] = 4;
precedence[Token.Plus] = precedence[Token.Minus] = 5;
precedence[Token.Star] = precedence[Token.Slash] = precedence[Token.Percent] = 6;

/** All operators that bind at least as tightly as `loosest`, with `first` as the leftmost operand. */
function parseBinary(p: Parser, first: Expression, loosest: number): Expression {
  let left = first;
  for (let operators = 0; ; operators++) {
    if (operators === maxChain && (precedence[p.token] ?? 0) >= loosest) skipTooDeep(p);
    const binding = precedence[p.token] ?? 0;
    if (binding < loosest || binding === 0) return left;
    const operator = operatorOf(p.token);
    const operatorSpan = { start: p.start, end: p.end };
    advance(p);
    let right = parseOperand(p);
    if ((precedence[p.token] ?? 0) > binding) right = parseBinary(p, right, binding + 1);
    left = {
      kind: "BinaryOperation",
      start: left.start,
      end: right.end,
      operator,
      operatorSpan,
      left,
      right,
    };
  }
}

function operatorOf(token: Token): BinaryOperator {
  switch (token) {
    case Token.Or:
      return "||";
    case Token.And:
      return "&&";
    case Token.EqualEqual:
      return "==";
    case Token.NotEqual:
      return "!=";
    case Token.Less:
      return "<";
    case Token.LessEqual:
      return "<=";
    case Token.Greater:
      return ">";
    case Token.GreaterEqual:
      return ">=";
    case Token.Plus:
      return "+";
    case Token.Minus:
      return "-";
    case Token.Star:
      return "*";
    case Token.Slash:
      return "/";
    default:
      return "%";
  }
}

/** A term with what is done to it: `-a.b[0]` negates the whole of `a.b[0]`. */
function parseOperand(p: Parser): Expression {
  if (!at(p, Token.Minus) && !at(p, Token.Bang)) return parseTraversal(p, parseTerm(p));
  if (p.depth >= maxDepth) return skipTooDeep(p);
  const operator = at(p, Token.Minus) ? "-" : "!";
  const start = p.start;
  advance(p);
  p.depth++;
  const operand = parseOperand(p);
  p.depth--;
  return { kind: "UnaryOperation", start, end: operand.end, operator, operand };
}
