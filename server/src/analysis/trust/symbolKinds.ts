/** Symbols that are slugs or IDs because of where they are used: `stack_id = var.stack` makes `var.stack` a slug. */
import type { StringSymbol } from "../../iam/symbolic.ts";
import type { Value } from "../../terraform/value.ts";
import { familyOfType, type FamilyBlock, type ModuleView } from "../moduleView.ts";
import { valueInInstance } from "./blockValue.ts";
import { instancesOf } from "../../terraform/repetition.ts";
import { integrationIdSymbol, slugSymbol } from "./shapes.ts";

/** What a symbol is by its uses; undefined where they do not tell. */
export function kindByUse(view: ModuleView, id: string): StringSymbol | undefined {
  const kind = symbolKinds(view).get(id);
  noted?.push({ id, label: kind?.label });
  return kind;
}

/** A symbol whose uses were looked at, and what it was by them. */
interface KindAsked {
  readonly id: string;
  readonly label: string | undefined;
}

export type KindsAsked = readonly KindAsked[];

/** Does the work, and tells which symbols it took for what they are used for. */
export function notingKinds<T>(work: () => T): { readonly result: T; readonly asked: KindsAsked } {
  const outer = noted;
  const all = outer ?? [];
  const before = all.length;
  noted = all;
  try {
    const result = work();
    return { result, asked: all.length === before ? none : all.slice(before) };
  } finally {
    noted = outer;
  }
}

/** As if those symbols had been asked for again. */
export function noteKinds(asked: KindsAsked): void {
  if (asked.length > 0) noted?.push(...asked);
}

/** Whether the uses in this module still say the same about them. */
export function areSameKinds(view: ModuleView, asked: KindsAsked): boolean {
  return asked.every(({ id, label }) => symbolKinds(view).get(id)?.label === label);
}

const none: KindsAsked = [];
/** What the outermost work under way has asked. */
let noted: KindAsked[] | undefined;

const known = new WeakMap<ModuleView, ReadonlyMap<string, StringSymbol>>();

function symbolKinds(view: ModuleView): ReadonlyMap<string, StringSymbol> {
  const found = known.get(view) ?? new Map(usersOf(view).flatMap((block) => kindsIn(view, block)));
  known.set(view, found);
  return found;
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
  const only = value.kind === "string" && value.parts.length === 1 ? value.parts[0] : undefined;
  return only?.kind === "symbol" ? only.symbol.id : undefined;
}
