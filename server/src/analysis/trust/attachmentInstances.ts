/** The attachments of an integration, instance by instance, in its own module and in those around. */
import { instancesOf, type Instance } from "../../terraform/repetition.ts";
import { familyOfType, type FamilyBlock, type ModuleView } from "../moduleView.ts";
import { modulesAround, type ModuleAround } from "./elsewhere.ts";
import { settingIn } from "./subjects.ts";
import { symbolIdOf } from "./symbolKinds.ts";

export interface AttachmentInstance {
  readonly block: FamilyBlock;
  readonly instance: Instance;
  /** The module that attaches, and what its symbols are called here. */
  readonly module: ModuleAround;
}

const byIntegration = new WeakMap<ModuleView, ReadonlyMap<string, readonly AttachmentInstance[]>>();

export function attachmentsTo(view: ModuleView, id: string): readonly AttachmentInstance[] {
  return attachmentsById(view).get(id) ?? [];
}

/** By the symbol that their `integration_id` is. */
export function attachmentsById(view: ModuleView): ReadonlyMap<string, readonly AttachmentInstance[]> {
  const known = byIntegration.get(view) ?? collect(view);
  byIntegration.set(view, known);
  return known;
}

function collect(view: ModuleView): ReadonlyMap<string, readonly AttachmentInstance[]> {
  const found = new Map<string, AttachmentInstance[]>();
  for (const attachment of modulesAround(view).flatMap(attachmentsIn)) {
    const { block, instance, module } = attachment;
    const value = settingIn(module.view, { block, instance }, "integration_id");
    const own = value && symbolIdOf(value);
    if (own === undefined) continue;
    const id = module.back(own);
    const same = found.get(id);
    if (same) same.push(attachment);
    else found.set(id, [attachment]);
  }
  return found;
}

function attachmentsIn(module: ModuleAround): readonly AttachmentInstance[] {
  const { view } = module;
  return familyOfType(view, "resource", "spacelift_aws_integration_attachment").flatMap((block) =>
    instancesOf(view, block.declaration).map((instance) => ({ block, instance, module })),
  );
}
