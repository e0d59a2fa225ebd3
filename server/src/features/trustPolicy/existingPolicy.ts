/** Reads the trust policy that a role already has, as far as its statements can be replaced one by one. */
import type { FamilyBlock, ModuleView } from "../../analysis/moduleView.ts";
import { textOf } from "../../base/span.ts";
import type { Attribute, Expression, ObjectConstructor, TupleConstructor } from "../../hcl/ast.ts";
import { attributeOf } from "../../terraform/block.ts";
import type { BlockDeclaration } from "../../terraform/module.ts";
import { referencesIn } from "../../terraform/references.ts";

export type ExistingPolicy =
  | { readonly kind: "absent" }
  /** `jsonencode({ Statement = [...] })`: the statements that the new ones replace, and the others stay. */
  | {
      readonly kind: "statements";
      readonly statements: TupleConstructor;
      readonly replaceable: readonly Expression[];
      readonly tagsSessions: boolean;
    }
  /** Anything else; `description` says what, to follow "comes from". */
  | { readonly kind: "other"; readonly attribute: Attribute; readonly description: string };

export function existingPolicy(
  view: ModuleView,
  role: BlockDeclaration,
  integration: FamilyBlock,
): ExistingPolicy {
  const policy = attributeOf(role.block, "assume_role_policy");
  if (!policy || policy.value.kind === "MissingExpression" || isEmptyString(policy.value))
    return { kind: "absent" };
  const statements = statementsOf(policy.value);
  if (!statements) return { kind: "other", attribute: policy, description: describe(policy.value) };
  const source = role.file.syntax.text;
  const texts = statements.elements.map((element) => ({ element, text: textOf(source, element) }));
  const tagging = texts.filter(({ text }) => onlyTagsSessions(text));
  const replaceable = texts
    .filter(({ element, text }) => !onlyTagsSessions(text) && isAbout(view, integration, element, text))
    .map(({ element }) => element);
  return { kind: "statements", statements, replaceable, tagsSessions: tagging.length > 0 };
}

function isEmptyString(value: Expression): boolean {
  return value.kind === "Template" && value.parts.length === 0;
}

/** The list of statements in `jsonencode({ Statement = [...] })`; undefined for every other shape. */
function statementsOf(value: Expression): TupleConstructor | undefined {
  if (value.kind !== "FunctionCall" || value.name.name !== "jsonencode") return undefined;
  const [policy] = value.args;
  if (policy?.kind !== "ObjectConstructor") return undefined;
  const statements = entry(policy, "Statement");
  return statements?.kind === "TupleConstructor" ? statements : undefined;
}

function entry(object: ObjectConstructor, name: string): Expression | undefined {
  return object.items.find(({ key }) => keyName(key) === name)?.value;
}

function keyName(key: Expression): string | undefined {
  if (key.kind === "Variable") return key.name;
  if (key.kind !== "Template" || key.parts.length !== 1) return undefined;
  const [part] = key.parts;
  return part?.kind === "TemplateLiteral" ? part.value : undefined;
}

function onlyTagsSessions(text: string): boolean {
  return text.includes("sts:TagSession") && !text.includes("AssumeRole");
}

/** True for a statement that speaks of Spacelift and of no other integration. */
function isAbout(view: ModuleView, integration: FamilyBlock, element: Expression, text: string): boolean {
  const speaks = /spacelift|324880187172|577638371743|sts:ExternalId/i.test(text);
  return speaks && !namesAnotherIntegration(view, integration, element);
}

function namesAnotherIntegration(view: ModuleView, integration: FamilyBlock, element: Expression): boolean {
  return referencesIn(element).some((reference) => {
    if (reference.type === "spacelift_aws_integration")
      return reference.address !== integration.declaration.address;
    if (reference.type !== "spacelift_aws_integration_attachment_external_id") return false;
    const source = view.family.find(({ declaration }) => declaration.address === reference.address);
    const id = source && attributeOf(source.block, "integration_id");
    return id !== undefined && namesAnotherIntegration(view, integration, id.value);
  });
}

function describe(value: Expression): string {
  const [reference] = referencesIn(value);
  if (reference) return reference.address;
  return value.kind === "Template" && value.heredoc
    ? "a heredoc"
    : "an expression that is not jsonencode({ ... })";
}
