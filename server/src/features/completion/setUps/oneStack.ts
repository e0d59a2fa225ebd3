/** An integration with its role, attached to one stack. */
import { stop } from "../snippetText.ts";
import { accountsOf, attachmentBlock, integrationBlock, roleBlock, stackStop } from "./blocks.ts";
import { freeLabel, freeRoleName, type SetUp } from "./setUp.ts";
import { spaceliftTrust } from "./spaceliftTrust.ts";

export const oneStack: SetUp = {
  label: "spacelift aws set-up",
  detail: "integration, role and attachment",
  documentation:
    "An integration, the IAM role that it assumes, and an attachment to one stack. The role trusts Spacelift " +
    "for this integration alone. The integration writes the role's ARN out: a reference to the role would make " +
    "a cycle, since the trust policy needs the integration's ID first.",
  blocks: (view) => {
    const shared = {
      label: stop(1, freeLabel(view.module, "this")),
      name: stop(2, freeRoleName(view.module)),
    };
    const accounts = accountsOf(view);
    return [
      ...accounts.missing,
      integrationBlock(shared, accounts),
      roleBlock(shared, spaceliftTrust(view, shared, accounts)),
      attachmentBlock(shared, { stack: stackStop(view, 3), waits: true }),
    ];
  },
};
