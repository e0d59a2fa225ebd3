/** The one way to test a rule: findings as labels in the text, and the text after a fix. */
import { expect } from "vitest";
import { diagnose } from "../../server/src/analysis/diagnose.ts";
import type { Finding } from "../../server/src/analysis/finding.ts";
import { applyEdits } from "../../server/src/base/textEdit.ts";
import { readFixture, stripIndent, type FixtureFile } from "./fixture.ts";
import { snapshotOf, type SnapshotOptions } from "./snapshot.ts";

/**
 * Expects exactly the labelled findings. With `only`, other rules are left out of account.
 * A label's text may be the beginning of the message, or be left out.
 */
export function checkFindings(source: string, only?: string, options?: SnapshotOptions): void {
  const { files } = readFixture(source);
  const found = findingsOf(files, only, options);
  for (const file of files) {
    const here = found.filter(({ location }) => location.uri === file.uri);
    const expected = file.expected.map(({ span, label }) => `${quote(file, span)} ${label}`);
    const actual = here.map((finding) => `${quote(file, finding.location.span)} ${labelOf(finding)}`);
    const shortened = actual.map((label) => expected.find((start) => label.startsWith(start)) ?? label);
    expect(shortened.toSorted()).toEqual(expected.toSorted());
  }
}

/**
 * Applies the first fix of the first finding of `code` (or the fix of that title) and expects the text after it.
 * The finding must be gone then, and no new one may have come.
 */
export function checkFix(
  source: string,
  code: string,
  after: string,
  title?: string,
  options?: SnapshotOptions,
): void {
  const { files } = readFixture(source);
  const before = findingsOf(files, undefined, options);
  const fixes = before.filter((finding) => finding.code === code).flatMap((finding) => finding.fixes());
  const fix = title === undefined ? fixes[0] : fixes.find((candidate) => candidate.title === title);
  expect(fix, `a fix for ${code} among: ${before.map(labelOf).join("; ")}`).toBeDefined();
  if (!fix) return;
  const fixed = files.map((file) => {
    const edits = fix.edits.filter(({ uri }) => uri === file.uri).flatMap((entry) => entry.edits);
    return { ...file, text: applyEdits(file.text, edits) };
  });
  const wanted = readFixture(stripIndent(after)).files;
  expect(fixed.map(({ text }) => text)).toEqual(wanted.map(({ text }) => text));
  const remaining = findingsOf(fixed, undefined, options).map((finding) => finding.code);
  expect(remaining.length, `findings after the fix: ${remaining.join(", ")}`).toBeLessThan(before.length);
}

export function findingsOf(
  files: readonly FixtureFile[],
  only?: string,
  options?: SnapshotOptions,
): readonly Finding[] {
  return diagnose(snapshotOf(files, options)).filter(({ code }) => only === undefined || code === only);
}

function labelOf({ severity, code, message }: Finding): string {
  return `${severity} ${code}: ${message}`;
}

function quote(file: FixtureFile, span: { readonly start: number; readonly end: number }): string {
  return `${span.start}‥${span.end} «${file.text.slice(span.start, span.end)}»`;
}
