/**
 * Text as one part for each stretch that stands in the source as it is, so that a place in it can be told although
 * indentation was taken away or escapes were decoded.
 */
import type { Location } from "../../base/location.ts";
import type { LiteralPart, StringPart } from "../../terraform/value.ts";
import { literalPart } from "../../terraform/value.ts";
import { fileAt } from "./elsewhere.ts";
import type { ModuleView } from "../moduleView.ts";

export function splitLines(view: ModuleView, parts: readonly StringPart[]): readonly StringPart[] {
  return parts.flatMap((part): readonly StringPart[] =>
    part.kind === "literal" ? linesOf(view, part) : [part],
  );
}

/** The part itself where the source says it in another way. */
function linesOf(view: ModuleView, part: LiteralPart): readonly LiteralPart[] {
  const { text, origin } = part;
  const file = origin && fileAt(view, origin.uri);
  if (!file || origin.span.end - origin.span.start === text.length) return [part];
  const source = file.syntax.text.slice(origin.span.start, origin.span.end);
  return unindentedLines(text, source, origin) ?? unescapedRuns(text, source, origin) ?? [part];
}

/** Undefined where the lines are not those of the source, but for their indentation. */
function unindentedLines(text: string, source: string, origin: Location): readonly LiteralPart[] | undefined {
  const [lines, sourceLines] = [withBreaks(text), withBreaks(source)];
  if (lines.length !== sourceLines.length) return undefined;
  let end = origin.span.start;
  const placed: LiteralPart[] = [];
  for (const [index, line] of lines.entries()) {
    const written = sourceLines[index] ?? "";
    end += written.length;
    if (!written.endsWith(line)) return undefined;
    placed.push(literalPart(line, { uri: origin.uri, span: { start: end - line.length, end } }));
  }
  return placed;
}

/** Undefined where the text is not the source with its escapes decoded. */
function unescapedRuns(text: string, source: string, origin: Location): readonly LiteralPart[] | undefined {
  const placed: LiteralPart[] = [];
  for (const { 0: written, index } of source.matchAll(runs)) {
    const start = origin.span.start + index;
    const span = { start, end: start + written.length };
    placed.push(literalPart(decoded(written), { uri: origin.uri, span }));
  }
  return placed.map((run) => run.text).join("") === text ? placed : undefined;
}

/** Plain text, or one escape: https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences */
const runs = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)|([$%])\1\{|(?:(?!\\|([$%])\2\{).)+/gs;

function decoded(written: string): string {
  const [, hex] = /^\\[uU]([0-9a-fA-F]+)$/.exec(written) ?? [];
  if (hex !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff));
  if (written.startsWith("\\")) return simple[written.slice(1)] ?? written;
  return /^([$%])\1\{$/.test(written) ? written.slice(1) : written;
}

const simple: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

/** The lines, each with the break behind it. */
function withBreaks(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}
