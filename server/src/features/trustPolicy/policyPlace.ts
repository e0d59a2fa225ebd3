/** Where the trust policy of a role is written: in the role, or in a local of the module that is there for it alone. */
import type { Attribute, Body, Expression } from "../../hcl/ast.ts";
import { attributeOf, attributesOf, blocksOf } from "../../terraform/block.ts";
import type { ModuleView } from "../../analysis/moduleView.ts";
import {
  declarationOf,
  type BlockDeclaration,
  type Module,
  type ModuleFile,
} from "../../terraform/module.ts";
import { moduleReferences } from "../../terraform/moduleReferences.ts";
import { referenceOf } from "../../terraform/references.ts";

export interface PolicyPlace {
  readonly file: ModuleFile;
  readonly body: Body;
  /** `assume_role_policy`, or the local. */
  readonly attribute: Attribute;
}

/** Undefined for a role without a policy. */
export function policyInRole({ block, file }: BlockDeclaration): PolicyPlace | undefined {
  const attribute = attributeOf(block, "assume_role_policy");
  return attribute && attribute.value.kind !== "MissingExpression"
    ? { file, body: block.body, attribute }
    : undefined;
}

/** Where what stands at the place comes from. */
export function behindLocals({ module }: ModuleView, start: PolicyPlace): PolicyPlace {
  let place = start;
  for (;;) {
    const next = localBehind(module, place.attribute.value);
    if (!next || next.attribute === place.attribute) return place;
    place = next;
  }
}

/** The local that the value is, where nothing else in the module uses it. */
function localBehind(module: Module, value: Expression): PolicyPlace | undefined {
  const reference = referenceOf(value);
  if (reference?.kind !== "local" || reference.steps.length > 0) return undefined;
  const local = declarationOf(module, reference.address);
  if (local?.kind !== "local" || !isUsedOnce(module, reference.address)) return undefined;
  const { file, attribute } = local;
  const body = blocksOf(file.syntax.body, "locals").find((block) =>
    attributesOf(block.body).includes(attribute),
  )?.body;
  return body && { file, body, attribute };
}

/** Outputs may tell what it is: they follow. */
export function isUsedOnce(module: Module, address: string): boolean {
  const users = moduleReferences(module).filter(
    ({ reference, owner }) => reference.address === address && owner?.kind !== "output",
  );
  return users.length === 1;
}
