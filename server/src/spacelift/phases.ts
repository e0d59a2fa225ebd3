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

/** For which phases an attachment is used. */
export interface Access {
  readonly read: boolean;
  readonly write: boolean;
}

/**
 * The phases whose external ID the role must admit. An attachment that writes is known to send `write`, even
 * where it reads too: Spacelift hands out one external ID for both, and its own examples admit that one alone.
 * https://docs.spacelift.io/integrations/cloud-providers/aws#attach-a-role-to-multiple-stacks
 */
export function requiredPhases(access: Access): readonly Phase[] {
  if (access.write) return ["write"];
  return access.read ? ["read"] : [];
}

/** The phases that an attachment may ever send: what a generous trust policy admits. */
export function possiblePhases(access: Access): readonly Phase[] {
  return phases.filter((phase) => access[phase]);
}
