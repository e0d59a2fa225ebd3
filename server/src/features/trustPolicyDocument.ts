/** The trust policy of an integration as a document to show. */
import { viewOf } from "../analysis/moduleView.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { trustPolicyJson } from "./trustPolicy/json.ts";

export interface TrustPolicyDocument {
  readonly fileName: string;
  readonly text: string;
  /** What stands in angle brackets and has to be filled in. */
  readonly placeholders: readonly string[];
}

/** Undefined where the module has no such integration (any more). */
export function trustPolicyJsonOf(snapshot: Snapshot, integration: string): TrustPolicyDocument | undefined {
  const view = viewOf(snapshot);
  const found = view.family.find(({ declaration }) => declaration.address === integration);
  return (
    found && { fileName: `trust-policy.${found.declaration.name}.json`, ...trustPolicyJson(view, found) }
  );
}
