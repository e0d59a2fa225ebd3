/**
 * The law of what is offered: after the edits HashiCorp's parser accepts what was touched, no syntax problem, no
 * finding and no cycle has come that was not there before, whoever was let in still is, and a generated policy keeps
 * what it promises.
 */
import { diagnose } from "../../analysis/diagnose.ts";
import { editedSnapshot } from "../../analysis/editedModule.ts";
import type { FileEdits } from "../../analysis/finding.ts";
import { viewOf } from "../../analysis/moduleView.ts";
import { verdictsOf } from "../../analysis/trust/judge.ts";
import { expressionInFile } from "../../analysis/trust/policyInText.ts";
import { textFileAt, textSyntax } from "../../analysis/trust/textFiles.ts";
import type { TextEdit } from "../../base/textEdit.ts";
import type { SourceFile } from "../../hcl/ast.ts";
import { anyFileOf, seenFrom, type Snapshot } from "../../workspace/snapshot.ts";
import { cycleThrough } from "../../terraform/dependencies.ts";
import { decodeJson } from "../../terraform/formats/jsonDecode.ts";
import type { Module, ModuleFile } from "../../terraform/module.ts";
import { literalPart } from "../../terraform/value.ts";
import { isAccepted } from "../judge.ts";
import { brokenPromise, lockedOut, type TrustPromise } from "./trustLaw.ts";
import { mayHide } from "./hidden.ts";

/** How the edits break the law; undefined when they keep it. */
export async function breachBy(
  before: Snapshot,
  edits: readonly FileEdits[],
  promise?: TrustPromise,
): Promise<string | undefined> {
  const after = editedSnapshot(before, edits);
  return (
    newCycle(before.module, after.module) ??
    lockedOut(viewOf(before), viewOf(after)) ??
    newProblem(before, after, (code) => isAboutOthers(code, after, promise)) ??
    (promise && brokenPromise(before, after, promise)) ??
    (await rejection(before, after, edits))
  );
}

/**
 * The same for a fix, which mends one thing and may bring to light what that was hiding; without the code of a finding,
 * for what mends nothing. Nothing is loaded for it: our own parser has read the file, and reads what a fix writes.
 */
export function breachByFix(
  before: Snapshot,
  edits: readonly FileEdits[],
  code: string | undefined,
): string | undefined {
  const after = editedSnapshot(before, edits);
  const isLeftOut = (other: string): boolean =>
    code === undefined ? isJudgedByRole(other) : mayHide(code, other);
  return (
    brokenText(before, after, edits) ??
    newProblem(before, after, isLeftOut) ??
    newCycle(before.module, after.module) ??
    lockedOut(viewOf(before), viewOf(after)) ??
    breachOfReaders(before, after, edits, isLeftOut)
  );
}

/** A file may be read by several modules, and each of them is to be as well off as before. */
function breachOfReaders(
  before: Snapshot,
  after: Snapshot,
  edits: readonly FileEdits[],
  isLeftOut: (code: string) => boolean,
): string | undefined {
  for (const module of before.configuration.modules.values()) {
    const changed = after.configuration.modules.get(module.uri);
    const isReader = edits.some(({ uri }) => module.companions.reads.files.has(uri));
    if (module.uri === before.module.uri || !changed || !isReader) continue;
    const [there, later] = [seenFrom(before, module), seenFrom(after, changed)];
    const breach = newProblem(there, later, isLeftOut) ?? lockedOut(viewOf(there), viewOf(later));
    if (breach !== undefined) return breach;
  }
  return undefined;
}

/** Text that was JSON, with interpolations or without, and would no longer be. */
function brokenText(before: Snapshot, after: Snapshot, edits: readonly FileEdits[]): string | undefined {
  const broken = edits.find(({ uri }) => {
    const [old, changed] = [textFileAt(viewOf(before), uri), textFileAt(viewOf(after), uri)];
    const reads = textSyntax(viewOf(before), uri) === "plain" ? isJson : expressionInFile;
    return old && changed && reads(old) && !reads(changed);
  });
  return broken && `${broken.uri} would no longer be JSON`;
}

function isJson({ syntax: { text } }: ModuleFile): boolean {
  return decodeJson([literalPart(text, undefined)]) !== undefined;
}

/** Rules that say why a session is refused. */
const aboutSessions = new Set([
  "trust-principal-mismatch",
  "trust-action-missing",
  "trust-external-id-mismatch",
  "trust-wildcard-in-string-equals",
  "trust-legacy-external-id",
  "trust-phase-missing",
  "trust-condition-blocks",
  "trust-explicit-deny",
  "trust-tag-session-missing",
]);

/**
 * True for what is said of other integrations that assume the role of a generated policy: those of the promise are all
 * let in. The others may be judged for the first time now, and none that was let in may be refused.
 */
function isAboutOthers(code: string, after: Snapshot, promise: TrustPromise | undefined): boolean {
  if (!promise || !aboutSessions.has(code)) return false;
  return verdictsOf(viewOf(after)).some(
    ({ subject, sessions }) =>
      subject.block.declaration.address !== promise.integration &&
      sessions.some(({ outcome }) => outcome === "refused"),
  );
}

/** What a new attachment may bring to light, or another way to write the role's ARN. */
function isJudgedByRole(code: string): boolean {
  return code.startsWith("trust-") || code === "duration-exceeds-role-maximum";
}

function newCycle(before: Module, after: Module): string | undefined {
  for (const address of after.byAddress.keys()) {
    const cycle = cycleThrough(after, address);
    if (cycle && !cycleThrough(before, address)) {
      return `it would make a cycle: ${[address, ...cycle.map(({ to }) => to)].join(" → ")}`;
    }
  }
  return undefined;
}

function newProblem(
  before: Snapshot,
  after: Snapshot,
  isLeftOut: (code: string) => boolean,
): string | undefined {
  const counts = new Map<string, number>();
  for (const { code } of diagnose(before)) counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const { code, message } of diagnose(after)) {
    if (isLeftOut(code)) continue;
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
    const [old, changed] = [anyFileOf(before, uri), anyFileOf(after, uri)];
    if (!old || !changed) return `${uri} is not a file of the module or of those around it`;
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
