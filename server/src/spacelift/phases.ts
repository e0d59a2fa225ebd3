/**
 * What a run does with AWS when it assumes the role. The phase is the last part of the external ID.
 * https://docs.spacelift.io/getting-started/integrate-cloud/AWS
 */

/** Planning reads, applying writes. */
export type Phase = "read" | "write";

export const phases: readonly Phase[] = ["read", "write"];

export function isPhase(text: string): text is Phase {
  return text === "read" || text === "write";
}
