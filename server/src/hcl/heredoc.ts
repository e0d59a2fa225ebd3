/** Where heredocs end: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-expressions */
import type { Span } from "../base/span.ts";
import type { Heredoc } from "./ast.ts";
import { Code, identifierEnd, isSpace, lineEndAt, lineStartAt } from "./characters.ts";
import { firstItemLine } from "./layout.ts";
import type { Parser } from "./parser.ts";

/** What `<<NAME` or `<<-NAME` says. */
export function heredocMarker(text: string, start: number, end: number): Heredoc {
  const indented = text.charCodeAt(start + 2) === Code.Minus;
  return { marker: text.slice(start + (indented ? 3 : 2), end), indented };
}

/** The marker in the line at `line`, when nothing but white space stands beside it. */
export function markerAt(text: string, line: number, limit: number, marker: string): Span | undefined {
  let start = line;
  while (start < limit && isInnerSpace(text.charCodeAt(start))) start++;
  if (!text.startsWith(marker, start)) return undefined;
  const end = start + marker.length;
  let at = end;
  while (at < limit && isInnerSpace(text.charCodeAt(at))) at++;
  if (text.charCodeAt(at) === Code.Return && text.charCodeAt(at + 1) === Code.LineFeed) at++;
  const lineEnds = at < limit ? text.charCodeAt(at) === Code.LineFeed : at === text.length;
  return lineEnds ? { start, end } : undefined;
}

function isInnerSpace(code: number): boolean {
  return code !== Code.LineFeed && code !== Code.Return && isSpace(code);
}

/**
 * Up to where the heredoc that opens at the current token may reach: up to the limit where a line with its
 * marker follows. Where none does it was left open, and ends before the first line that looks like code.
 */
export function findHeredocEnd(p: Parser, marker: string): number {
  const from = p.text.indexOf("\n", p.end) + 1;
  if (hasMarkerLine(p, from, marker) && !p.skipping) return p.limit;
  const line = firstItemLine(p, from);
  return line < 0 ? p.limit : Math.max(p.end, lineBreakBefore(p.text, line));
}

/** The offset of the line break that ends right before `line`. */
function lineBreakBefore(text: string, line: number): number {
  return text.charCodeAt(line - 2) === Code.Return ? line - 2 : line - 1;
}

/** True when a line with the marker follows before the limit. */
export function hasMarkerLine(p: Parser, from: number, marker: string): boolean {
  const { text } = p;
  if (p.markerLines !== undefined && (p.markerLines.get(marker) ?? -1) < from) {
    p.reach = text.length;
    return false;
  }
  for (
    let hit = text.indexOf(marker, from);
    hit >= 0;
    hit = text.indexOf(marker, lineEndAt(text, hit, text.length))
  ) {
    const found = markerAt(text, lineStartAt(text, hit), text.length, marker);
    if (found === undefined) continue;
    p.reach = Math.max(p.reach, Math.min(text.length, found.end + 1));
    return found.end <= p.limit;
  }
  p.reach = text.length;
  p.markerLines ??= lastMarkerLines(text);
  return false;
}

/** The last line of each text that could be a marker, so that each search beyond the first is short. */
function lastMarkerLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (let line = 0; line < text.length;) {
    let start = line;
    while (start < text.length && isInnerSpace(text.charCodeAt(start))) start++;
    const end = identifierEnd(text, start, text.length);
    if (end > start && markerAt(text, line, text.length, text.slice(start, end)) !== undefined) {
      lines.set(text.slice(start, end), start);
    }
    const feed = text.indexOf("\n", start);
    if (feed < 0) break;
    line = feed + 1;
  }
  return lines;
}
