/** What generating comes to: edits, or a reason why not. */
import type { FileEdits } from "../../analysis/finding.ts";

export type Generated = GeneratedEdits | Refusal;

interface GeneratedEdits {
  readonly kind: "edits";
  readonly edits: readonly FileEdits[];
  /** The role that the integration assumes then, as the integration would refer to it. */
  readonly role: string;
}

export interface Refusal {
  readonly kind: "refused";
  /** Why it cannot be done here and what a person can do, as a sentence. */
  readonly reason: string;
}

export function refused(reason: string): Refusal {
  return { kind: "refused", reason };
}
