/** Parses a whole file. */
import type { BodyItem, SourceFile, SyntaxProblem } from "./ast.ts";
import { checkRedefined } from "./checkRedefined.ts";
import { Code } from "./characters.ts";
import { parseExpression } from "./parseExpression.ts";
import { at, createParser } from "./parser.ts";
import { parseTemplate } from "./parseTemplate.ts";
import { parseTopLevelItem } from "./parseTopLevel.ts";
import { scanAt } from "./scanner.ts";
import { Token } from "./token.ts";

/** The tree of `text` and what is wrong with its syntax. Never fails, whatever the text. */
export function parse(text: string): SourceFile {
  const start = text.charCodeAt(0) === Code.ByteOrderMark ? 1 : 0;
  const p = createParser(text, start, text.length, parseExpression, parseTemplate);
  scanAt(p, start);
  const items: BodyItem[] = [];
  while (!at(p, Token.End)) for (const item of parseTopLevelItem(p)) items.push(item);
  if (p.mergeMarkers === 0) checkRedefined(p, items);
  return {
    text,
    body: { kind: "Body", start: 0, end: text.length, items },
    problems: inOrder(p.problems),
  };
}

function inOrder(problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  return [...problems].sort((a, b) => a.start - b.start || a.end - b.end);
}
