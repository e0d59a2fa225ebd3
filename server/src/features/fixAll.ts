/** All fixes at once: every finding that has one fix to prefer, again and again until nothing is left to mend. */
import { diagnose } from "../analysis/diagnose.ts";
import { editedSnapshot } from "../analysis/editedModule.ts";
import type { FileEdits, Finding, Fix } from "../analysis/finding.ts";
import { overlaps, type Span } from "../base/span.ts";
import type { TextEdit } from "../base/textEdit.ts";
import { anyFileOf, fileOf, textAt, type Snapshot } from "../workspace/snapshot.ts";
import { withLineBreaks } from "./lineBreaks.ts";
import { objectionToFix } from "./verifyEdits.ts";

/** A fix may bring the next finding to light; more rounds than this only go in circles. */
const mostRounds = 10;

/** What mends the findings of the file, or of the whole module; empty where there is nothing to mend. */
export function fixAll(snapshot: Snapshot, uri?: string): readonly FileEdits[] {
  let current = snapshot;
  for (let round = 0; round < mostRounds; round++) {
    const edits = compatibleFixes(current, uri).flatMap((fix) => fix.edits);
    if (edits.length === 0) break;
    current = editedSnapshot(current, edits);
  }
  return withLineBreaks(snapshot, changesBetween(snapshot, current));
}

/** Fixes that do not touch the same text, in the order of the findings. */
function compatibleFixes(snapshot: Snapshot, uri: string | undefined): readonly Fix[] {
  const taken: Fix[] = [];
  for (const finding of diagnose(snapshot)) {
    // A hint is about what works: to change that is a decision.
    if (finding.severity === "hint" || (uri !== undefined && finding.location.uri !== uri)) continue;
    const fix = theFix(finding);
    if (!fix || !isWithin(snapshot, fix) || taken.some((other) => collide(other, fix))) continue;
    if (objectionToFix(snapshot, fix.edits, finding.code) === undefined) taken.push(fix);
  }
  return taken;
}

/** Where several would do, a person has to choose. */
function theFix(finding: Finding): Fix | undefined {
  const [only, ...others] = finding.fixes().filter(({ preferred }) => preferred);
  return others.length === 0 ? only : undefined;
}

/** Into the files of the module, and into text that it or a module around it reads; others' files are for them to fix. */
function isWithin(snapshot: Snapshot, { edits }: Fix): boolean {
  return edits.every(
    ({ uri }) => fileOf(snapshot, uri) !== undefined || anyFileOf(snapshot, uri) === undefined,
  );
}

function collide(a: Fix, b: Fix): boolean {
  return a.edits.some(({ uri, edits }) =>
    b.edits.some(
      (other) =>
        other.uri === uri && edits.some(({ span }) => other.edits.some((edit) => touch(span, edit.span))),
    ),
  );
}

function touch(a: Span, b: Span): boolean {
  return overlaps(a, b) || a.start === b.start || a.end === b.start || b.end === a.start;
}

/** One edit for each file, from the first to the last character that differs. */
function changesBetween(before: Snapshot, after: Snapshot): readonly FileEdits[] {
  const uris = new Set([...before.module.files.map(({ uri }) => uri), ...textsReadIn(before)]);
  return [...uris].flatMap((uri) => {
    const [old, newText] = [textAt(before, uri)?.text, textAt(after, uri)?.text];
    return old === undefined || newText === undefined || newText === old
      ? []
      : [{ uri, edits: [difference(old, newText)] }];
  });
}

function textsReadIn({ configuration }: Snapshot): readonly string[] {
  const modules = [...configuration.modules.values()];
  return modules.flatMap(({ companions }) => [...companions.reads.files.keys()]);
}

function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let rest = 0;
  while (rest < shorter - start && before.at(-1 - rest) === after.at(-1 - rest)) rest++;
  return { span: { start, end: before.length - rest }, newText: after.slice(start, after.length - rest) };
}
