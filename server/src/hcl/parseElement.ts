/** One element of a list in brackets, or of the arguments of a call. */
import type { Expression } from "./ast.ts";
import { endValueByLayout } from "./layout.ts";
import { invalidExpression } from "./messages.ts";
import { at, type Parser, report, tokenSpan } from "./parser.ts";
import { isCloser, skipToken } from "./recovery.ts";
import { Token } from "./token.ts";

/**
 * Reads an element, or swallows what is none. Undefined where the list must end without its closing
 * bracket: at the end, at a closing bracket of another kind, and where the layout says so.
 */
export function parseElement(p: Parser): Expression | undefined {
  if (at(p, Token.End)) {
    endValueByLayout(p);
    return undefined;
  }
  const { start } = p;
  const element = p.expression(p);
  if (p.start !== start || at(p, Token.End)) {
    return at(p, Token.End) && element.kind === "MissingExpression" ? undefined : element;
  }
  if (endValueByLayout(p) || isCloser(p.token)) return undefined;
  return at(p, Token.Comma) ? element : parseBogusElement(p);
}

function parseBogusElement(p: Parser): Expression {
  const { start } = p;
  report(p, invalidExpression(tokenSpan(p)));
  while (!at(p, Token.Comma) && !at(p, Token.End) && !isCloser(p.token)) skipToken(p);
  return { kind: "BogusExpression", start, end: p.previousEnd, parts: [] };
}
