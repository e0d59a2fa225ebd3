/** The one way to test navigation: what is found at `$0` is marked in the text, as `markedFixture.ts` says. */
import { expect } from "vitest";
import { applyEdits } from "../../server/src/base/textEdit.ts";
import { definition } from "../../server/src/features/definition.ts";
import { homeFolder } from "../../server/src/features/homeFolder.ts";
import { documentHighlights } from "../../server/src/features/documentHighlights.ts";
import { references } from "../../server/src/features/references.ts";
import { prepareRename, rename } from "../../server/src/features/rename.ts";
import { seenFrom, type Snapshot } from "../../server/src/workspace/snapshot.ts";
import { readFixture, stripIndent, type FixtureFile } from "./fixture.ts";
import { marked, readMarked } from "./markedFixture.ts";
import { snapshotOf, type SnapshotOptions } from "./snapshot.ts";

/**
 * The fixture's last folder has to do with Spacelift without the fixture saying so. Where its last file is none of a
 * module's own in the native syntax, one more says it.
 */
function withFamily(source: string): string {
  const [, folder = "", name = "main.tf"] = [...source.matchAll(/^\/\/- (\S*)\/(\S+)$/gm)].at(-1) ?? [];
  return `${source}\n${name.endsWith(".tf") ? "" : `//- ${folder}/zz_family.tf\n`}# spacelift_\n`;
}

/** Marks what a click leads to. */
export function checkDefinition(source: string, options?: SnapshotOptions): void {
  const { files, uri, offset, expected } = ours(source);
  const found = definition(snapshotAt(files, uri, options), uri, offset);
  const targets = found?.targets.map((target) => ({ uri: target.uri, span: target.nameSpan })) ?? [];
  expect(marked(files, targets)).toBe(expected);
}

/** Marks all references, declarations with `«!…»`, and holds highlights in the cursor's file against them. */
export function checkReferences(source: string, options?: SnapshotOptions): void {
  const { files, uri, offset, expected } = ours(source);
  const snapshot = homeSnapshot(files, uri, offset, options);
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
export function checkRename(source: string, newName: string, after: string, options?: SnapshotOptions): void {
  const { files, uri, offset } = ours(source);
  const found = rename(homeSnapshot(files, uri, offset, options), uri, offset, newName);
  if (found?.kind !== "renamed") throw new Error(found?.reason ?? "nothing can be renamed here");
  const texts = files.map((file) =>
    applyEdits(
      file.text,
      found.edits.filter((each) => each.uri === file.uri).flatMap(({ edits }) => edits),
    ),
  );
  expect(texts).toEqual(readFixture(withFamily(stripIndent(after))).files.map(({ text }) => text));
}

/** Why the rename is refused; undefined where nothing is named at the cursor. */
export function renameRefusal(
  source: string,
  newName: string,
  options?: SnapshotOptions,
): string | undefined {
  const { files, uri, offset } = ours(source);
  const found = rename(homeSnapshot(files, uri, offset, options), uri, offset, newName);
  if (found?.kind === "renamed") throw new Error("it is renamed");
  return found?.reason;
}

/** The text that would be renamed, or why it cannot be. */
export function renamableAt(source: string): string | undefined {
  const { files, uri, offset } = ours(source);
  const found = prepareRename(homeSnapshot(files, uri, offset), uri, offset);
  return found?.kind === "refused" ? found.reason : found?.placeholder;
}

/** Of the module of the file. */
function snapshotAt(files: readonly FixtureFile[], uri: string, options?: SnapshotOptions): Snapshot {
  const folder = uri.slice("file:///module".length, uri.lastIndexOf("/"));
  return snapshotOf(files, { folder, ...options });
}

/** Of the module that declares what is at the cursor. */
function homeSnapshot(
  files: readonly FixtureFile[],
  uri: string,
  offset: number,
  options?: SnapshotOptions,
): Snapshot {
  const snapshot = snapshotAt(files, uri, options);
  const home = snapshot.configuration.modules.get(homeFolder(snapshot, uri, offset));
  return home ? seenFrom(snapshot, home) : snapshot;
}

function ours(source: string): ReturnType<typeof readMarked> {
  return readMarked(withFamily(stripIndent(source)));
}
