/** The only place where offsets become LSP positions and back. */
import type { Position, Range } from "vscode-languageserver";
import { createLineIndex, lineAt, lineStart, type LineIndex } from "../base/lineIndex.ts";
import type { Span } from "../base/span.ts";

/** What `Position.character` counts, as agreed with the client. */
export type Encoding = "utf-16" | "utf-8";

/** A text with its line index. */
export interface Lines {
  readonly text: string;
  readonly index: LineIndex;
}

export function linesOf(text: string): Lines {
  return { text, index: createLineIndex(text) };
}

function toPosition({ text, index }: Lines, offset: number, encoding: Encoding): Position {
  const line = lineAt(index, offset);
  const start = lineStart(index, line);
  const character = encoding === "utf-16" ? offset - start : utf8Length(text, start, offset);
  return { line, character };
}

export function toRange(lines: Lines, span: Span, encoding: Encoding): Range {
  return { start: toPosition(lines, span.start, encoding), end: toPosition(lines, span.end, encoding) };
}

/** Positions behind a line's end mean its end, and lines behind the last mean the text's end, as LSP says. */
export function toOffset({ text, index }: Lines, position: Position, encoding: Encoding): number {
  const start = lineStart(index, position.line);
  const end = lineEnd(text, start, lineStart(index, position.line + 1));
  if (encoding === "utf-16") return Math.min(start + Math.max(0, position.character), end);
  let offset = start;
  let bytes = 0;
  while (offset < end && bytes < position.character) {
    bytes += utf8Size(text, offset);
    offset += isPair(text, offset) ? 2 : 1;
  }
  return offset;
}

export function toSpan(lines: Lines, range: Range, encoding: Encoding): Span {
  const start = toOffset(lines, range.start, encoding);
  return { start, end: Math.max(start, toOffset(lines, range.end, encoding)) };
}

/** The line's end without its line break. */
function lineEnd(text: string, start: number, next: number): number {
  let end = next;
  if (end > start && text.charCodeAt(end - 1) === 10) end--;
  if (end > start && text.charCodeAt(end - 1) === 13) end--;
  return end;
}

function utf8Length(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let offset = start; offset < end; offset += isPair(text, offset) ? 2 : 1)
    bytes += utf8Size(text, offset);
  return bytes;
}

function utf8Size(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return isPair(text, offset) ? 4 : 3;
}

function isPair(text: string, offset: number): boolean {
  return (text.charCodeAt(offset) & 0xfc00) === 0xd800 && (text.charCodeAt(offset + 1) & 0xfc00) === 0xdc00;
}
