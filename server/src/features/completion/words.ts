/** The words around a cursor, read from the text of its line alone. */
import type { Span } from "../../base/span.ts";

/** `a.b["c"].d` as far as it is typed: the steps before the last dot, and the word that is being typed behind it. */
export interface Chain extends Span {
  /** What stands before the last dot, such as `spacelift_stack.app[0]`. */
  readonly target: string;
  readonly member: Span;
}

function lineStartBefore(text: string, offset: number): number {
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

function lineEndAfter(text: string, offset: number): number {
  const found = /[\r\n]/.exec(text.slice(offset));
  return found ? offset + found.index : text.length;
}

export function lineBefore(text: string, offset: number): string {
  return text.slice(lineStartBefore(text, offset), offset);
}

export function lineAfter(text: string, offset: number): string {
  return text.slice(offset, lineEndAfter(text, offset));
}

/** The identifier that the cursor touches; an empty span where there is none. */
export function wordAt(text: string, offset: number): Span {
  const before = /[\p{ID_Continue}-]*$/u.exec(lineBefore(text, offset))?.[0] ?? "";
  const after = /^[\p{ID_Continue}-]*/u.exec(lineAfter(text, offset))?.[0] ?? "";
  return { start: offset - before.length, end: offset + after.length };
}

/** The traversal that ends at the cursor, if there is a dot in it. */
export function chainAt(text: string, offset: number): Chain | undefined {
  const member = wordAt(text, offset);
  const before = lineBefore(text, member.start);
  const match = /([\p{ID_Start}_][\p{ID_Continue}-]*(?:\.[\p{ID_Continue}*-]+|\[[^[\]]*\])*)\.$/u.exec(
    before,
  );
  if (!match?.[1]) return undefined;
  const target = match[1];
  return { target, member, start: member.start - match[0].length, end: member.end };
}

/** True where an expression may begin at the offset: behind `=`, an opening bracket, a comma or an operator. */
export function mayBeginExpression(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 200), offset).trimEnd();
  return /(?:[=([{,:?&|!<>+*/%-]|\bin|\bif)$/.test(before);
}
