/** Whether edits may be offered: the law, looked at once for a snapshot, in the part that they have an effect on. */
import type { FileEdits } from "../analysis/finding.ts";
import { applyEdits } from "../base/textEdit.ts";
import { fileOf, type Snapshot } from "../workspace/snapshot.ts";
import type { TrustPromise } from "./trustLaw.ts";
import { breachBy, breachByFix } from "./verify/law.ts";
import { partAround } from "./verify/partOf.ts";

/** Why the edits must not be offered, for the log; undefined when they keep the law. */
export const objectionTo = remembered(
  (snapshot, edits, promise?: TrustPromise): Promise<string | undefined> =>
    breachBy(partAround(snapshot, edits), edits, promise),
);

/** The same for a fix, and for what changes no policy. */
export const objectionToFix = remembered((snapshot, edits): string | undefined =>
  breachByFix(partAround(snapshot, edits), edits),
);

type Objection<Result> = (snapshot: Snapshot, edits: readonly FileEdits[], promise?: TrustPromise) => Result;

/** A client asks again at every move of the cursor. */
function remembered<Result>(objection: Objection<Result>): Objection<Result> {
  const bySnapshot = new WeakMap<Snapshot, Map<string, { readonly result: Result }>>();
  return (snapshot, edits, promise) => {
    const known = bySnapshot.get(snapshot) ?? new Map<string, { readonly result: Result }>();
    bySnapshot.set(snapshot, known);
    const key = JSON.stringify([edits, promise]);
    const found = known.get(key) ?? { result: objection(snapshot, edits, promise) };
    known.set(key, found);
    return found.result;
  };
}

/** True where the edits leave every text as it is. */
export function changesNothing(snapshot: Snapshot, edits: readonly FileEdits[]): boolean {
  return edits.every(({ uri, edits: textEdits }) => {
    const text = fileOf(snapshot, uri)?.syntax.text ?? "";
    return applyEdits(text, textEdits) === text;
  });
}
