/** Applies every action that is offered in a module, and tells which law each one breaks. */
import { diagnose } from "../../../server/src/analysis/diagnose.ts";
import { viewOf } from "../../../server/src/analysis/moduleView.ts";
import { verdictsOf } from "../../../server/src/analysis/trust/judge.ts";
import { applyEdits } from "../../../server/src/base/textEdit.ts";
import { codeActions, type CodeAction } from "../../../server/src/features/codeActions.ts";
import { trustPolicyOffers } from "../../../server/src/features/trustPolicy/actions.ts";
import { getsIn } from "../../../server/src/features/verify/getsIn.ts";
import { changesNothing } from "../../../server/src/features/verifyEdits.ts";
import { isAccepted } from "../../../server/src/features/judge.ts";
import { mayHide } from "../../../server/src/features/verify/hidden.ts";
import { cycleThrough } from "../../../server/src/terraform/dependencies.ts";
import type { Snapshot } from "../../../server/src/workspace/snapshot.ts";
import type { FixtureFile } from "../../kit/fixture.ts";
import { snapshotOf, type SnapshotOptions } from "../../kit/snapshot.ts";

type Edit = Extract<CodeAction, { kind: "generate" | "fix" | "refactor" | "ignore" }>;

interface Outcome {
  readonly title: string;
  readonly kind: Edit["kind"];
  /** The files that the action changes, with their text before and after. */
  readonly changed: readonly { readonly before: string; readonly after: string }[];
  /** What is wrong, in words. */
  readonly breaches: readonly string[];
}

/** `log` hears of what is not offered, and why. */
export async function outcomesIn(
  files: readonly FixtureFile[],
  options: SnapshotOptions,
  log: (message: string) => void,
): Promise<readonly Outcome[]> {
  const before = snapshotOf(files, options);
  const outcomes: Outcome[] = [];
  for (const { action, integration, at } of await actionsIn(before, log)) {
    const after = files.map((file) => ({ ...file, text: textAfter(file, action) }));
    const changed = files.flatMap(({ text }, index) =>
      after[index] && after[index].text !== text ? [{ before: text, after: after[index].text }] : [],
    );
    const snapshot = snapshotOf(after, options);
    const breaches = [
      ...(await unaccepted(changed)),
      ...newFindings(before, snapshot, action),
      ...newCycles(before, snapshot),
      ...lockedOut(before, snapshot),
      ...(action.kind === "generate" ? notLetIn(snapshot, integration) : []),
      ...(changed.length === 0 ? ["it changes nothing"] : []),
      ...("finding" in action
        ? unmended(before, snapshot, action)
        : action.kind === "generate"
          ? await offeredAgain(snapshot, action, at)
          : []),
    ];
    outcomes.push({ title: action.title, kind: action.kind, changed, breaches });
  }
  return outcomes;
}

interface Placed {
  readonly action: Edit;
  readonly integration: string;
  readonly at: { readonly uri: string; readonly address: string };
}

/** What is offered on each integration, and the fixes of all files. */
async function actionsIn(snapshot: Snapshot, log: (message: string) => void): Promise<readonly Placed[]> {
  const found: Placed[] = [];
  for (const declaration of snapshot.module.declarations) {
    if (declaration.kind !== "resource" || !declaration.type.startsWith("spacelift_")) continue;
    const { file, block } = declaration;
    const at = { uri: file.uri, address: declaration.address };
    for (const action of await offersAt(snapshot, file.uri, block.type.start, log)) {
      if (!("finding" in action)) found.push({ action, integration: declaration.address, at });
    }
  }
  for (const { uri, syntax } of snapshot.module.files) {
    const all = await codeActions(snapshot, uri, { start: 0, end: syntax.text.length }, log);
    for (const action of all)
      if ("finding" in action) found.push({ action, integration: "", at: { uri, address: "" } });
  }
  return found;
}

async function offersAt(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  log: (message: string) => void = () => undefined,
): Promise<readonly Edit[]> {
  const all = await codeActions(snapshot, uri, { start: offset, end: offset }, log);
  return all.filter((action): action is Edit => "edits" in action);
}

function textAfter({ uri, text }: FixtureFile, { edits }: Pick<Edit, "edits">): string {
  return applyEdits(
    text,
    edits.filter((entry) => entry.uri === uri).flatMap((entry) => entry.edits),
  );
}

async function unaccepted(changed: Outcome["changed"]): Promise<readonly string[]> {
  const bad: string[] = [];
  for (const { before, after } of changed) {
    if (!(await isAccepted(after)) && (await isAccepted(before))) bad.push("HashiCorp's parser rejects it");
  }
  return bad;
}

/**
 * A fix may bring to light what is wrong with a policy: of several reasons only the first is told. A policy that lets
 * one integration in may be the first that can be judged for another; that nobody is locked out is a law of its own.
 */
function newFindings(before: Snapshot, after: Snapshot, action: Edit): readonly string[] {
  const isUncovered = (code: string): boolean => {
    if ("finding" in action) return action.kind === "fix" && mayHide(action.finding.code, code);
    return (action.kind === "generate" ? refusals : /^trust-|^duration-exceeds-role/).test(code);
  };
  const counts = new Map<string, number>();
  for (const { code } of diagnose(before)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return diagnose(after).flatMap(({ code, message }) => {
    const left = (counts.get(code) ?? 0) - 1;
    counts.set(code, left);
    return left < 0 && !isUncovered(code) ? [`new finding ${code}: ${message}`] : [];
  });
}

const refusals =
  /^trust-(principal|action|external-id-mismatch|wildcard|legacy|phase|condition|explicit|tag-session-missing)/;

function newCycles(before: Snapshot, after: Snapshot): readonly string[] {
  return [...after.module.byAddress.keys()].flatMap((address) => {
    const cycle = cycleThrough(after.module, address);
    return cycle && !cycleThrough(before.module, address) ? [`a cycle through ${address}`] : [];
  });
}

function lockedOut(before: Snapshot, after: Snapshot): readonly string[] {
  const later = verdictsOf(viewOf(after));
  return verdictsOf(viewOf(before)).flatMap(({ subject, sessions }) => {
    const now = later.find((other) => other.subject.address === subject.address);
    return sessions
      .filter(({ outcome }) => outcome === "allowed")
      .filter(({ session }) =>
        now?.sessions.some(
          (other) =>
            other.outcome === "refused" &&
            other.session.target === session.target &&
            other.session.phase === session.phase,
        ),
      )
      .map(({ session }) => `${subject.address} is refused for ${session.target}`);
  });
}

/** Every session gets in. Of a private worker it is never known who it is: it gets in if it is the one trusted. */
function notLetIn(after: Snapshot, integration: string): readonly string[] {
  return verdictsOf(viewOf(after))
    .filter(({ subject }) => subject.block.declaration.address === integration)
    .flatMap(({ assumer, sessions }) =>
      sessions
        .filter(
          (session) => session.outcome !== "allowed" && !(assumer === "worker" && getsIn(session, assumer)),
        )
        .map(({ outcome, session }) => `${outcome} for ${session.target}`),
    );
}

/** What a fix mends, or a comment silences, is gone, though the same rule may have something else to say then. */
function unmended(
  before: Snapshot,
  after: Snapshot,
  { finding }: Extract<Edit, { kind: "fix" | "ignore" }>,
): readonly string[] {
  const count = (snapshot: Snapshot): number =>
    diagnose(snapshot).filter(({ code, message }) => code === finding.code && message === finding.message)
      .length;
  return count(after) < count(before) ? [] : [`${finding.code} is still there`];
}

async function offeredAgain(
  after: Snapshot,
  { title }: Edit,
  { address }: Placed["at"],
): Promise<readonly string[]> {
  const view = viewOf(after);
  const same = view.family.find(({ declaration }) => declaration.address === address);
  const offer = same && trustPolicyOffers(view, same).find((other) => other.title === title);
  if (!same || offer?.generated.kind !== "edits") return [];
  if (changesNothing(after, offer.generated.edits)) return [];
  const again = await offersAt(after, same.file.uri, same.block.type.start);
  return again.some((action) => !("finding" in action) && action.title === title)
    ? ["it is offered again"]
    : [];
}
