/** The role of the workspace that an integration's `role_arn` names, instance by instance. */
import { alternativesOf, type Alternative } from "../../terraform/alternatives.ts";
import { canHoldTogether, factsInBoth, type Fact } from "../../terraform/facts.ts";
import { declarationsOfType, type BlockDeclaration } from "../../terraform/module.ts";
import {
  asKnownString,
  firstUnknown,
  knownText,
  type StringPart,
  type Value,
} from "../../terraform/value.ts";
import { renameSymbols, sameNames, type Rename } from "../../terraform/renameSymbols.ts";
import type { ModuleView } from "../moduleView.ts";
import { isPathOf, nameInArn } from "../nameInArn.ts";
import { identityOf, renameSignature, signatureOf, symbolSignature } from "../signature.ts";
import { blockAt, readAddress } from "./address.ts";
import { instanceAt, valueInInstance } from "./blockValue.ts";
import { elsewhere, modulesAround } from "./elsewhere.ts";
import { reasonInWords } from "./reasons.ts";
import { isOfOneAccount, roleMeant } from "./roleAccount.ts";
import { instancesOf, type Instance } from "../../terraform/repetition.ts";
import { settingIn, type Subject } from "./subjects.ts";
import { symbolIdOf } from "./symbolKinds.ts";

export interface RoleInstance {
  readonly declaration: BlockDeclaration;
  readonly instance: Instance;
  /** The module that makes it. */
  readonly view: ModuleView;
  /** What symbols of that module are called here. */
  readonly back: Rename;
}

type RoleOfSubject = FoundRole | Unjudged;

interface FoundRole {
  readonly kind: "role";
  readonly role: RoleInstance;
  /** What `role_arn` names the role by, of conditions which nobody knows; where they do not hold it names another. */
  readonly facts: readonly Fact[];
}

export interface Unjudged {
  readonly kind: "unjudged";
  /** Why there is nothing to judge, as the rest of a sentence. */
  readonly reason: string;
  /** True where there is no role to look at, so that there is nothing to find out about it either. */
  readonly noRole: boolean;
}

export function roleOfSubject(view: ModuleView, subject: Subject): RoleOfSubject {
  const arn = settingIn(view, subject, "role_arn");
  if (arn === undefined) return noRole("role_arn is not set");
  // Without an ARN there is no integration.
  const alternatives = alternativesOf(arn, subject.instance.facts).filter(({ value }) => isGiven(value));
  const [one, ...others] = alternatives;
  if (one && others.length === 0) return roleNamedBy(view, one);
  return onlyRoleOf(view, alternatives) ?? whichRole(arn);
}

function isGiven(arn: Value): boolean {
  return arn.kind !== "null" && asKnownString(arn) !== "";
}

/** The one that is known of several: `var.create ? aws_iam_role.main[0].arn : var.role_arn`. */
function onlyRoleOf(view: ModuleView, alternatives: readonly Alternative[]): FoundRole | undefined {
  const [one, ...others] = alternatives.flatMap((alternative): readonly FoundRole[] => {
    const found = roleNamedBy(view, alternative);
    return found.kind === "role" ? [{ ...found, facts: [...alternative.facts, ...found.facts] }] : [];
  });
  if (!one || !others.every(({ role }) => isSameRole(role, one.role))) return undefined;
  return { ...one, facts: others.map(({ facts }) => facts).reduce(factsInBoth, one.facts) };
}

function isSameRole(one: RoleInstance, other: RoleInstance): boolean {
  return (
    one.view === other.view &&
    one.declaration === other.declaration &&
    one.instance.step === other.instance.step
  );
}

/** With what has to hold beyond that for the role to be it. */
function roleNamedBy(view: ModuleView, { value: arn, facts }: Alternative): RoleOfSubject {
  const id = symbolIdOf(arn);
  const named = id === undefined ? undefined : roleNamedBySymbol(view, id);
  if (named) return named;
  return arn.kind === "string" ? roleNamedByText(view, arn.parts, facts) : whichRole(arn);
}

function whichRole(arn: Value): Unjudged {
  const reason = firstUnknown(arn);
  return unjudged(`which role it is cannot be told${reason ? `, because ${reasonInWords(reason)}` : ""}`);
}

function roleNamedBySymbol(view: ModuleView, id: string): RoleOfSubject | undefined {
  const there = elsewhere(view, id);
  if (there) {
    const found = roleNamedBySymbol(there.view, there.id);
    if (found?.kind !== "role") return found;
    const { role } = found;
    return { ...found, role: { ...role, back: (name) => there.back(role.back(name)) } };
  }
  const address = readAddress(id);
  if (address?.type !== "aws_iam_role" || address.mode !== "resource" || address.attribute !== "arn") {
    return undefined;
  }
  const declaration = blockAt(view.module, address);
  if (!declaration) return noRole(`${address.address} is not declared in this module`);
  const instance = instanceAt(view, declaration, address.step);
  return instance
    ? foundRole(roleHere(view, declaration, instance))
    : unjudged(`which instance of ${address.address} it is cannot be told`);
}

function foundRole(role: RoleInstance, facts: readonly Fact[] = []): FoundRole {
  return { kind: "role", role, facts };
}

export function roleHere(view: ModuleView, declaration: BlockDeclaration, instance: Instance): RoleInstance {
  return { declaration, instance, view, back: sameNames };
}

const openName = "the name of the role cannot be told from role_arn";
const openPath = "whether the role has the path in role_arn cannot be told";

type NameInArn = NonNullable<ReturnType<typeof nameInArn>>;

function roleNamedByText(
  view: ModuleView,
  parts: readonly StringPart[],
  known: readonly Fact[],
): RoleOfSubject {
  const name = nameInArn(parts);
  if (!name) return knownText(parts) === undefined ? unjudged(openName) : noRole(openName);
  const isOpen = name.name.some((part) => part.kind === "unknown");
  const named = isOpen ? [] : (rolesByName(view).get(signatureOf(name.name)) ?? []);
  const alike = named.filter(({ facts }) => canHoldTogether([...known, ...facts]));
  const apart = alike.flatMap(({ role }) => reasonOfPath(role, name.path) ?? [])[0];
  if (apart !== undefined) return unjudged(apart);
  const meant = roleMeant(view, parts, alike);
  if (meant) return foundRole(meant.role, meant.facts);
  const around = isOpen ? noRoleBy(view) : roleAround(view, name);
  if (alike.length === 0 && (around.kind !== "role" || isOfOneAccount(view, parts))) return around;
  return unjudged(
    "there are roles with that name in several AWS accounts, and which one is meant cannot be told",
  );
}

/** Why it is not the role with the path, or nobody can tell; undefined where it is. */
function reasonOfPath(
  { view, declaration, instance, back }: RoleInstance,
  path: readonly StringPart[],
): string | undefined {
  const set = valueInInstance(view, declaration, instance, "path");
  const own = !set || set.kind === "null" ? "/" : asKnownString(set);
  const given = knownText(path);
  if (given !== undefined && own !== undefined && own !== given)
    return `${declaration.address} has the path ${own}, and role_arn has ${given}`;
  const address = back(declaration.address + instance.step);
  return isPathOf({ path }, set && renameSymbols(set, back), address) ? undefined : openPath;
}

/** A role of the modules around, by its name in the words of this one. */
function roleAround(view: ModuleView, { name, path }: NameInArn): RoleOfSubject {
  const [role, ...others] = rolesAround(view).get(signatureOf(name)) ?? [];
  const known = knownText(name);
  if (!role) return known === undefined ? noRoleBy(view) : noRole("the role is not in this module");
  if (others.length > 0) {
    const called = known === undefined ? "the name in role_arn" : `the name ${known}`;
    return unjudged(`${others.length + 1} roles of the modules around have ${called}`);
  }
  const apart = reasonOfPath(role, path);
  return apart === undefined ? foundRole(role) : unjudged(apart);
}

/** By a name that is not known it may be any role that there is. */
function noRoleBy(view: ModuleView): Unjudged {
  const isAny = rolesByName(view).size > 0 || rolesAround(view).size > 0;
  return isAny ? unjudged(openName) : noRole("the role is not in this module");
}

const around = new WeakMap<ModuleView, ReadonlyMap<string, readonly RoleInstance[]>>();

/** The roles of the modules that call this one or are called, by their signatures as this one would write them. */
function rolesAround(view: ModuleView): ReadonlyMap<string, readonly RoleInstance[]> {
  const known = around.get(view);
  if (known) return known;
  const found = new Map<string, RoleInstance[]>();
  for (const { view: other, back } of modulesAround(view)) {
    if (other === view) continue;
    for (const [name, roles] of rolesByName(other)) {
      const certain = roles.filter(({ facts }) => facts.length === 0);
      const renamed = certain.map(({ role }) => ({ ...role, back }));
      const signature = renameSignature(name, back);
      found.set(signature, [...(found.get(signature) ?? []), ...renamed]);
    }
  }
  around.set(view, found);
  return found;
}

/** A role that has a name where these facts hold. */
interface NamedRole {
  readonly role: RoleInstance;
  readonly declaration: BlockDeclaration;
  readonly facts: readonly Fact[];
}

const byName = new WeakMap<ModuleView, ReadonlyMap<string, readonly NamedRole[]>>();

/** Roles by the signature of their name. */
function rolesByName(view: ModuleView): ReadonlyMap<string, readonly NamedRole[]> {
  const known = byName.get(view);
  if (known) return known;
  const found = new Map<string, NamedRole[]>();
  for (const declaration of declarationsOfType(view.module, "resource", "aws_iam_role")) {
    for (const instance of instancesOf(view, declaration)) {
      const role = roleHere(view, declaration, instance);
      for (const { signature, facts } of signaturesOf(role)) {
        const same = found.get(signature);
        const named = { role, declaration, facts };
        if (same) same.push(named);
        else found.set(signature, [named]);
      }
    }
  }
  byName.set(view, found);
  return found;
}

interface Signature {
  readonly signature: string;
  readonly facts: readonly Fact[];
}

/** By what is configured, and by reference to the role's own name. */
function signaturesOf({ view, declaration, instance }: RoleInstance): readonly Signature[] {
  const name: Value | undefined = valueInInstance(view, declaration, instance, "name");
  const configured = name ? alternativesOf(name, instance.facts) : [];
  const known = configured.flatMap(({ value, facts }): readonly Signature[] => {
    const signature = identityOf(value);
    return signature === undefined ? [] : [{ signature, facts }];
  });
  return [...known, { signature: symbolSignature(`${declaration.address}${instance.step}.name`), facts: [] }];
}

export function unjudged(reason: string): Unjudged {
  return { kind: "unjudged", reason, noRole: false };
}

function noRole(reason: string): Unjudged {
  return { kind: "unjudged", reason, noRole: true };
}
