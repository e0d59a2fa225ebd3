/** Two integrations for one stack: planning assumes a role that can only read, applying one that can write. */
import type { ModuleView } from "../../../analysis/moduleView.ts";
import type { Phase } from "../../../spacelift/phases.ts";
import { snippet, stop, type Snippet } from "../snippetText.ts";
import {
  accountsOf,
  attachmentBlock,
  integrationBlock,
  roleBlock,
  stackStop,
  type Accounts,
} from "./blocks.ts";
import { freeLabel, freeRoleName, type SetUp } from "./setUp.ts";
import { spaceliftTrust } from "./spaceliftTrust.ts";

/** A stack has at most two integrations: https://spacelift.io/blog/spacelift-cloud-integrations */
export const readAndWrite: SetUp = {
  label: "spacelift aws set-up for reading and writing",
  detail: "two integrations with a role each",
  documentation:
    "Two integrations on one stack. Planning reads and assumes the one role, applying writes and assumes the " +
    "other, so what a plan may do is what you allow the first role. Each role trusts Spacelift for its own " +
    "integration and phase alone.",
  blocks: (view) => {
    const accounts = accountsOf(view);
    return [
      ...accounts.missing,
      ...blocksOf(view, accounts, "read", 1),
      ...blocksOf(view, accounts, "write", 4),
    ];
  },
};

function blocksOf(view: ModuleView, accounts: Accounts, phase: Phase, index: number): readonly Snippet[] {
  const label = stop(index, freeLabel(view.module, phase));
  const shared = { label, name: snippet`${stop(2, freeRoleName(view.module))}-${label}` };
  return [
    integrationBlock(shared, accounts),
    roleBlock(shared, spaceliftTrust(view, shared, accounts, { phase })),
    attachmentBlock(shared, {
      stack: stackStop(view, 3),
      without: phase === "read" ? "write" : "read",
      waits: true,
    }),
  ];
}
