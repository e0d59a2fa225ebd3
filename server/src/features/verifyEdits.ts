/**
 * The law of what is offered: after the edits HashiCorp's parser accepts what was touched, no syntax problem and no
 * finding has come that was not there before.
 */
import { diagnose } from "../analysis/diagnose.ts";
import { editedModule } from "../analysis/editedModule.ts";
import type { FileEdits } from "../analysis/finding.ts";
import type { TextEdit } from "../base/textEdit.ts";
import type { SourceFile } from "../hcl/ast.ts";
import { fileOf, type Snapshot } from "../workspace/snapshot.ts";
import { isAccepted } from "./judge.ts";

/** Why the edits must not be offered, for the log; undefined when they keep the law. */
export async function objectionTo(
  snapshot: Snapshot,
  edits: readonly FileEdits[],
): Promise<string | undefined> {
  const after = { ...snapshot, module: editedModule(snapshot.module, edits) };
  return newProblem(snapshot, after) ?? (await rejection(snapshot, after, edits));
}

function newProblem(before: Snapshot, after: Snapshot): string | undefined {
  const counts = new Map<string, number>();
  for (const { code } of diagnose(before)) counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const { code, message } of diagnose(after)) {
    const left = (counts.get(code) ?? 0) - 1;
    if (left < 0) return `it would bring a finding: ${code}: ${message}`;
    counts.set(code, left);
  }
  return undefined;
}

/** Only what the edits touch is judged: the rest of a file may be in the middle of being typed. */
async function rejection(
  before: Snapshot,
  after: Snapshot,
  edits: readonly FileEdits[],
): Promise<string | undefined> {
  for (const { uri, edits: textEdits } of edits) {
    const old = fileOf(before, uri);
    const changed = fileOf(after, uri);
    if (!old || !changed) return `${uri} is not a file of the module`;
    for (const item of touchedItems(changed.syntax, textEdits)) {
      if (!(await isAccepted(item))) return `HashiCorp's parser rejects:\n${item}`;
    }
  }
  return undefined;
}

/** The texts of the top-level items that hold changed text. */
function touchedItems(file: SourceFile, edits: readonly TextEdit[]): readonly string[] {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
  let shift = 0;
  const changed = ordered.map(({ span, newText }) => {
    const start = span.start + shift;
    shift += newText.length - (span.end - span.start);
    return { start, end: start + newText.length };
  });
  return file.body.items
    .filter((item) => changed.some(({ start, end }) => item.start <= end && start <= item.end))
    .map((item) => file.text.slice(item.start, item.end));
}
