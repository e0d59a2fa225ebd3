/** The one way to test hover: the text under it, and its markdown. */
import { expect } from "vitest";
import { hover } from "../../server/src/features/hover.ts";
import { readFixture } from "./fixture.ts";
import { snapshotOf, type SnapshotOptions } from "./snapshot.ts";

/** Expects a hover over exactly `under`, with each of the texts in it. */
export function checkHover(
  source: string,
  under: string,
  texts: readonly string[],
  options?: SnapshotOptions,
): void {
  const found = hoverAt(source, options);
  expect(found?.under).toBe(under);
  for (const text of texts) expect(found?.markdown).toContain(text);
}

/** The hover at `$0`, with the text that it is over. */
export function hoverAt(
  source: string,
  options?: SnapshotOptions,
): { readonly under: string; readonly markdown: string } | undefined {
  const { files, cursor } = readFixture(source);
  const file = files.find(({ uri }) => uri === cursor?.uri);
  if (!file || !cursor) throw new Error("the text has no $0");
  const found = hover(snapshotOf(files, options), file.uri, cursor.span.start);
  return found && { under: file.text.slice(found.span.start, found.span.end), markdown: found.markdown };
}
