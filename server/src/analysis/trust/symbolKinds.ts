/** Symbols that are slugs or IDs because of where they are used: `stack_id = var.stack` makes `var.stack` a slug. */
import type { StringSymbol } from "../../iam/symbolic.ts";
import type { Value } from "../../terraform/value.ts";
import { familyOfType, type FamilyBlock, type ModuleView } from "../moduleView.ts";
import { valueInInstance } from "./blockValue.ts";
import { instancesOf } from "../../terraform/repetition.ts";
import { integrationIdSymbol, slugSymbol } from "./shapes.ts";

const known = new WeakMap<ModuleView, ReadonlyMap<string, StringSymbol>>();

export function symbolKinds(view: ModuleView): ReadonlyMap<string, StringSymbol> {
  const found = known.get(view) ?? new Map(usersOf(view).flatMap((block) => kindsIn(view, block)));
  known.set(view, found);
  return found;
}

const texts = new WeakMap<ModuleView, string>();

/** The same text for views in which the same symbols are of the same kinds. */
export function kindsText(view: ModuleView): string {
  const text =
    texts.get(view) ?? [...symbolKinds(view)].map(([id, { label }]) => `${id}: ${label}`).join("\n");
  texts.set(view, text);
  return text;
}

function usersOf(view: ModuleView): readonly FamilyBlock[] {
  return [
    ...familyOfType(view, "resource", "spacelift_aws_integration_attachment"),
    ...familyOfType(view, "data", "spacelift_aws_integration_attachment_external_id"),
    ...familyOfType(view, "resource", "spacelift_aws_role"),
    ...familyOfType(view, "resource", "spacelift_stack_aws_role"),
  ];
}

function kindsIn(
  view: ModuleView,
  { declaration }: FamilyBlock,
): readonly (readonly [string, StringSymbol])[] {
  return instancesOf(view, declaration).flatMap((instance) => {
    const id = (name: string): string | undefined => {
      const value = valueInInstance(view, declaration, instance, name);
      return value && symbolIdOf(value);
    };
    const [stack, module, integration] = [id("stack_id"), id("module_id"), id("integration_id")];
    return [
      ...(stack === undefined ? [] : [[stack, slugSymbol(stack, "stack", "other", stack)] as const]),
      ...(module === undefined ? [] : [[module, slugSymbol(module, "module", "other", module)] as const]),
      ...(integration === undefined
        ? []
        : [[integration, integrationIdSymbol(integration, "other")] as const]),
    ];
  });
}

/** The symbol that a value is, where it is nothing else. */
export function symbolIdOf(value: Value): string | undefined {
  if (value.kind === "unknown") return value.symbol?.id;
  const [only, ...others] = value.kind === "string" ? value.parts : [];
  return only?.kind === "symbol" && others.length === 0 ? only.symbol.id : undefined;
}
