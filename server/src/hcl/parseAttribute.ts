/** Attributes: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#attribute-definitions */
import type { Attribute, Expression, Identifier } from "./ast.ts";
import { lineStartAt } from "./characters.ts";
import { commaAfterArgument, missingNewlineAfterArgument } from "./messages.ts";
import { at, type Parser, report, tokenSpan } from "./parser.ts";
import { skipLine } from "./recovery.ts";
import { takePlainProblems, tellProblems } from "./reread.ts";
import { advance, scanAt } from "./scanner.ts";
import { Token } from "./token.ts";

/** An attribute that ends with its line; the current token is its `=`. */
export function parseAttribute(p: Parser, name: Identifier, column: number): Attribute {
  const attribute = parseAttributeValue(p, name, column);
  if (at(p, Token.Newline) || at(p, Token.End)) return attribute;
  report(
    p,
    at(p, Token.Comma) ? commaAfterArgument(tokenSpan(p)) : missingNewlineAfterArgument(tokenSpan(p)),
  );
  // A closing brace is left to the block, which may well end here.
  if (!at(p, Token.CloseBrace)) skipLine(p);
  return attribute;
}

/** The attribute without regard to what follows it. */
export function parseAttributeValue(p: Parser, name: Identifier, column: number): Attribute {
  const equals = tokenSpan(p);
  const value = parseValue(p, column);
  return { kind: "Attribute", start: name.start, end: Math.max(equals.end, value.end), name, equals, value };
}

/** Reads the value; a second time up to where it ends by layout, if something in it was left open. */
function parseValue(p: Parser, column: number): Expression {
  const { end: from, limit, reach } = p;
  const problems = p.problems.length;
  p.valueStart = from;
  p.column = column;
  p.inValue = true;
  p.layoutLine = -1;
  p.layoutTrusted = false;
  advance(p);
  const value = p.expression(p);
  const { cut } = p;
  p.inValue = false;
  if (cut < 0) return value;
  p.reach = Math.max(reach, p.reach);
  return parseUpTo(p, { from, cut, limit, problems });
}

interface Rereading {
  readonly from: number;
  readonly cut: number;
  readonly limit: number;
  readonly problems: number;
}

function parseUpTo(p: Parser, { from, cut, limit, problems }: Rereading): Expression {
  const plain = takePlainProblems(p, problems);
  p.cut = -1;
  p.cutting = true;
  p.limit = cut;
  p.newlines = true;
  p.lineStart = lineStartAt(p.text, from);
  p.previousEnd = p.end = from;
  scanAt(p, from);
  const value = p.expression(p);
  p.cutting = false;
  tellProblems(p, problems, plain);
  p.limit = limit;
  p.newlines = true;
  if (at(p, Token.End)) goOnAt(p, cut);
  return value;
}

/** The line of the cut is the next to be read: its line end, if it stands before one. */
function goOnAt(p: Parser, cut: number): void {
  const line = lineStartAt(p.text, cut);
  p.lineStart = line;
  if (line === cut && cut > 0) {
    // The token that ends the attribute is the line break before the cut.
    p.token = Token.Newline;
    p.start = cut - 1;
    p.end = cut;
  } else {
    scanAt(p, cut);
  }
}
