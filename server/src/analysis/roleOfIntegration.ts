/** The IAM role that an integration's `role_arn` names: one of this module, or what the ARN says of one elsewhere. */
import type { Attribute } from "../hcl/ast.ts";
import { attributeOf } from "../terraform/block.ts";
import { declarationsOfType, type BlockDeclaration } from "../terraform/module.ts";
import { referenceOf, referencesIn } from "../terraform/references.ts";
import { knownText, type StringPart, type Value } from "../terraform/value.ts";
import { attribute, type FamilyBlock, type ModuleView } from "./moduleView.ts";
import { isPathOf, nameInArn } from "./nameInArn.ts";
import { identityOf, signatureOf, symbolSignature } from "./signature.ts";
import { roleMeant } from "./trust/roleAccount.ts";

export type RoleOfIntegration =
  /** A role of this module; `byReference` when the ARN is the role's own attribute, straight or through a local. */
  | {
      readonly kind: "declared";
      readonly role: BlockDeclaration;
      readonly byReference: boolean;
      readonly roleArn: Attribute;
    }
  /** `aws_iam_role.x.arn` of a role that the module does not declare. */
  | { readonly kind: "undeclared"; readonly name: string; readonly roleArn: Attribute }
  /** An ARN whose text is known at least from `role/` on. */
  | {
      readonly kind: "named";
      readonly path: string;
      readonly name: readonly StringPart[];
      readonly roleArn: Attribute;
    }
  /** An ARN of which nothing is known. */
  | { readonly kind: "unknown"; readonly roleArn: Attribute }
  /** No `role_arn`, or an empty one. */
  | { readonly kind: "missing"; readonly roleArn: Attribute | undefined };

export function roleOfIntegration(view: ModuleView, integration: FamilyBlock): RoleOfIntegration {
  const roleArn = attribute(integration, "role_arn");
  if (!roleArn || roleArn.value.kind === "MissingExpression") return { kind: "missing", roleArn };
  const reference = referenceOf(roleArn.value);
  if (reference?.type === "aws_iam_role") {
    const role = roleAt(view, reference.address);
    return role
      ? { kind: "declared", role, byReference: true, roleArn }
      : { kind: "undeclared", name: reference.name, roleArn };
  }
  return fromValue(view, roleArn, view.evaluate(roleArn.value, integration.file));
}

/** Undefined where the role of that name may be one of another AWS account. */
export function certainRoleOf(view: ModuleView, integration: FamilyBlock): BlockDeclaration | undefined {
  const found = roleOfIntegration(view, integration);
  if (found.kind !== "declared") return undefined;
  const value = view.evaluate(found.roleArn.value, integration.file);
  const parts = value.kind === "string" ? value.parts : [];
  const named = nameInArn(parts);
  const alike = named && rolesByName(view).get(signatureOf(named.name));
  return !alike || roleMeant(view, parts, alike) ? found.role : undefined;
}

function fromValue(view: ModuleView, roleArn: Attribute, value: Value): RoleOfIntegration {
  if (value.kind !== "string") return { kind: "unknown", roleArn };
  const { parts } = value;
  if (parts.length === 0) return { kind: "missing", roleArn };
  const byReference = roleOfSymbol(view, parts);
  if (byReference) return { kind: "declared", role: byReference, byReference: true, roleArn };
  const named = nameInArn(parts);
  if (!named) return { kind: "unknown", roleArn };
  const sameName = rolesByName(view).get(signatureOf(named.name)) ?? [];
  const alike = sameName.filter(({ declaration }) =>
    isPathOf(named, valueOf(view, declaration, "path"), declaration.address),
  );
  const role = (roleMeant(view, parts, alike) ?? alike[0])?.declaration;
  if (role) return { kind: "declared", role, byReference: dependsOnRole(view, roleArn, role), roleArn };
  const path = knownText(named.path);
  return path === undefined
    ? { kind: "unknown", roleArn }
    : { kind: "named", path, name: named.name, roleArn };
}

/** A value that is nothing but the symbol `aws_iam_role.x.arn`, such as a local that holds it. */
function roleOfSymbol(view: ModuleView, parts: readonly StringPart[]): BlockDeclaration | undefined {
  const [only, ...others] = parts;
  if (only?.kind !== "symbol" || others.length > 0) return undefined;
  const match = /^(aws_iam_role\.[^.[\]]+)(\[.*\])?\.arn$/.exec(only.symbol.id);
  return match?.[1] === undefined ? undefined : roleAt(view, match[1]);
}

function roles(view: ModuleView): readonly BlockDeclaration[] {
  return declarationsOfType(view.module, "resource", "aws_iam_role");
}

function roleAt(view: ModuleView, address: string): BlockDeclaration | undefined {
  const role = view.module.byAddress.get(address)?.find(({ kind }) => kind === "resource");
  return role?.kind === "resource" ? role : undefined;
}

interface NamedRole {
  readonly declaration: BlockDeclaration;
}

const byName = new WeakMap<ModuleView, ReadonlyMap<string, readonly NamedRole[]>>();

/** Roles by the signature of their name. */
function rolesByName(view: ModuleView): ReadonlyMap<string, readonly NamedRole[]> {
  const known = byName.get(view);
  if (known) return known;
  const found = new Map<string, NamedRole[]>();
  for (const declaration of roles(view)) {
    const signature = signatureOfRole(view, declaration);
    if (signature !== undefined) found.set(signature, [...(found.get(signature) ?? []), { declaration }]);
  }
  byName.set(view, found);
  return found;
}

/** Names are equal when their texts are, symbols by what they stand for. */
function signatureOfRole(view: ModuleView, role: BlockDeclaration): string | undefined {
  const name = valueOf(view, role, "name");
  return name ? identityOf(name) : symbolSignature(`${role.address}.name`);
}

function valueOf(view: ModuleView, role: BlockDeclaration, attributeName: string): Value | undefined {
  const found = attributeOf(role.block, attributeName);
  return found && view.evaluate(found.value, role.file);
}

/** Whether the ARN is made from the role itself, such as `".../${aws_iam_role.x.name}"`, also through locals. */
function dependsOnRole(view: ModuleView, roleArn: Attribute, role: BlockDeclaration): boolean {
  const seen = new Set<string>();
  const visit = (attributeToRead: Attribute): boolean =>
    referencesIn(attributeToRead.value).some((reference) => {
      if (reference.address === role.address) return true;
      if (reference.kind !== "local" || seen.has(reference.address)) return false;
      seen.add(reference.address);
      const local = view.module.byAddress.get(reference.address)?.[0];
      return local?.kind === "local" && visit(local.attribute);
    });
  return visit(roleArn);
}
