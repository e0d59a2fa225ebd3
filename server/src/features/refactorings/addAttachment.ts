/** Attaches an integration of the module to a stack or module that it is not attached to: from either of the two. */
import { attachmentBlocksOf } from "../../analysis/attachments.ts";
import { freeName, isRepeated } from "../../analysis/dataSource.ts";
import { familyOfType, type FamilyBlock, type ModuleView } from "../../analysis/moduleView.ts";
import { roleOfIntegration } from "../../analysis/roleOfIntegration.ts";
import { text, writeBlock, type WrittenItem } from "../../hcl/write.ts";
import { attributeOf } from "../../terraform/block.ts";
import { waitsFor } from "../../terraform/dependencies.ts";
import { declarationsOfType, type BlockDeclaration } from "../../terraform/module.ts";
import { referencesIn } from "../../terraform/references.ts";
import type { Refactoring, RefactoringPlace } from "./refactoring.ts";

const attachmentType = "spacelift_aws_integration_attachment";
const targetTypes: readonly string[] = ["spacelift_stack", "spacelift_module"];
const most = 5;

export function addAttachment({ view, declaration }: RefactoringPlace): readonly Refactoring[] {
  if (isRepeated(declaration) || declaration.name === "") return [];
  return pairs(view, declaration)
    .filter(([integration, target]) => !isAttached(view, integration, target))
    .slice(0, most)
    .map(([integration, target]) => attach(view, declaration, integration, target));
}

type Pair = readonly [FamilyBlock, BlockDeclaration];

function pairs(view: ModuleView, { type, address }: BlockDeclaration): readonly Pair[] {
  const integrations = familyOfType(view, "resource", "spacelift_aws_integration").filter(
    ({ declaration }) => !isRepeated(declaration) && declaration.name !== "",
  );
  const targets = targetTypes
    .flatMap((targetType) => declarationsOfType(view.module, "resource", targetType))
    .filter((target) => !isRepeated(target) && target.name !== "");
  const isHere = ({ address: other }: BlockDeclaration): boolean => other === address;
  return targetTypes.includes(type)
    ? integrations.flatMap((one) => targets.filter(isHere).map((target): Pair => [one, target]))
    : integrations
        .filter((one) => isHere(one.declaration))
        .flatMap((one) => targets.map((target): Pair => [one, target]));
}

/** An attachment that is repeated, or whose stack is not written as a reference, may be the one. */
function isAttached(view: ModuleView, integration: FamilyBlock, { address }: BlockDeclaration): boolean {
  return attachmentBlocksOf(view, integration).some(({ block, declaration }) => {
    const target = attributeOf(block, "stack_id") ?? attributeOf(block, "module_id");
    const names = target ? referencesIn(target.value) : [];
    return isRepeated(declaration) || names.length === 0 || names.some((name) => name.address === address);
  });
}

function attach(
  view: ModuleView,
  { address, block, file }: BlockDeclaration,
  integration: FamilyBlock,
  target: BlockDeclaration,
): Refactoring {
  const { declaration } = integration;
  const name = freeName(view, `${attachmentType}.`, `${declaration.name}_${target.name}`);
  const key = target.type === "spacelift_stack" ? "stack_id" : "module_id";
  const items: WrittenItem[] = [
    { key: "integration_id", value: text(`${declaration.address}.id`) },
    { key, value: text(`${target.address}.id`) },
  ];
  const found = roleOfIntegration(view, integration);
  const role = found.kind === "declared" ? found.role.address : undefined;
  if (role !== undefined && waitsFor(view.module, declaration.address, role) === "no") {
    items.push("blank", { key: "depends_on", value: text(`[${role}]`) });
  }
  const newText = `\n\n${writeBlock(`resource "${attachmentType}" "${name}"`, items)}`;
  const other = address === target.address ? declaration.address : target.address;
  return {
    kind: "refactor",
    sort: "rewrite",
    title: `Add an attachment to ${other}`,
    of: address,
    edits: [{ uri: file.uri, edits: [{ span: { start: block.end, end: block.end }, newText }] }],
  };
}
