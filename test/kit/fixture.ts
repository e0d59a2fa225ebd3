/**
 * Test cases as one text: `$0` is the cursor, `$0…$0` a range, `//- /path.tf` begins a file, and expected findings
 * stand under their line as `#   ^^^^ error code: text`. All of these are taken out before anything is parsed.
 * A literal `$0` is written `\$0`.
 */
import type { Span } from "../../server/src/base/span.ts";

export interface Fixture {
  readonly files: readonly FixtureFile[];
  /** Where `$0` stood. */
  readonly cursor: { readonly uri: string; readonly span: Span } | undefined;
}

export interface FixtureFile {
  readonly uri: string;
  readonly text: string;
  readonly expected: readonly ExpectedFinding[];
}

interface ExpectedFinding {
  readonly span: Span;
  /** As written behind the carets: `error code: text`. The text may be left out, or be the beginning only. */
  readonly label: string;
}

const folder = "file:///module";

export function readFixture(source: string): Fixture {
  const files: FixtureFile[] = [];
  let cursor: Fixture["cursor"];
  for (const { path, text } of splitFiles(stripIndent(source))) {
    const uri = folder + path;
    const { text: withoutLabels, expected } = takeLabels(text);
    const { text: clean, span } = takeCursor(withoutLabels);
    if (span) cursor = { uri, span };
    files.push({ uri, text: clean, expected });
  }
  return { files, cursor };
}

/** Takes away the indentation that all lines share, and the line break after an opening backtick. */
export function stripIndent(text: string): string {
  const lines = text.replace(/^\n/, "").split("\n");
  const widths = lines.filter((line) => line.trim() !== "").map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const width = Math.min(...widths, 80);
  const stripped = lines.map((line) => line.slice(Math.min(width, /^ */.exec(line)?.[0].length ?? 0)));
  if (stripped.at(-1)?.trim() === "") stripped[stripped.length - 1] = "";
  return stripped.join("\n");
}

function splitFiles(source: string): readonly { path: string; text: string }[] {
  const marker = /^\/\/- (\/\S+)\n/gm;
  const marks = [...source.matchAll(marker)];
  if (marks.length === 0) return [{ path: "/main.tf", text: source }];
  return marks.map((mark, index) => ({
    path: mark[1] ?? "",
    text: source.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? source.length),
  }));
}

function takeLabels(source: string): { text: string; expected: readonly ExpectedFinding[] } {
  const label = /^\s*#\s*(\^+)\s+((?:error|warning|information|hint) .*)$/;
  const kept: string[] = [];
  const expected: ExpectedFinding[] = [];
  let start = 0;
  let lineStart = 0;
  for (const line of source.split("\n")) {
    const match = label.exec(line);
    if (match) {
      const column = line.indexOf("^");
      const span = { start: lineStart + column, end: lineStart + column + (match[1]?.length ?? 0) };
      expected.push({ span, label: match[2] ?? "" });
      continue;
    }
    kept.push(line);
    lineStart = start;
    start += line.length + 1;
  }
  return { text: kept.join("\n"), expected };
}

function takeCursor(source: string): { text: string; span: Span | undefined } {
  const parts = source.split(/(?<!\\)\$0/);
  const text = parts.join("").replaceAll("\\$0", "$0");
  if (parts.length === 1) return { text, span: undefined };
  const start = (parts[0] ?? "").replaceAll("\\$0", "$0").length;
  const end = parts.length === 2 ? start : start + (parts[1] ?? "").replaceAll("\\$0", "$0").length;
  return { text, span: { start, end } };
}
