/** The attachments of an integration: which stacks and modules it is attached to, and in which phases. */
import type { Attribute, Expression } from "../hcl/ast.ts";
import { phases, type Phase } from "../spacelift/phases.ts";
import { referenceOf } from "../terraform/references.ts";
import { attribute, familyOfType, type FamilyBlock, type ModuleView } from "./moduleView.ts";
import { flagOf } from "./setting.ts";

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

/** Every attachment resource whose `integration_id` refers to the integration. */
export function attachmentBlocksOf(view: ModuleView, integration: FamilyBlock): readonly FamilyBlock[] {
  const known = byIntegration.get(view) ?? collect(view);
  byIntegration.set(view, known);
  return known.get(integration.declaration.address) ?? [];
}

const byIntegration = new WeakMap<ModuleView, ReadonlyMap<string, readonly FamilyBlock[]>>();

function collect(view: ModuleView): ReadonlyMap<string, readonly FamilyBlock[]> {
  const found = new Map<string, FamilyBlock[]>();
  for (const resource of familyOfType(view, "resource", "spacelift_aws_integration_attachment")) {
    const id = attribute(resource, "integration_id");
    const address = id && referenceOf(id.value)?.address;
    if (address === undefined) continue;
    const same = found.get(address);
    if (same) same.push(resource);
    else found.set(address, [resource]);
  }
  return found;
}

/** Those that are not known to be switched off. */
function phasesOf(view: ModuleView, resource: FamilyBlock): readonly Phase[] {
  return phases.filter((phase) => flagOf(view, resource, phase) !== false);
}
