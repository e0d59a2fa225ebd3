/**
 * Takes the common indentation out of a `<<-` heredoc: the white space that all its lines begin with.
 * A line of nothing but white space does not count, a line that begins with a template sequence has none,
 * and the trimming of `~` comes first, as in HashiCorp's implementation.
 */
import type { TemplateLiteral, TemplatePart } from "./ast.ts";
import { Code, isSpace } from "./characters.ts";
import { decodeHeredoc } from "./escapes.ts";
import type { Piece } from "./templateText.ts";

/** Gives the literals among `parts` their values. */
export function flushHeredoc(text: string, parts: readonly TemplatePart[], pieces: readonly Piece[]): void {
  const indented = lineBeginnings(text, pieces);
  let common = Number.POSITIVE_INFINITY;
  for (const { spaces } of indented) common = Math.min(common, spaces);
  const cuts = indented.filter((beginning) => beginning.literal).map((beginning) => beginning.start);
  if (common > 0 && Number.isFinite(common)) flushParts(text, parts, { cuts, common, next: 0 });
}

interface Beginning {
  readonly start: number;
  readonly spaces: number;
  readonly literal: boolean;
}

/** The beginnings of the lines that count. */
function lineBeginnings(text: string, pieces: readonly Piece[]): readonly Beginning[] {
  const beginnings: Beginning[] = [];
  let newline = true;
  pieces.forEach((piece, index) => {
    const start = trimsBehind(pieces[index - 1]) ? skipSpace(text, piece.start, piece.end) : piece.start;
    const end = trimsBefore(pieces[index + 1]) ? skipSpaceBack(text, start, piece.end) : piece.end;
    const endsLine = piece.literal && end > start && text.charCodeAt(end - 1) === Code.LineFeed;
    if (newline) {
      const spaces = piece.literal ? skipSpace(text, start, end) - start : 0;
      if (!(endsLine && start + spaces === end))
        beginnings.push({ start: piece.start, spaces, literal: piece.literal });
    }
    newline = endsLine;
  });
  return beginnings;
}

function trimsBehind(piece: Piece | undefined): boolean {
  return piece !== undefined && !piece.literal && piece.trimEnd;
}

function trimsBefore(piece: Piece | undefined): boolean {
  return piece !== undefined && !piece.literal && piece.trimStart;
}

function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function skipSpaceBack(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

interface Flushing {
  /** Where the lines begin that lose `common` characters. */
  readonly cuts: readonly number[];
  readonly common: number;
  next: number;
}

function flushParts(text: string, parts: readonly TemplatePart[], flushing: Flushing): void {
  for (const part of parts) {
    switch (part.kind) {
      case "TemplateLiteral":
        flushLiteral(text, part, flushing);
        break;
      case "TemplateIf":
        flushParts(text, part.then, flushing);
        flushParts(text, part.otherwise, flushing);
        break;
      case "TemplateFor":
        flushParts(text, part.parts, flushing);
        break;
      case "TemplateInterpolation":
        break;
    }
  }
}

function flushLiteral(text: string, literal: TemplateLiteral, flushing: Flushing): void {
  const values: string[] = [];
  let from = literal.start;
  for (
    let cut = flushing.cuts[flushing.next];
    cut !== undefined && cut < literal.end;
    cut = flushing.cuts[++flushing.next]
  ) {
    values.push(decodeHeredoc(text, from, cut));
    from = Math.min(literal.end, cut + flushing.common);
  }
  values.push(decodeHeredoc(text, from, literal.end));
  setValue(literal, values.join(""));
}

/** The tree is still being built here, and nobody else has seen it. */
function setValue(literal: { value: string }, value: string): void {
  literal.value = value;
}
