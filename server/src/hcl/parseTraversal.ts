/**
 * What follows a term: attributes, indexes and splats.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#traversals
 */
import type { Span } from "../base/span.ts";
import type { Expression, Identifier } from "./ast.ts";
import { legacyIndex, missingAttributeName, nestedSplat, splatLeftOpen, unclosedIndex } from "./messages.ts";
import { at, maxChain, maxDepth, missingSpan, nameAt, type Parser, report, tokenSpan } from "./parser.ts";
import { endValueByLayout } from "./layout.ts";
import { skipTo, skipTooDeep } from "./recovery.ts";
import { advance } from "./scanner.ts";
import { Token } from "./token.ts";

export function parseTraversal(p: Parser, term: Expression): Expression {
  let target = term;
  for (let steps = 0; ; steps++) {
    if (steps === maxChain && (at(p, Token.Dot) || at(p, Token.OpenBracket))) skipTooDeep(p);
    if (at(p, Token.Dot)) target = parseDot(p, target);
    else if (at(p, Token.OpenBracket)) target = parseBracket(p, target);
    else return target;
  }
}

function parseDot(p: Parser, target: Expression): Expression {
  const dot = tokenSpan(p);
  advance(p);
  if (at(p, Token.Star)) return parseAttributeSplat(p, target, dot);
  return parseAttributeStep(p, target, dot);
}

/** `.name`, `.0`, or a dot with nothing behind it yet. */
function parseAttributeStep(p: Parser, target: Expression, dot: Span): Expression {
  if (!at(p, Token.Identifier) && !at(p, Token.Number)) {
    report(p, at(p, Token.Star) ? nestedSplat(tokenSpan(p)) : missingAttributeName(missingSpan(p)));
    return { kind: "GetAttribute", start: target.start, end: dot.end, target, dot, name: undefined };
  }
  const { start, end } = p;
  const name: Identifier = { kind: "Identifier", start, end, name: nameAt(p, start, end) };
  if (at(p, Token.Number) && name.name.includes(".")) report(p, legacyIndex(name, name.name));
  advance(p);
  return { kind: "GetAttribute", start: target.start, end, target, dot, name };
}

/** `.*`, which takes only attributes and legacy indexes along. */
function parseAttributeSplat(p: Parser, source: Expression, dot: Span): Expression {
  const marker = { start: dot.start, end: p.end };
  advance(p);
  let each: Expression = { kind: "SplatItem", start: marker.end, end: marker.end };
  for (let steps = 0; at(p, Token.Dot) && steps < maxChain; steps++) {
    const step = tokenSpan(p);
    advance(p);
    each = parseAttributeStep(p, each, step);
  }
  return { kind: "Splat", start: source.start, end: each.end, source, full: false, marker, each };
}

function parseBracket(p: Parser, target: Expression): Expression {
  const open = tokenSpan(p);
  const { newlines } = p;
  advance(p);
  if (at(p, Token.Star)) return parseFullSplat(p, target, open);
  if (newlines) {
    // The first token behind the bracket was read as if line ends mattered here.
    p.newlines = false;
    if (at(p, Token.Newline)) advance(p);
  }
  const index = parseIndex(p, target, open, newlines);
  p.newlines = newlines;
  return index;
}

/** `[*]`, which takes everything that follows along. */
function parseFullSplat(p: Parser, source: Expression, open: Span): Expression {
  advance(p);
  const marker = { start: open.start, end: at(p, Token.CloseBracket) ? p.end : p.previousEnd };
  if (at(p, Token.CloseBracket)) advance(p);
  else report(p, splatLeftOpen(missingSpan(p)));
  const item: Expression = { kind: "SplatItem", start: marker.end, end: marker.end };
  if (p.depth >= maxDepth && at(p, Token.OpenBracket)) skipTooDeep(p);
  p.depth++;
  const each = parseTraversal(p, item);
  p.depth--;
  return { kind: "Splat", start: source.start, end: each.end, source, full: true, marker, each };
}

function parseIndex(p: Parser, target: Expression, open: Span, newlines: boolean): Expression {
  const key = p.expression(p);
  if (!at(p, Token.CloseBracket) && !endValueByLayout(p)) {
    report(p, unclosedIndex(missingSpan(p), key.end));
    skipTo(p, Token.CloseBracket);
  }
  let close: Span | undefined;
  let end = key.end;
  if (at(p, Token.CloseBracket)) {
    close = tokenSpan(p);
    end = p.end;
    p.newlines = newlines;
    advance(p);
  } else {
    report(p, unclosedIndex(open, key.end));
  }
  return { kind: "Index", start: target.start, end, target, key, open, close };
}
