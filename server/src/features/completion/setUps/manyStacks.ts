/** An integration with its role, attached to each stack of a map. */
import type { ModuleView } from "../../../analysis/moduleView.ts";
import { object, text, writeExpression } from "../../../hcl/write.ts";
import { attributeOf } from "../../../terraform/block.ts";
import { declarationsOfType } from "../../../terraform/module.ts";
import { isRepeated } from "../../../analysis/dataSource.ts";
import { snippet, stop, type Snippet } from "../snippetText.ts";
import { accountsOf, attachmentBlock, integrationBlock, roleBlock } from "./blocks.ts";
import { freeLabel, freeLocal, freeRoleName, type SetUp } from "./setUp.ts";
import { spaceliftTrust } from "./spaceliftTrust.ts";

export const manyStacks: SetUp = {
  label: "spacelift aws set-up for many stacks",
  detail: "integration, role, and attachments with for_each",
  documentation:
    "An integration, the IAM role that it assumes, and an attachment to each stack of a local. The role trusts " +
    "Spacelift for this integration on these stacks alone: add a stack to the local, and the policy follows.",
  blocks: (view) => {
    const shared = {
      label: stop(3, freeLabel(view.module, "this")),
      name: stop(4, freeRoleName(view.module)),
    };
    const accounts = accountsOf(view);
    const name = freeLocal(view.module, "spacelift_stacks");
    const stacks = `local.${name}`;
    return [
      ...accounts.missing,
      snippet`locals {\n  ${name} = ${stacksOf(view)}\n}`,
      integrationBlock(shared, accounts),
      roleBlock(shared, spaceliftTrust(view, shared, accounts, { stacks })),
      attachmentBlock(shared, { forEach: stacks, stack: snippet`each.value`, waits: true }),
    ];
  },
};

/** A map, since the keys of `for_each` have to be known before apply, and slugs often are not. */
function stacksOf({ module }: ModuleView): Snippet {
  const stacks = declarationsOfType(module, "resource", "spacelift_stack").filter(({ name }) => name !== "");
  const single = stacks.filter((stack) => !isRepeated(stack));
  if (single.length > 0) {
    const ids = single.map(({ name, address }) => [name, text(`${address}.id`)] as const);
    return snippet`${writeExpression(object(Object.fromEntries(ids)), 1)}`;
  }
  const repeated = stacks.find(({ block }) => attributeOf(block, "for_each"));
  if (repeated) return snippet`{ for name, stack in ${repeated.address} : name => stack.id }`;
  const [network, database] = [stop(1, "network"), stop(2, "database")];
  return snippet`{
    ${network}  = "${network}"
    ${database} = "${database}"
  }`;
}
