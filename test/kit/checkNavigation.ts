/** The one way to test navigation: what is found at `$0` is marked in the text, as `markedFixture.ts` says. */
import { expect } from "vitest";
import { applyEdits } from "../../server/src/base/textEdit.ts";
import { definition } from "../../server/src/features/definition.ts";
import { documentHighlights } from "../../server/src/features/documentHighlights.ts";
import { references } from "../../server/src/features/references.ts";
import { prepareRename, rename } from "../../server/src/features/rename.ts";
import { readFixture, stripIndent } from "./fixture.ts";
import { marked, readMarked } from "./markedFixture.ts";
import { snapshotOf, type SnapshotOptions } from "./snapshot.ts";

/** Every module of these tests has to do with Spacelift without each fixture saying so. */
const family = "\n# spacelift_\n";

/** Marks what a click leads to. */
export function checkDefinition(source: string, options?: SnapshotOptions): void {
  const { files, uri, offset, expected } = ours(source);
  const found = definition(snapshotOf(files, options), uri, offset);
  const targets = found?.targets.map((target) => ({ uri: target.uri, span: target.nameSpan })) ?? [];
  expect(marked(files, targets)).toBe(expected);
}

/** Marks all references, declarations with `«!…»`, and holds highlights in the cursor's file against them. */
export function checkReferences(source: string, options?: SnapshotOptions): void {
  const { files, uri, offset, expected } = ours(source);
  const snapshot = snapshotOf(files, options);
  const uses = references(snapshot, uri, offset, false);
  const all = references(snapshot, uri, offset, true).map((location) => ({
    ...location,
    strong: !uses.some((use) => use.uri === location.uri && use.span.start === location.span.start),
  }));
  expect(marked(files, all)).toBe(expected);
  const highlights = documentHighlights(snapshot, uri, offset) ?? [];
  expect(highlights).toEqual(
    all
      .filter((location) => location.uri === uri)
      .map(({ span, strong }) => ({ span, kind: strong ? "write" : "read" })),
  );
}

/** Renames what is at `$0` and expects the files to become `after`. */
export function checkRename(source: string, newName: string, after: string): void {
  const { files, uri, offset } = ours(source);
  const found = rename(snapshotOf(files), uri, offset, newName);
  if (found?.kind !== "renamed") throw new Error(found?.reason ?? "nothing can be renamed here");
  const texts = files.map((file) =>
    applyEdits(
      file.text,
      found.edits.filter((each) => each.uri === file.uri).flatMap(({ edits }) => edits),
    ),
  );
  expect(texts).toEqual(readFixture(stripIndent(after) + family).files.map(({ text }) => text));
}

/** Why the rename is refused; undefined where nothing is named at the cursor. */
export function renameRefusal(source: string, newName: string): string | undefined {
  const { files, uri, offset } = ours(source);
  const found = rename(snapshotOf(files), uri, offset, newName);
  if (found?.kind === "renamed") throw new Error("it is renamed");
  return found?.reason;
}

/** The text that would be renamed, or why it cannot be. */
export function renamableAt(source: string): string | undefined {
  const { files, uri, offset } = ours(source);
  const found = prepareRename(snapshotOf(files), uri, offset);
  return found?.kind === "refused" ? found.reason : found?.placeholder;
}

function ours(source: string): ReturnType<typeof readMarked> {
  return readMarked(stripIndent(source) + family);
}
