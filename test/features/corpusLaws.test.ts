/** Laws that hold in every real file, wherever the cursor is and wherever the text is cut off. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { complete } from "../../server/src/features/completion.ts";
import { documentSymbols, type DocumentSymbol } from "../../server/src/features/documentSymbols.ts";
import { hover } from "../../server/src/features/hover.ts";
import type { Span } from "../../server/src/base/span.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import { snapshotOf } from "../kit/snapshot.ts";

const corpus = process.env["SPACELIFT_AWS_CORPUS"] ?? resolve(import.meta.dirname, "../../../shared/corpus");
const modules = join(corpus, "spacelift");
const prefixesPerFile = 15;
const offsetsPerPrefix = 6;

interface File {
  readonly path: string;
  readonly text: string;
}

function filesOf(folder: string): readonly File[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tf"))
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

/** Numbers from 0 to `end`, spread by the golden ratio: alike in every run, and nowhere in step with the text. */
function spread(end: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => Math.floor(((index * 0.618034) % 1) * (end + 1)));
}

function expectInside(text: string, span: Span, what: string): void {
  const inside = span.start >= 0 && span.start <= span.end && span.end <= text.length;
  if (!inside) expect.fail(`${what}: ${span.start}‥${span.end} of ${text.length}`);
}

function checkAt(snapshot: Snapshot, text: string, uri: string, offset: number): void {
  for (const { label, replace } of complete(snapshot, uri, offset)) {
    expectInside(text, replace, label);
    const holdsCursor = replace.start <= offset && offset <= replace.end;
    if (!holdsCursor || /[\r\n]/.test(text.slice(replace.start, replace.end))) {
      expect.fail(`${label} replaces ${JSON.stringify(text.slice(replace.start, replace.end))} at ${offset}`);
    }
  }
  const found = hover(snapshot, uri, offset);
  if (found) expectInside(text, found.span, found.markdown);
}

function checkSymbol(text: string, symbol: DocumentSymbol): void {
  expectInside(text, symbol.span, symbol.name);
  expect(symbol.name).not.toBe("");
  expect(symbol.nameSpan.start).toBeGreaterThanOrEqual(symbol.span.start);
  expect(symbol.nameSpan.end).toBeLessThanOrEqual(symbol.span.end);
  for (const child of symbol.children) checkSymbol(text, child);
}

it.skipIf(!existsSync(modules))(
  "completion, hover and outline stay within every prefix of every file (needs ../shared/corpus)",
  () => {
    const folders = readdirSync(modules);
    let items = 0;
    for (const folder of folders) {
      for (const { path, text } of filesOf(join(modules, folder))) {
        const uri = `file:///${folder}/${path}`;
        for (const length of [text.length, ...spread(text.length, prefixesPerFile)]) {
          const prefix = text.slice(0, length);
          const snapshot = snapshotOf([{ uri, text: prefix, expected: [] }]);
          for (const symbol of documentSymbols(snapshot, uri)) checkSymbol(prefix, symbol);
          for (const offset of [length, ...spread(length, offsetsPerPrefix)]) {
            checkAt(snapshot, prefix, uri, offset);
          }
          items += complete(snapshot, uri, length).length;
        }
      }
    }
    expect(items).toBeGreaterThan(1000);
  },
);

it("answers nothing for what is not there", () => {
  const uri = "file:///module/main.tf";
  const snapshot = snapshotOf([
    { uri, text: `resource "spacelift_aws_integration" "x" {\n  `, expected: [] },
  ]);
  for (const offset of [-1, 1000, Number.NaN]) {
    expect(complete(snapshot, uri, offset)).toEqual([]);
    expect(hover(snapshot, uri, offset)).toBeUndefined();
  }
  expect(complete(snapshot, "file:///module/none.tf", 0)).toEqual([]);
  expect(hover(snapshot, "file:///module/none.tf", 0)).toBeUndefined();
  expect(documentSymbols(snapshot, "file:///module/none.tf")).toEqual([]);
  const empty = snapshotOf([{ uri, text: "", expected: [] }]);
  expect(hover(empty, uri, 0)).toBeUndefined();
  expect(documentSymbols(empty, uri)).toEqual([]);
});
