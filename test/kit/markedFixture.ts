/**
 * Fixtures whose expected spans stand in them: `«…»` for one, `«!…»` for one that matters more (a declaration). The
 * marks are taken out before anything is parsed, and put around what was found to compare.
 */
import type { Location } from "../../server/src/base/location.ts";
import { readFixture, type FixtureFile } from "./fixture.ts";

interface MarkedFixture {
  readonly files: readonly FixtureFile[];
  readonly uri: string;
  /** Where `$0` stood. */
  readonly offset: number;
  /** The files with their marks and without the cursor, to compare with `marked`. */
  readonly expected: string;
}

export function readMarked(source: string): MarkedFixture {
  const { files, cursor } = readFixture(source);
  if (!cursor) throw new Error("the text has no $0");
  const before = files.find(({ uri }) => uri === cursor.uri)?.text.slice(0, cursor.span.start) ?? "";
  return {
    files: files.map((file) => ({ ...file, text: withoutMarks(file.text) })),
    uri: cursor.uri,
    offset: withoutMarks(before).length,
    expected: joined(files),
  };
}

function withoutMarks(text: string): string {
  return text.replace(/«!?|»/g, "");
}

interface Mark extends Location {
  readonly strong?: boolean;
}

/** The files with marks around the spans. */
export function marked(files: readonly FixtureFile[], marks: readonly Mark[]): string {
  return joined(
    files.map((file) => ({
      ...file,
      text: mark(
        file.text,
        marks.filter(({ uri }) => uri === file.uri),
      ),
    })),
  );
}

function mark(text: string, marks: readonly Mark[]): string {
  const inserts = marks
    .flatMap(({ span, strong }) => [
      { at: span.start, sign: strong ? "«!" : "«", order: span.end === span.start ? 1 : 2 },
      { at: span.end, sign: "»", order: span.end === span.start ? 3 : 0 },
    ])
    .sort((a, b) => b.at - a.at || b.order - a.order);
  return inserts.reduce((all, { at, sign }) => all.slice(0, at) + sign + all.slice(at), text);
}

function joined(files: readonly Pick<FixtureFile, "uri" | "text">[]): string {
  return files.map(({ uri, text }) => `${uri}\n${text}`).join("\n");
}
