/** `integration-unattached`: an integration that nothing attaches. */
import { writeBlock, text, type WrittenItem } from "../../hcl/write.ts";
import { dependentsOf } from "../../terraform/dependencies.ts";
import { declarationOf, declarationsOfType, type BlockDeclaration } from "../../terraform/module.ts";
import { repetitionOf } from "../../terraform/moduleReferences.ts";
import { referenceOf } from "../../terraform/references.ts";
import { waitsFor } from "../../terraform/dependencies.ts";
import { isWhollyReadable } from "../damage.ts";
import { fixIn, replace } from "../edits.ts";
import type { Fix } from "../finding.ts";
import {
  attribute,
  familyOfType,
  headerOf,
  inFile,
  type FamilyBlock,
  type ModuleView,
} from "../moduleView.ts";
import { roleOfIntegration } from "../roleOfIntegration.ts";
import { flagOf } from "../setting.ts";
import { defineRule } from "./rule.ts";

const attachmentType = "spacelift_aws_integration_attachment";

export const integrationUnattached = defineRule<FamilyBlock>({
  code: "integration-unattached",
  severity: "hint",
  summary: "An integration that nothing in the module attaches or hands on.",
  find: (view) =>
    isWhollyReadable(view.module) && !mayAttachAnything(view)
      ? familyOfType(view, "resource", "spacelift_aws_integration").filter((block) =>
          isUnattached(view, block),
        )
      : [],
  tell: (block) => ({
    location: inFile(block, headerOf(block.block)),
    message:
      "Nothing in this module attaches this integration, so no run uses it. Attach it to a stack or module, or ignore " +
      "this if that happens elsewhere.",
  }),
  fix,
});

/** An attachment whose integration is not known, or is called by a wrong name, may be one of any integration. */
function mayAttachAnything(view: ModuleView): boolean {
  return familyOfType(view, "resource", attachmentType).some((block) => {
    const id = attribute(block, "integration_id");
    const reference = id && referenceOf(id.value);
    if (reference?.type !== "spacelift_aws_integration" || reference.kind !== "resource") return true;
    return !declarationOf(view.module, reference.address);
  });
}

function isUnattached(view: ModuleView, block: FamilyBlock): boolean {
  if (flagOf(view, block, "autoattach_enabled") !== false) return false;
  const { address } = block.declaration;
  return [...dependentsOf(view.module, [address])].every((other) => other === address || isTrustOnly(other));
}

/** What reads the integration to trust it, and not to use it. */
function isTrustOnly(address: string): boolean {
  return /^(local|aws_iam_\w+|data\.aws_iam_policy_document|data\.spacelift_aws_integration_attachment_external_id)\./.test(
    address,
  );
}

const mostFixes = 5;

function fix(block: FamilyBlock, view: ModuleView): readonly Fix[] {
  if (repetitionOf(block.block) || !block.block.close) return [];
  return (["stack", "module"] as const)
    .flatMap((thing) =>
      declarationsOfType(view.module, "resource", `spacelift_${thing}`)
        .filter((target) => !repetitionOf(target.block) && target.name !== "")
        .map((target) => attach(view, block, thing, target)),
    )
    .slice(0, mostFixes);
}

function attach(view: ModuleView, block: FamilyBlock, thing: string, target: BlockDeclaration): Fix {
  const { address, name } = block.declaration;
  const own = declarationOf(view.module, `${attachmentType}.${name}`) ? `${name}_${target.name}` : name;
  const items: WrittenItem[] = [
    { key: "integration_id", value: text(`${address}.id`) },
    { key: `${thing}_id`, value: text(`${target.address}.id`) },
  ];
  const role = roleToWaitFor(view, block);
  if (role) items.push("blank", { key: "depends_on", value: text(`[${role.address}]`) });
  const written = writeBlock(`resource "${attachmentType}" "${own}"`, items);
  const { end } = block.block;
  return fixIn(block.file, `Attach it to ${target.address}`, [
    replace({ start: end, end }, `\n\n${written}`),
  ]);
}

/** The role of the module that the integration does not wait for by itself. */
function roleToWaitFor(view: ModuleView, block: FamilyBlock): BlockDeclaration | undefined {
  const match = roleOfIntegration(view, block);
  if (match.kind !== "declared") return undefined;
  return waitsFor(view.module, block.declaration.address, match.role.address) === "no"
    ? match.role
    : undefined;
}
