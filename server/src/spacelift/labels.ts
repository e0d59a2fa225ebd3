/**
 * Labels that attach an integration by themselves.
 * https://docs.spacelift.io/integrations/cloud-providers/aws#auto-attach-integrations
 */

export const autoattachPrefix = "autoattach:";

/** The label that stacks and modules must have, out of `autoattach:<label>`; nothing for other labels. */
export function autoattachTarget(label: string): string | undefined {
  return label.startsWith(autoattachPrefix) ? label.slice(autoattachPrefix.length) : undefined;
}
