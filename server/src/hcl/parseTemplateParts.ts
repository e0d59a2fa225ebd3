/** The parts of a template: literal text, `${ ... }` and `%{ ... }`. */
import type {
  Expression,
  TemplateFor,
  TemplateIf,
  TemplateInterpolation,
  TemplateLiteral,
  TemplatePart,
  TemplateTag,
} from "./ast.ts";
import { Code, lineEndAt, lineStartAt } from "./characters.ts";
import {
  directiveDetail,
  directiveKeyword,
  invalidForDirective,
  tooDeep,
  unclosedDirective,
  unexpectedDirective,
  unknownDirective,
} from "./messages.ts";
import { parseForNames } from "./parseFor.ts";
import { at, maxDepth, missingSpan, record, report, spanAt } from "./parser.ts";
import { closeSequence, enterSequence } from "./templateSequence.ts";
import { readLiteral } from "./templateLiteral.ts";
import type { EndTag, TemplateText } from "./templateText.ts";
import { takePlainProblems, tellProblems } from "./reread.ts";
import { advance, scanAt } from "./scanner.ts";
import { push, take } from "./stack.ts";
import { Token } from "./token.ts";

/** All parts up to the end. A tag that ends a directive which is not open becomes literal text. */
export function rootParts(t: TemplateText): readonly TemplatePart[] {
  const first = parseParts(t);
  let tag = pendingTag(t);
  if (tag === undefined) return first;
  const parts = [...first];
  for (; tag !== undefined; tag = pendingTag(t)) {
    parts.push(strayTag(t, tag, directiveDetail.unbalanced));
    for (const part of parseParts(t)) parts.push(part);
  }
  return parts;
}

/** Parts up to the end, or up to a tag that continues or ends a directive, which is left in `t.tag`. */
function parseParts(t: TemplateText): readonly TemplatePart[] {
  const { p } = t;
  const base = p.templateParts.top;
  t.tag = undefined;
  for (;;) {
    const literal = readLiteral(t);
    if (literal !== undefined) push(p.templateParts, literal);
    if (t.ended) break;
    const part = p.text.charCodeAt(t.at) === Code.Dollar ? parseInterpolation(t) : parseDirective(t);
    if (part !== undefined) push(p.templateParts, part);
    if (part === undefined || pendingTag(t) !== undefined) break;
  }
  return take(p.templateParts, base);
}

function parseInterpolation(t: TemplateText): TemplateInterpolation {
  const start = t.at;
  const trimStart = enterSequence(t);
  const expression = parseInLine(t, start);
  const close = closeSequence(t, { start, end: expression.end, keyword: undefined });
  const trimEnd = close !== undefined && close.end - close.start === 2;
  const end = close?.end ?? Math.max(t.at, expression.end);
  t.pieces?.push({ start, end, literal: false, trimStart, trimEnd });
  return { kind: "TemplateInterpolation", start, end, trimStart, trimEnd, expression, close };
}

/**
 * The expression of an interpolation. In a heredoc, one that is not closed must not take the following
 * lines along: it is read again as if the text ended with its line.
 */
function parseInLine(t: TemplateText, start: number): Expression {
  const { p } = t;
  const problems = p.problems.length;
  const { end, limit } = { end: p.previousEnd, limit: p.limit };
  const whole = p.expression(p);
  const closed = at(p, Token.CloseBrace) || at(p, Token.TrimClose);
  if (closed || p.cut >= 0 || t.marker === undefined) return whole;
  const lineEnd = lineEndAt(p.text, start, limit);
  if (p.previousEnd <= lineEnd) return whole;
  const plain = takePlainProblems(p, problems);
  p.limit = lineEnd;
  p.lineStart = lineStartAt(p.text, start);
  p.previousEnd = p.end = end;
  scanAt(p, end);
  const inLine = p.expression(p);
  p.limit = limit;
  tellProblems(p, problems, plain);
  if (plain.length > 0) p.quiet = true;
  return inLine;
}

/** Undefined, with `t.tag` set, for a tag that continues or ends a directive. */
function parseDirective(t: TemplateText): TemplatePart | undefined {
  const { p } = t;
  const start = t.at;
  const trimStart = enterSequence(t);
  if (!at(p, Token.Identifier)) {
    report(p, directiveKeyword(missingSpan(p)));
    return bogusTag(t, start);
  }
  const keyword = p.text.slice(p.start, p.end);
  switch (keyword) {
    case "if":
      return parseIf(t, start, trimStart);
    case "for":
      return parseForDirective(t, start, trimStart);
    case "else":
    case "endif":
    case "endfor":
      advance(p);
      t.tag = { keyword, ...closeTag(t, start, trimStart, keyword) };
      return undefined;
    default:
      report(p, unknownDirective({ start: p.start, end: p.end }, keyword));
      return bogusTag(t, start);
  }
}

function closeTag(
  t: TemplateText,
  start: number,
  trimStart: boolean,
  keyword: string,
  read = 0,
): TemplateTag {
  const close = closeSequence(t, { start, end: read, keyword });
  const trimEnd = close !== undefined && close.end - close.start === 2;
  const end = close?.end ?? Math.max(t.at, start + 2);
  t.pieces?.push({ start, end, literal: false, trimStart, trimEnd });
  return { start, end, trimStart, trimEnd };
}

/** A tag that is no directive stays in the tree as literal text. */
function bogusTag(t: TemplateText, start: number): TemplateLiteral {
  const { end } = closeTag(t, start, false, "directive");
  return { kind: "TemplateLiteral", start, end, value: t.p.text.slice(start, end) };
}

function strayTag(t: TemplateText, tag: EndTag, detail: string): TemplateLiteral {
  record(t.p, unexpectedDirective(tag, tag.keyword, detail));
  return {
    kind: "TemplateLiteral",
    start: tag.start,
    end: tag.end,
    value: t.p.text.slice(tag.start, tag.end),
  };
}

function parseIf(t: TemplateText, start: number, trimStart: boolean): TemplateIf {
  const { p } = t;
  advance(p);
  const condition = p.expression(p);
  const ifTag = closeTag(t, start, trimStart, "if", condition.end);
  let elseTag: TemplateTag | undefined;
  let otherwise: readonly TemplatePart[] = [];
  const then = parseBranch(t, ifTag);
  if (tagIs(t, "else")) {
    elseTag = takeTag(t);
    otherwise = withStrayElses(t, ifTag, parseBranch(t, ifTag), directiveDetail.secondElse);
  }
  const endTag = endDirective(t, ifTag, "if");
  const end = endTag?.end ?? lastEnd(elseTag ?? ifTag, elseTag === undefined ? then : otherwise);
  return { kind: "TemplateIf", start, end, ifTag, condition, then, elseTag, otherwise, endTag };
}

function parseForDirective(t: TemplateText, start: number, trimStart: boolean): TemplateFor {
  const { p } = t;
  advance(p);
  const { keyName, valueName } = parseForNames(p, () => invalidForDirective(missingSpan(p)));
  const collection = p.expression(p);
  const forTag = closeTag(t, start, trimStart, "for", collection.end);
  const parts = withStrayElses(t, forTag, parseBranch(t, forTag), directiveDetail.elseInFor);
  const endTag = endDirective(t, forTag, "for");
  const end = endTag?.end ?? lastEnd(forTag, parts);
  return { kind: "TemplateFor", start, end, forTag, keyName, valueName, collection, parts, endTag };
}

/** The content of a directive. */
function parseBranch(t: TemplateText, opener: TemplateTag): readonly TemplatePart[] {
  const { p } = t;
  if (p.depth >= maxDepth) {
    record(p, tooDeep(opener));
    p.quiet = true;
    t.tag = undefined;
    return [];
  }
  p.depth++;
  const parts = parseParts(t);
  p.depth--;
  return parts;
}

/** The parts, and those behind each `else` that cannot stand here, which itself becomes literal text. */
function withStrayElses(
  t: TemplateText,
  opener: TemplateTag,
  first: readonly TemplatePart[],
  detail: string,
): readonly TemplatePart[] {
  if (!tagIs(t, "else")) return first;
  const parts = [...first];
  while (t.tag?.keyword === "else") {
    parts.push(strayTag(t, t.tag, detail));
    for (const part of parseBranch(t, opener)) parts.push(part);
  }
  return parts;
}

function pendingTag(t: TemplateText): EndTag | undefined {
  return t.tag;
}

function tagIs(t: TemplateText, keyword: EndTag["keyword"]): boolean {
  return t.tag?.keyword === keyword;
}

function takeTag(t: TemplateText): TemplateTag | undefined {
  const { tag } = t;
  t.tag = undefined;
  if (tag === undefined) return undefined;
  return { start: tag.start, end: tag.end, trimStart: tag.trimStart, trimEnd: tag.trimEnd };
}

/** The tag that ends the directive. One that ends another kind is left to what stands around. */
function endDirective(t: TemplateText, opener: TemplateTag, keyword: "if" | "for"): TemplateTag | undefined {
  const { p } = t;
  if (tagIs(t, `end${keyword}`)) return takeTag(t);
  if (t.tag !== undefined) {
    const detail = keyword === "if" ? directiveDetail.endIfExpected : directiveDetail.endForExpected;
    record(p, unexpectedDirective(t.tag, t.tag.keyword, detail));
  } else if (p.cut < 0) {
    const span = spanAt(Math.min(t.at, Math.max(0, p.limit - 1)), 1);
    record(p, unclosedDirective(span, keyword, opener));
  }
  return undefined;
}

function lastEnd(tag: TemplateTag, parts: readonly TemplatePart[]): number {
  return parts.at(-1)?.end ?? tag.end;
}
