/** The one way to test completion: the text that results when an item is taken, and the list of labels. */
import { expect } from "vitest";
import { applyEdits } from "../../server/src/base/textEdit.ts";
import { complete } from "../../server/src/features/completion.ts";
import type { CompletionItem } from "../../server/src/features/completionItem.ts";
import { readFixture, stripIndent } from "./fixture.ts";
import { snapshotOf, type SnapshotOptions } from "./snapshot.ts";

/**
 * Takes the item of that label at `$0` and expects the file to become `after`. There, placeholders and choices are
 * their first text, and `$0` is where the cursor goes first.
 */
export function checkCompletion(
  source: string,
  label: string,
  after: string,
  options?: SnapshotOptions,
): void {
  const { text, items } = completionsAt(source, options);
  const item = items.find((candidate) => candidate.label === label);
  expect(item, `"${label}" among: ${items.map((each) => each.label).join(", ")}`).toBeDefined();
  if (!item) return;
  expect(stripIndent(textAfter(text, item))).toBe(stripIndent(after));
}

/** The file after the item of that label is taken at `$0`, every placeholder left as it is. */
export function completed(source: string, label: string, options?: SnapshotOptions): string {
  const { text, items } = completionsAt(source, options);
  const item = items.find((candidate) => candidate.label === label);
  if (!item) throw new Error(`"${label}" is not among: ${items.map((each) => each.label).join(", ")}`);
  return textAfter(text, item).replace("$0", "");
}

/** The labels at `$0`, as an editor would sort them. */
export function labelsAt(source: string, options?: SnapshotOptions): readonly string[] {
  return completionsAt(source, options)
    .items.toSorted((a, b) => a.rank - b.rank)
    .map(({ label }) => label);
}

export function completionsAt(
  source: string,
  options?: SnapshotOptions,
): { readonly text: string; readonly items: readonly CompletionItem[] } {
  const { files, cursor } = readFixture(source);
  const file = files.find(({ uri }) => uri === cursor?.uri);
  if (!file || !cursor) throw new Error("the text has no $0");
  const items = complete(snapshotOf(files, options), file.uri, cursor.span.start);
  for (const item of items) expectWithinLine(file.text, item, cursor.span.start);
  return { text: file.text, items };
}

/** An editor refuses an edit that does not touch the cursor or reaches over a line's end. */
function expectWithinLine(text: string, { label, replace }: CompletionItem, offset: number): void {
  const holdsCursor = replace.start <= offset && offset <= replace.end && replace.end <= text.length;
  const replaced = text.slice(replace.start, replace.end);
  expect(holdsCursor && !/[\r\n]/.test(replaced), `${label} replaces ${JSON.stringify(replaced)}`).toBe(true);
}

function textAfter(text: string, { replace, snippet }: CompletionItem): string {
  const newText = expandSnippet(snippet);
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", replace.start - 1) + 1))?.[0] ?? "";
  return applyEdits(text, [{ span: replace, newText: newText.replaceAll("\n", `\n${indent}`) }]);
}

/** Mirrored tab stops show the text of the first one, as they do in an editor. */
function expandSnippet(snippet: string): string {
  const values = new Map<string, string>();
  const pattern =
    /\\([\\$}|,])|\$\{(\d+)\|((?:[^|\\]|\\.)*)\|\}|\$\{(\d+):((?:[^}\\]|\\.)*)\}|\$\{?(\d+)\}?/g;
  const first = firstStop(snippet);
  return snippet.replace(pattern, (whole, escaped, chosen, options, held, text, stop) => {
    if (typeof escaped === "string") return escaped;
    const index = String(chosen ?? held ?? stop);
    const cursor = index === first && !values.has(index) ? "$0" : "";
    if (typeof options === "string") values.set(index, unescape(options.split(/(?<!\\),/)[0] ?? ""));
    else if (typeof text === "string") values.set(index, unescape(text));
    else if (!values.has(index)) values.set(index, "");
    return whole === "" ? "" : cursor + (values.get(index) ?? "");
  });
}

function firstStop(snippet: string): string {
  const numbers = [...snippet.matchAll(/(?<!\\)\$\{?(\d+)/g)].map((match) => Number(match[1]));
  const positive = numbers.filter((number) => number > 0);
  return String(positive.length > 0 ? Math.min(...positive) : 0);
}

function unescape(text: string): string {
  return text.replace(/\\([\\$}|,])/g, "$1");
}
