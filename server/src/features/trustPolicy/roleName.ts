/** The name and path that a new role needs, and the ARN of a role written without a reference to it. */
import { attribute, type FamilyBlock, type ModuleView } from "../../analysis/moduleView.ts";
import { textOf } from "../../base/span.ts";
import type { Expression, Template } from "../../hcl/ast.ts";
import { attributeOf } from "../../terraform/block.ts";
import {
  declarationOf,
  declarationsOfType,
  type BlockDeclaration,
  type ModuleFile,
} from "../../terraform/module.ts";
import { referenceOf, unwrap } from "../../terraform/references.ts";
import { withIterators, type Iterators } from "./repetition.ts";

/** Both as the inside of a template. */
export interface RoleName {
  readonly name: string;
  /** `/`, or something that begins and ends with one. */
  readonly path: string;
}

/**
 * The name and path in the text of an ARN, seen through locals: `role/ci/${local.name}` is name `${local.name}` with
 * path `/ci/`. Undefined where the text does not say.
 */
export function nameInArnText(
  view: ModuleView,
  expression: Expression,
  file: ModuleFile,
): RoleName | undefined {
  const seen = new Set<string>();
  let current = { expression: unwrap(expression), file };
  for (;;) {
    if (current.expression.kind === "Template") return splitArn(current.expression, current.file);
    const reference = referenceOf(current.expression);
    if (reference?.kind !== "local" || reference.steps.length > 0 || seen.has(reference.address))
      return undefined;
    seen.add(reference.address);
    const local = declarationOf(view.module, reference.address);
    if (local?.kind !== "local") return undefined;
    current = { expression: unwrap(local.attribute.value), file: local.file };
  }
}

function splitArn(template: Template, file: ModuleFile): RoleName | undefined {
  if (template.heredoc !== undefined || !template.close) return undefined;
  const inside = file.syntax.text.slice(template.open.end, template.close.start);
  const match = /:role(\/(?:[^/${}]+\/)*)((?:[^/${}"]|\$\{[^{}"]*\})+)$/.exec(inside);
  return match?.[1] === undefined || match[2] === undefined ? undefined : { path: match[1], name: match[2] };
}

/** The role whose attributes say this name, word for word; what is made from one ARN is of one role. */
export function roleNamed(view: ModuleView, { name, path }: RoleName): BlockDeclaration | undefined {
  return declarationsOfType(view.module, "resource", "aws_iam_role").find((role) => {
    const own = nameOfRole(role);
    const isOfArn = name.startsWith("${basename(");
    return own && asExpression(own.name) === asExpression(name) && (isOfArn || own.path === path);
  });
}

/** What the role's own attributes say; undefined where its name is not set there, so that nobody knows it yet. */
function nameOfRole({ block, file }: BlockDeclaration): RoleName | undefined {
  const name = attributeOf(block, "name");
  if (!name || name.value.kind === "MissingExpression") return undefined;
  const path = attributeOf(block, "path");
  return { name: templateInside(name.value, file), path: path ? templateInside(path.value, file) : "/" };
}

/**
 * The same as another block has to write it that refers to the role by `reference`: that one's index stands for what
 * tells the role's instances apart. `differs`: something else does.
 */
export function nameSeenFrom(
  { block, file }: BlockDeclaration,
  reference: Expression,
  from: ModuleFile,
): RoleName | "unset" | "differs" {
  const name = attributeOf(block, "name");
  if (!name || name.value.kind === "MissingExpression") return "unset";
  const [step] = referenceOf(reference)?.steps ?? [];
  const key = step?.kind === "index" ? textOf(from.syntax.text, step.key) : undefined;
  const iterators = key === undefined ? {} : { "each.key": key, "count.index": key };
  const path = attributeOf(block, "path");
  const itsName = insideWith(name.value, file, iterators);
  const itsPath = path ? insideWith(path.value, file, iterators) : "/";
  return itsName === undefined || itsPath === undefined ? "differs" : { name: itsName, path: itsPath };
}

/** Text that stands for an iterator becomes part of the text around it. */
function insideWith(expression: Expression, file: ModuleFile, iterators: Iterators): string | undefined {
  const inner = unwrap(expression);
  const source = withIterators(inner, file, iterators);
  return source && asInside(inner, source).replaceAll(/\$\{"([\w-]+)"\}/g, "$1");
}

/** An expression as the inside of a template. */
export function templateInside(expression: Expression, file: ModuleFile): string {
  const inner = unwrap(expression);
  return asInside(inner, textOf(file.syntax.text, inner));
}

function asInside(inner: Expression, source: string): string {
  const isString = inner.kind === "Template" && inner.heredoc === undefined && inner.close !== undefined;
  return isString ? source.slice(1, -1) : `\${${source}}`;
}

/** The inside of a template as the shortest expression: `${local.x}` is `local.x`, everything else gets its quotes. */
export function asExpression(inside: string): string {
  const match = /^\$\{((?:[^{}"]|"[^{}"]*")+)\}$/.exec(inside);
  return match?.[1] ?? `"${inside}"`;
}

/** A name for a role of which nothing is known: from the integration's name where that is literal. */
export function suggestedName(integration: FamilyBlock): string {
  const name = attribute(integration, "name");
  const [part, ...others] = name?.value.kind === "Template" ? name.value.parts : [];
  const literal =
    part?.kind === "TemplateLiteral" && others.length === 0 ? part.value : integration.declaration.name;
  const clean = literal
    .toLowerCase()
    .replace(/[^\w+=,.@-]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const role = clean.includes("spacelift") ? clean : `spacelift-${clean}`;
  return role.slice(0, 64);
}

/** The ARN of the role in the account of the data source, as an expression. A role trusts its own partition only. */
export function writeArn(callerIdentity: string, partition: string, name: RoleName): string {
  return arnIn(`arn:${partition}:iam::\${${callerIdentity}.account_id}`, name);
}

/** The ARN of the role in the account that the beginning of another ARN says, as an expression. */
export function arnIn(account: string, { name, path }: RoleName): string {
  return `"${account}:role${path}${name}"`;
}

/** What an ARN says in front of `:role/`, where it says it without the role: `arn:aws:iam::123456789012`. */
export function accountWritten(arn: Expression, { syntax }: ModuleFile): string | undefined {
  if (arn.kind !== "Template" || arn.heredoc !== undefined) return undefined;
  const written = /^"(arn:[^"]*?):role\//.exec(textOf(syntax.text, arn))?.[1];
  return written?.includes("aws_iam_role.") === false ? written : undefined;
}
