/** The value of an attribute in one instance of a block. */
import { attributeIn } from "../../terraform/overrides.ts";
import type { BlockDeclaration } from "../../terraform/module.ts";
import type { Value } from "../../terraform/value.ts";
import type { ModuleView } from "../moduleView.ts";
import { blockAt, type SymbolAddress } from "./address.ts";
import { instancesOf, type Instance } from "../../terraform/repetition.ts";

/** Undefined where the module does not declare the block or the attribute. */
export function valueIn(view: ModuleView, address: SymbolAddress, attribute: string): Value | undefined {
  const declaration = blockAt(view.module, address);
  const instance = declaration && instanceAt(view, declaration, address.step);
  return instance && valueInInstance(view, declaration, instance, attribute);
}

export function valueInInstance(
  view: ModuleView,
  declaration: BlockDeclaration,
  { names }: Instance,
  attribute: string,
): Value | undefined {
  const found = attributeIn(view.module, declaration, attribute);
  return found && view.evaluate(found.attribute.value, found.file, names);
}

/** The instance that the step names; the only one where it names none. */
export function instanceAt(
  view: ModuleView,
  declaration: BlockDeclaration,
  step: string,
): Instance | undefined {
  const instances = instancesOf(view, declaration);
  const found = instances.find((instance) => instance.step === step);
  return found ?? (step === "" && instances.length === 1 ? instances[0] : undefined);
}
