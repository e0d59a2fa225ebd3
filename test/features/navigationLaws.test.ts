/** Laws of navigation that hold in every real module: references lead home, renames can be undone, folds nest. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { contains } from "../../server/src/base/span.ts";
import { applyEdits } from "../../server/src/base/textEdit.ts";
import { definition } from "../../server/src/features/definition.ts";
import { documentHighlights } from "../../server/src/features/documentHighlights.ts";
import { documentLinks } from "../../server/src/features/documentLinks.ts";
import { foldingRanges, type FoldingRange } from "../../server/src/features/foldingRanges.ts";
import { references } from "../../server/src/features/references.ts";
import { rename } from "../../server/src/features/rename.ts";
import { selectionRanges } from "../../server/src/features/selectionRanges.ts";
import { parse } from "../../server/src/hcl/parse.ts";
import { createModule, type ModuleFile } from "../../server/src/terraform/module.ts";
import { moduleReferences } from "../../server/src/terraform/moduleReferences.ts";
import { moduleFileNames } from "../../server/src/workspace/moduleFiles.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import type { FixtureFile } from "../kit/fixture.ts";
import { snapshotOf } from "../kit/snapshot.ts";

const corpus = process.env["SPACELIFT_AWS_CORPUS"] ?? resolve(import.meta.dirname, "../../../shared/corpus");
const folder = join(corpus, "spacelift");
const present = existsSync(folder);
const title = present
  ? "in every module of the corpus"
  : `no corpus at ${folder}: set SPACELIFT_AWS_CORPUS to where it is`;

/** The files of a module, with one more that makes sure that it counts as being about Spacelift. */
function filesOf(key: string): readonly FixtureFile[] {
  const files = moduleFileNames(readdirSync(join(folder, key))).map((name) => ({
    uri: `file:///module/${name}`,
    text: readFileSync(join(folder, key, name), "utf8"),
    expected: [],
  }));
  return [...files, { uri: "file:///module/zz_spacelift.tf", text: "# spacelift_\n", expected: [] }];
}

function textOf(files: readonly FixtureFile[], uri: string): string {
  return files.find((file) => file.uri === uri)?.text ?? "";
}

const trees = new WeakMap<FixtureFile, ModuleFile>();

/** A snapshot that parses each file once; only those that a rename changes are new. */
function snapshotOfKnown(files: readonly FixtureFile[]): Snapshot {
  const parsed = files.map((file) => {
    const tree = trees.get(file) ?? { uri: file.uri, syntax: parse(file.text) };
    trees.set(file, tree);
    return tree;
  });
  return { ...snapshotOf([]), module: createModule("file:///module", parsed) };
}

/** The files after the rename, or why it is refused. */
function renamed(
  files: readonly FixtureFile[],
  uri: string,
  offset: number,
  name: string,
): readonly FixtureFile[] | string {
  const found = rename(snapshotOfKnown(files), uri, offset, name);
  if (found?.kind !== "renamed") return found?.reason ?? "nothing is named here";
  return files.map((file) => {
    const edits = found.edits.filter((each) => each.uri === file.uri).flatMap((each) => each.edits);
    return edits.length === 0 ? file : { ...file, text: applyEdits(file.text, edits) };
  });
}

const renamable: ReadonlySet<string> = new Set(["resource", "data", "variable", "local", "module", "output"]);

interface Named {
  readonly uri: string;
  readonly offset: number;
  readonly name: string;
  readonly address: string;
}

/** The places of the names to rename: those of declarations, the first of each address. */
function namesOf({ module }: Snapshot): readonly Named[] {
  return [...module.byAddress.values()].flatMap(([first]) =>
    first?.nameNode && first.name !== "" && renamable.has(first.kind)
      ? [{ uri: first.file.uri, offset: first.nameNode.end - 1, name: first.name, address: first.address }]
      : [],
  );
}

function expectNested(ranges: readonly FoldingRange[], length: number): void {
  for (const range of ranges) {
    expect(range.start).toBeLessThan(range.end);
    expect(range.end).toBeLessThanOrEqual(length);
    for (const other of ranges) {
      const apart = range.end <= other.start || other.end <= range.start;
      if (!apart && !contains(range, other) && !contains(other, range)) {
        expect.fail(`${JSON.stringify(range)} crosses ${JSON.stringify(other)}`);
      }
    }
  }
}

describe.skipIf(!present)(title, () => {
  const keys = present ? readdirSync(folder).sort() : [];

  it("every reference leads to a declaration of its name, or has none", () => {
    let led = 0;
    for (const key of keys) {
      const files = filesOf(key);
      const snapshot = snapshotOf(files);
      for (const { reference, file } of moduleReferences(snapshot.module)) {
        const { nameSpan, name, address } = reference;
        if (!nameSpan || !snapshot.module.byAddress.has(address)) continue;
        const targets = definition(snapshot, file.uri, nameSpan.start)?.targets ?? [];
        const names = targets.map(({ uri, nameSpan: { start, end } }) =>
          textOf(files, uri).slice(start, end),
        );
        expect(new Set(names), `${key} ${file.uri} ${address}`).toEqual(new Set([name]));
        const back = targets[0] ? references(snapshot, targets[0].uri, targets[0].nameSpan.start, false) : [];
        expect(back.some(({ uri, span }) => uri === file.uri && span.start === nameSpan.start)).toBe(true);
        led++;
      }
    }
    expect(led).toBeGreaterThan(1000);
  });

  it("every rename to a fresh name and back gives the same text", () => {
    let count = 0;
    for (const key of keys) {
      const files = filesOf(key);
      for (const { uri, offset, name, address } of namesOf(snapshotOfKnown(files))) {
        const there = renamed(files, uri, offset, "a-fresh_name");
        if (typeof there === "string") expect.fail(`${key} ${name}: ${there}`);
        const left = moduleReferences(snapshotOfKnown(there).module);
        expect(left.filter(({ reference }) => reference.address === address)).toEqual([]);
        const declaration = namesOf(snapshotOfKnown(there)).find((each) => each.name === "a-fresh_name");
        const back = renamed(there, declaration?.uri ?? "", declaration?.offset ?? 0, name);
        expect(back, `${key} ${name}`).toEqual(files);
        count++;
      }
    }
    expect(count).toBeGreaterThan(500);
  });

  it("folds nest and stay inside every prefix of a file", () => {
    for (const { text, uri } of keys.flatMap(filesOf)) {
      for (const share of [1, 0.81, 0.62, 0.43, 0.24]) {
        const prefix = `# spacelift_\n${text.slice(0, Math.floor(text.length * share))}`;
        expectNested(
          foldingRanges(snapshotOf([{ uri, text: prefix, expected: [] }]), uri) ?? [],
          prefix.length,
        );
      }
    }
  });

  it("selections grow, and everything answers, at every tenth place", () => {
    for (const { text, uri } of keys.flatMap(filesOf)) {
      const snapshot = snapshotOf([{ uri, text, expected: [] }]);
      const offsets = Array.from({ length: Math.ceil(text.length / 10) }, (_, index) => index * 10);
      for (const spans of selectionRanges(snapshot, uri, offsets) ?? []) {
        expect(spans.every((span, index) => contains(spans[index + 1] ?? span, span))).toBe(true);
      }
      for (const offset of offsets) {
        const highlights = documentHighlights(snapshot, uri, offset);
        if (highlights) expect(highlights).not.toEqual([]);
      }
      for (const { span } of documentLinks(snapshot, uri)) expect(span.end).toBeLessThanOrEqual(text.length);
    }
  });
});
