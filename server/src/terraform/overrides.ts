/**
 * What a module says of one of its things once its override files are merged into it.
 * https://developer.hashicorp.com/terraform/language/files/override#merging-behavior
 */
import type { Attribute } from "../hcl/ast.ts";
import { attributeOf } from "./block.ts";
import {
  isOverride,
  type BlockDeclaration,
  type Declaration,
  type Module,
  type ModuleFile,
} from "./module.ts";

/** An attribute in the file in which it is written. */
export interface PlacedAttribute {
  readonly attribute: Attribute;
  readonly file: ModuleFile;
}

/** Undefined where nothing declares the address, or where several do and nobody knows which one counts. */
export function onlyDeclaration({ byAddress, overrides }: Module, address: string): Declaration | undefined {
  const declared = byAddress.get(address);
  const first = declared?.[0];
  const second = declared?.[1];
  if (overrides.length === 0) return second ? undefined : first;
  return first && !isOverride(first) && (!second || isOverride(second)) ? first : undefined;
}

/** The attribute of a block as the last override file that sets it has it, or else as the block has it. */
export function attributeIn(
  module: Module,
  declaration: BlockDeclaration,
  name: string,
): PlacedAttribute | undefined {
  for (const { block, file } of overridesOf(module, declaration)) {
    const attribute = attributeOf(block, name);
    if (attribute) return { attribute, file };
  }
  const attribute = attributeOf(declaration.block, name);
  return attribute && { attribute, file: declaration.file };
}

/** The last one first. */
function overridesOf(
  { byAddress, overrides }: Module,
  { address }: BlockDeclaration,
): readonly BlockDeclaration[] {
  if (overrides.length === 0) return none;
  const all = byAddress.get(address) ?? [];
  if (all.length < 2) return none;
  return all.filter((item): item is BlockDeclaration => item.kind !== "local" && isOverride(item)).reverse();
}

const none: readonly BlockDeclaration[] = [];

/** The value of a local; an override file's counts. */
export function localIn(module: Module, name: string): PlacedAttribute | undefined {
  const address = `local.${name}`;
  const last = onlyDeclaration(module, address) && module.byAddress.get(address)?.at(-1);
  return last?.kind === "local" ? { attribute: last.attribute, file: last.file } : undefined;
}

/** `for_each` or `count` of a block, whichever it has. */
export function repetitionIn(module: Module, declaration: BlockDeclaration): PlacedAttribute | undefined {
  return attributeIn(module, declaration, "for_each") ?? attributeIn(module, declaration, "count");
}
