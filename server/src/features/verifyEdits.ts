/** Whether edits may be offered: the law, looked at once for a snapshot, in the part that they have an effect on. */
import type { FileEdits } from "../analysis/finding.ts";
import { applyEdits } from "../base/textEdit.ts";
import { textAt, type Snapshot } from "../workspace/snapshot.ts";
import type { TrustPromise } from "./verify/trustLaw.ts";
import { breachBy, breachByFix } from "./verify/law.ts";
import { partAround } from "./verify/partOf.ts";

/** Why the edits must not be offered, for the log; undefined when they keep the law. */
export const objectionTo = remembered(
  (snapshot, edits, promise?: TrustPromise): Promise<string | undefined> =>
    breachBy(partAround(snapshot, edits), edits, promise),
);

/** The same for the fix of a finding with this code; without one, for what mends nothing. */
export const objectionToFix = remembered((snapshot, edits, code?: string): string | undefined =>
  breachByFix(partAround(snapshot, edits), edits, code),
);

type Objection<More, Result> = (snapshot: Snapshot, edits: readonly FileEdits[], more?: More) => Result;

/** A client asks again at every move of the cursor. */
function remembered<More, Result>(objection: Objection<More, Result>): Objection<More, Result> {
  const bySnapshot = new WeakMap<Snapshot, Map<string, { readonly result: Result }>>();
  return (snapshot, edits, more) => {
    const known = bySnapshot.get(snapshot) ?? new Map<string, { readonly result: Result }>();
    bySnapshot.set(snapshot, known);
    const key = JSON.stringify([edits, more]);
    const found = known.get(key) ?? { result: objection(snapshot, edits, more) };
    known.set(key, found);
    return found.result;
  };
}

/** True where the edits leave every text as it is. */
export function changesNothing(snapshot: Snapshot, edits: readonly FileEdits[]): boolean {
  return edits.every(({ uri, edits: textEdits }) => {
    const text = textAt(snapshot, uri)?.text ?? "";
    return applyEdits(text, textEdits) === text;
  });
}
