/** The role of an integration where another module makes it, and how that module is called. */
import type { FamilyBlock, ModuleView } from "../../analysis/moduleView.ts";
import { valueInInstance } from "../../analysis/trust/blockValue.ts";
import { verdictsOf } from "../../analysis/trust/judge.ts";
import type { RoleInstance } from "../../analysis/trust/roleOfSubject.ts";
import { declarationOf, type BlockDeclaration } from "../../terraform/module.ts";
import type { RoleName } from "./roleName.ts";

export interface CalledRole {
  readonly kind: "called";
  readonly role: RoleInstance;
  /** The `module` block. */
  readonly call: BlockDeclaration;
}

export type RoleElsewhere =
  | CalledRole
  /** A module that this one does not call, or not once. */
  | { readonly kind: "out of reach"; readonly role: RoleInstance };

/** Undefined for a role of this module, and for one that is not known. */
export function roleElsewhere(view: ModuleView, integration: FamilyBlock): RoleElsewhere | undefined {
  const roles = verdictsOf(view).flatMap(({ subject, role }) =>
    subject.block.declaration === integration.declaration && role.kind === "judged" ? [role.policy.role] : [],
  );
  const [role] = roles;
  if (!role || role.view.module === view.module) return undefined;
  const call = callOf(view, role);
  const isOne = roles.every((other) => other.declaration === role.declaration);
  return call && isOne ? { kind: "called", role, call } : { kind: "out of reach", role };
}

function callOf({ around, instance, module }: ModuleView, role: RoleInstance): BlockDeclaration | undefined {
  const calls = around.called(instance).filter((call) => call.instance.module === role.view.module);
  const [only, ...others] = calls;
  if (!only || others.length > 0 || only.instance !== role.view.instance || only.repetition.step !== "") {
    return undefined;
  }
  const call = declarationOf(module, only.address);
  return call?.kind === "module" ? call : undefined;
}

/** The role's name and path in the words of the module that calls; undefined where they are not known there. */
export function nameInCaller({ declaration, instance, view, back }: RoleInstance): RoleName | undefined {
  const inside = (attribute: string): string | undefined => {
    const value = valueInInstance(view, declaration, instance, attribute);
    if (value?.kind !== "string") return undefined;
    const texts = value.parts.map((part) => {
      if (part.kind === "literal") return part.text;
      const id = part.kind === "symbol" ? back(part.symbol.id) : "";
      return plainReference.test(id) ? `\${${id}}` : undefined;
    });
    return texts.includes(undefined) ? undefined : texts.join("");
  };
  const name = inside("name");
  const path = valueInInstance(view, declaration, instance, "path") ? inside("path") : "/";
  return name === undefined || path === undefined ? undefined : { name, path };
}

/** A symbol's name that is a reference as it stands. */
const plainReference = /^(?:var|data\.\w+\.[\w-]+|[a-z]\w*_\w+\.[\w-]+)\.[\w-]+$/;
