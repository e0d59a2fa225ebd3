/**
 * The attachments of an integration as they are written: the blocks, and the expressions in them that a policy of the
 * same module can repeat. `trust/sessions.ts` reads them for another end and cannot be read instead: it tells what each
 * instance sends, in symbols, of the modules around too. A block that has no instance today still has a text, which
 * makes a `for` that follows when there are some; and the text of another module means nothing here.
 */
import type { Attribute, Expression } from "../hcl/ast.ts";
import { phases, type Phase } from "../spacelift/phases.ts";
import { referenceOf } from "../terraform/references.ts";
import { asKnownBool } from "../terraform/value.ts";
import { attribute, familyOfType, type FamilyBlock, type ModuleView } from "./moduleView.ts";
import { flagOf, settingsOf } from "./setting.ts";
import { readAddress } from "./trust/address.ts";
import { attachmentsById } from "./trust/attachmentInstances.ts";

export interface Attachment {
  readonly resource: FamilyBlock;
  /** The value of `stack_id` or `module_id`: the slug. */
  readonly target: Expression;
  readonly targetKind: "stack" | "module";
  /** Planning reads, applying writes. A flag whose value is not known may be either, so its phase is here. */
  readonly phases: readonly Phase[];
  readonly forEach: Attribute | undefined;
  readonly count: Attribute | undefined;
}

/** The attachments that the module declares for one of its integrations, as far as they are complete. */
export function attachmentsOf(view: ModuleView, integration: FamilyBlock): readonly Attachment[] {
  return attachmentBlocksOf(view, integration).flatMap((resource) => {
    const stack = attribute(resource, "stack_id");
    const target = stack ?? attribute(resource, "module_id");
    if (!target || target.value.kind === "MissingExpression") return [];
    return [
      {
        resource,
        target: target.value,
        targetKind: stack ? "stack" : "module",
        phases: phasesOf(view, resource),
        forEach: attribute(resource, "for_each"),
        count: attribute(resource, "count"),
      } as const,
    ];
  });
}

/** Every attachment resource of the module whose `integration_id` is the integration's, straight or through a local. */
export function attachmentBlocksOf(view: ModuleView, integration: FamilyBlock): readonly FamilyBlock[] {
  const known = byIntegration.get(view) ?? collect(view);
  byIntegration.set(view, known);
  return known.get(integration.declaration.address) ?? [];
}

const byIntegration = new WeakMap<ModuleView, ReadonlyMap<string, readonly FamilyBlock[]>>();

function collect(view: ModuleView): ReadonlyMap<string, readonly FamilyBlock[]> {
  const byValue = addressesByValue(view);
  const found = new Map<string, FamilyBlock[]>();
  for (const resource of familyOfType(view, "resource", "spacelift_aws_integration_attachment")) {
    const id = attribute(resource, "integration_id");
    const written = id && referenceOf(id.value)?.address;
    for (const address of new Set([written, ...(byValue.get(resource) ?? [])])) {
      if (address === undefined) continue;
      const same = found.get(address);
      if (same) same.push(resource);
      else found.set(address, [resource]);
    }
  }
  return found;
}

/** The integrations that the instances of each block are attached to. */
function addressesByValue(view: ModuleView): ReadonlyMap<FamilyBlock, ReadonlySet<string>> {
  const found = new Map<FamilyBlock, Set<string>>();
  for (const [id, instances] of attachmentsById(view)) {
    const address = readAddress(id)?.address;
    for (const { block } of address === undefined ? [] : instances) {
      found.set(block, (found.get(block) ?? new Set()).add(address ?? ""));
    }
  }
  return found;
}

/** True where a module around attaches the integration, in words that mean nothing in this one. */
export function isAttachedElsewhere(view: ModuleView, { declaration }: FamilyBlock): boolean {
  return [...attachmentsById(view)].some(
    ([id, instances]) =>
      readAddress(id)?.address === declaration.address &&
      instances.some(({ module }) => module.view !== view),
  );
}

/** Those that are not known to be switched off, in any instance. */
function phasesOf(view: ModuleView, resource: FamilyBlock): readonly Phase[] {
  return phases.filter((phase) => {
    const settings = settingsOf(view, resource, phase);
    return settings.length > 0
      ? settings.some(({ value }) => asKnownBool(value) !== false)
      : flagOf(view, resource, phase) !== false;
  });
}
