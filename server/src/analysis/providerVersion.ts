/** Which versions of Spacelift's provider the module allows, by its `required_providers`. */
import type { Attribute, Expression, ObjectConstructor } from "../hcl/ast.ts";
import { attributesOf, blocksOf } from "../terraform/block.ts";
import type { Module, ModuleFile } from "../terraform/module.ts";

export interface VersionRequirement {
  readonly file: ModuleFile;
  /** The string that holds the constraint. */
  readonly expression: Expression;
  readonly constraint: string;
}

/** `registry.terraform.io/spacelift-io/spacelift`, or Spacelift's own registry, with or without the host. */
const providerSource = /^([^/]+\/)?spacelift-io\/spacelift$/;

/** The constraints that the module writes down for the provider; all of them have to hold. */
export function versionRequirements(module: Module): readonly VersionRequirement[] {
  return module.declarations.flatMap((declaration) => {
    if (declaration.kind !== "terraform") return [];
    return blocksOf(declaration.block.body, "required_providers")
      .flatMap(({ body }) => attributesOf(body))
      .filter(isSpacelift)
      .flatMap((provider) => constraintIn(declaration.file, provider));
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
  return expression && constraint !== undefined ? [{ file, expression, constraint }] : [];
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
