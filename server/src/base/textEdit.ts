/** Replacements in a text, and how they are applied. */
import type { Span } from "./span.ts";

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * The text after all edits. Spans refer to the text before any of them and must not overlap;
 * insertions at one offset keep the order in which they are given.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.index - b.index);
  let result = "";
  let position = 0;
  for (const { edit } of ordered) {
    result += text.slice(position, edit.span.start) + edit.newText;
    position = Math.max(position, edit.span.end);
  }
  return result + text.slice(position);
}
