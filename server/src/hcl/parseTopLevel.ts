/** Top-level items, each read on its own so that damage in one of them stays there. */
import type { BodyItem } from "./ast.ts";
import { column } from "./layout.ts";
import { parseItem } from "./parseBody.ts";
import { at, type Parser } from "./parser.ts";
import { takePlainProblems, tellProblems } from "./reread.ts";
import { advance, scanAt } from "./scanner.ts";
import { Token } from "./token.ts";

/** Reads on to the end of the next item, if there is one. */
export function parseTopLevelItem(p: Parser): readonly BodyItem[] {
  while (at(p, Token.Newline)) advance(p);
  if (at(p, Token.End)) return [];
  const { start, limit, lineStart } = p;
  const problems = p.problems.length;
  beginItem(p);
  const item = parseItem(p);
  if (p.cut < 0 && !endsLeftOpen(item)) return [item];
  const cut = p.cut < 0 ? limit : p.cut;
  const plain = takePlainProblems(p, problems);
  p.cut = -1;
  p.limit = cut;
  p.lineStart = lineStart;
  p.newlines = true;
  p.previousEnd = p.end = start;
  p.byIndentation = true;
  scanAt(p, start);
  beginItem(p);
  const items = parseUpToCut(p);
  p.byIndentation = false;
  tellProblems(p, problems, plain);
  p.limit = limit;
  p.lineStart = cut;
  scanAt(p, cut);
  return items;
}

function beginItem(p: Parser): void {
  p.itemColumn = column(p);
  p.itemBrace = -1;
  p.itemClosed = false;
}

function endsLeftOpen(item: BodyItem): boolean {
  return item.kind === "Block" && item.open !== undefined && item.close === undefined;
}

/** Judged by indentation, the text may well turn out to be more than one item. */
function parseUpToCut(p: Parser): readonly BodyItem[] {
  const items: BodyItem[] = [];
  while (!at(p, Token.End)) {
    if (at(p, Token.Newline)) advance(p);
    else items.push(parseItem(p));
  }
  return items;
}
