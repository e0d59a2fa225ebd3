/** Text of several lines as one part for each, so that a place in it can be told although indentation was taken away. */
import type { LiteralPart, StringPart } from "../../terraform/value.ts";
import { literalPart } from "../../terraform/value.ts";
import type { ModuleView } from "../moduleView.ts";

export function splitLines(view: ModuleView, parts: readonly StringPart[]): readonly StringPart[] {
  return parts.flatMap((part): readonly StringPart[] =>
    part.kind === "literal" ? linesOf(view, part) : [part],
  );
}

/** The part itself where its lines are not those of the source, but for their indentation. */
function linesOf({ module }: ModuleView, part: LiteralPart): readonly LiteralPart[] {
  const { text, origin } = part;
  const file = origin && module.files.find(({ uri }) => uri === origin.uri);
  if (!file || origin.span.end - origin.span.start === text.length) return [part];
  const source = file.syntax.text.slice(origin.span.start, origin.span.end);
  const [lines, sourceLines] = [withBreaks(text), withBreaks(source)];
  if (lines.length !== sourceLines.length) return [part];
  let end = origin.span.start;
  const placed: LiteralPart[] = [];
  for (const [index, line] of lines.entries()) {
    const written = sourceLines[index] ?? "";
    end += written.length;
    if (!written.endsWith(line)) return [part];
    placed.push(literalPart(line, { uri: origin.uri, span: { start: end - line.length, end } }));
  }
  return placed;
}

/** The lines, each with the break behind it. */
function withBreaks(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}
