/** Lines of a file: how far they are indented, and what begins or ends on them. */
import type { Span } from "../../base/span.ts";
import type { ModuleFile } from "../../terraform/module.ts";

export function lineStartOf({ syntax: { text } }: ModuleFile, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

export function lineEndOf({ syntax: { text } }: ModuleFile, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : text[end - 1] === "\r" ? end - 1 : end;
}

export function indentationAt(file: ModuleFile, offset: number): string {
  return /^[ \t]*/.exec(file.syntax.text.slice(lineStartOf(file, offset)))?.[0] ?? "";
}

/** Nothing but white space stands before it on its line. */
export function beginsLine(file: ModuleFile, offset: number): boolean {
  return file.syntax.text.slice(lineStartOf(file, offset), offset).trim() === "";
}

export function isOneLine({ syntax: { text } }: ModuleFile, { start, end }: Span): boolean {
  return !text.slice(start, end).includes("\n");
}

export function lineBreakOf({ syntax: { text } }: ModuleFile): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
