/**
 * Which versions of Spacelift's provider may be in use: what the module and those that call it allow in
 * `required_providers`, and what the lock file beside the root module holds.
 * https://developer.hashicorp.com/terraform/language/files/dependency-lock
 */
import type { Attribute, Expression, ObjectConstructor } from "../hcl/ast.ts";
import { attributeOf, attributesOf, blocksOf } from "../terraform/block.ts";
import type { Module, ModuleFile } from "../terraform/module.ts";
import type { ModuleInstance } from "../terraform/moduleInstances.ts";
import type { ModuleView } from "./moduleView.ts";

export interface VersionRequirement {
  /** Written by a person, or the version that was chosen when the providers were installed. */
  readonly kind: "allowed" | "locked";
  readonly file: ModuleFile;
  /** The string that holds the constraint. */
  readonly expression: Expression;
  readonly constraint: string;
}

/** `registry.terraform.io/spacelift-io/spacelift`, or Spacelift's own registry, with or without the host. */
const providerSource = /^([^/]+\/)?spacelift-io\/spacelift$/;

const byView = new WeakMap<ModuleView, readonly VersionRequirement[]>();

/** All of them have to hold. */
export function versionRequirements(view: ModuleView): readonly VersionRequirement[] {
  const found = byView.get(view) ?? findRequirements(view);
  byView.set(view, found);
  return found;
}

function findRequirements({ instance }: ModuleView): readonly VersionRequirement[] {
  const chain = chainOf(instance);
  const root = chain.at(-1);
  return [...chain.flatMap(({ module }) => allowedIn(module)), ...(root ? lockedIn(root.module) : [])];
}

/** The module and those that call it, the root last. */
function chainOf(instance: ModuleInstance): readonly ModuleInstance[] {
  return instance.caller ? [instance, ...chainOf(instance.caller)] : [instance];
}

/** The constraints that the module writes down for the provider. */
function allowedIn(module: Module): readonly VersionRequirement[] {
  return module.declarations.flatMap((declaration) => {
    if (declaration.kind !== "terraform") return [];
    return blocksOf(declaration.block.body, "required_providers")
      .flatMap(({ body }) => attributesOf(body))
      .filter(isSpacelift)
      .flatMap((provider) => constraintIn(declaration.file, provider));
  });
}

function lockedIn({ companions: { lockFile: file } }: Module): readonly VersionRequirement[] {
  if (!file) return [];
  return blocksOf(file.syntax.body, "provider")
    .filter(({ labels }) => providerSource.test(labels[0]?.value ?? ""))
    .flatMap((block) => {
      const expression = attributeOf(block, "version")?.value;
      const constraint = literal(expression);
      return expression && constraint !== undefined
        ? [{ kind: "locked" as const, file, expression, constraint }]
        : [];
    });
}

function isSpacelift({ name, value }: Attribute): boolean {
  const source = value.kind === "ObjectConstructor" ? literal(entry(value, "source")) : undefined;
  return source === undefined ? name.name === "spacelift" : providerSource.test(source);
}

/** Older modules write the constraint as a plain string. */
function constraintIn(file: ModuleFile, { value }: Attribute): readonly VersionRequirement[] {
  const expression = value.kind === "ObjectConstructor" ? entry(value, "version") : value;
  const constraint = literal(expression);
  return expression && constraint !== undefined ? [{ kind: "allowed", file, expression, constraint }] : [];
}

function entry({ items }: ObjectConstructor, name: string): Expression | undefined {
  return items.find(({ key }) => (key.kind === "Variable" ? key.name : literal(key)) === name)?.value;
}

/** Terraform allows no expressions here, so nothing but a plain string counts. */
function literal(expression: Expression | undefined): string | undefined {
  if (expression?.kind !== "Template") return undefined;
  const [part] = expression.parts;
  return expression.parts.length === 1 && part?.kind === "TemplateLiteral" ? part.value : undefined;
}
