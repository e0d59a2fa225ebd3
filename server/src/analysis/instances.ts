/** How references step into the resources and data sources that we know: the thing, its instance, its attribute. */
import type { Reference, Step } from "../terraform/references.ts";
import type { Attribute, Expression } from "../hcl/ast.ts";
import type { BlockDeclaration, Module } from "../terraform/module.ts";
import { moduleReferences, repetitionOf, type PlacedReference } from "../terraform/moduleReferences.ts";
import { attributeNames } from "./attributeNames.ts";
import { isIntact } from "./damage.ts";

export interface KnownReference extends PlacedReference {
  readonly declaration: BlockDeclaration;
  /** The names of the attributes that the type has. */
  readonly attributes: readonly string[];
  /** `count` or `for_each` of the thing. */
  readonly repetition: Attribute | undefined;
  readonly first: Step | undefined;
  readonly second: Step | undefined;
}

/** References to declared, unbroken things of types whose attributes we know. */
export function knownReferences(module: Module): readonly KnownReference[] {
  const found = byModule.get(module) ?? findReferences(module);
  byModule.set(module, found);
  return found;
}

const byModule = new WeakMap<Module, readonly KnownReference[]>();

function findReferences(module: Module): readonly KnownReference[] {
  const things = new Map<string, KnownThing | undefined>();
  const found: KnownReference[] = [];
  for (const { reference, file, owner, inDependsOn } of moduleReferences(module)) {
    if (inDependsOn) continue;
    const { address } = reference;
    const isNew = !things.has(address);
    const thing = isNew ? thingAt(module, reference) : things.get(address);
    if (isNew) things.set(address, thing);
    if (!thing) continue;
    const { declaration, attributes, repetition } = thing;
    const [first, second] = reference.steps;
    found.push({ reference, file, owner, inDependsOn, declaration, attributes, repetition, first, second });
  }
  return found;
}

type KnownThing = Pick<KnownReference, "declaration" | "attributes" | "repetition">;

function thingAt(module: Module, { kind, type, address }: Reference): KnownThing | undefined {
  if (kind !== "resource" && kind !== "data") return undefined;
  const attributes = attributeNames(kind, type);
  const [declaration, ...others] = module.byAddress.get(address) ?? [];
  if (!attributes || others.length > 0) return undefined;
  if (declaration?.kind !== "resource" && declaration?.kind !== "data") return undefined;
  if (!isIntact(declaration)) return undefined;
  return { declaration, attributes, repetition: repetitionOf(declaration.block) };
}

/** True for `[0]`, `["a"]`, the old `.0`, and for every other key in brackets. */
export function isIndex(step: Step | undefined): boolean {
  return step?.kind === "index" || (step?.kind === "attribute" && /^\d+$/.test(step.name));
}

/** True where the key is written out: Terraform then reads it as the key of an instance. */
export function isWrittenIndex(step: Step | undefined): boolean {
  return isIndex(step) && (step?.kind !== "index" || isLiteral(step.key));
}

function isLiteral(key: Expression): boolean {
  if (key.kind === "NumberLiteral") return true;
  return key.kind === "Template" && key.parts.every((part) => part.kind === "TemplateLiteral");
}
