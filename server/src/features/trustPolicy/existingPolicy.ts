/** Reads the trust policy that a role already has, as far as its statements can be replaced one by one. */
import type { FamilyBlock, ModuleView } from "../../analysis/moduleView.ts";
import { textOf } from "../../base/span.ts";
import type { Attribute, Block, Expression, ObjectConstructor, TupleConstructor } from "../../hcl/ast.ts";
import { attributeOf, blocksOf } from "../../terraform/block.ts";
import {
  declarationOf,
  declarationsOfType,
  type BlockDeclaration,
  type ModuleFile,
} from "../../terraform/module.ts";
import { referenceOf, referencesIn } from "../../terraform/references.ts";

export type ExistingPolicy =
  | { readonly kind: "absent" }
  /** `jsonencode({ Statement = [...] })`: the statements that the new ones replace, and the others stay. */
  | {
      readonly kind: "statements";
      readonly statements: TupleConstructor;
      readonly replaceable: readonly Expression[];
      readonly tagsSessions: boolean;
      /** Nothing in it speaks of anything but this integration. */
      readonly isAllOurs: boolean;
    }
  /** `data.aws_iam_policy_document.x.json` of this module, its statements written out. */
  | {
      readonly kind: "document";
      readonly document: BlockDeclaration;
      readonly replaceable: readonly Block[];
      readonly tagsSessions: boolean;
      readonly isAllOurs: boolean;
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
  if (statements) {
    return { kind: "statements", statements, ...sortOut(view, role.file, integration, statements.elements) };
  }
  const document = documentOf(view, policy.value);
  if (document) {
    const blocks = blocksOf(document.block.body, "statement");
    return { kind: "document", document, ...sortOut(view, document.file, integration, blocks) };
  }
  return { kind: "other", attribute: policy, description: describe(policy.value) };
}

/** Which statements the new ones replace. One that tags sessions alone is right as it is. */
function sortOut<Part extends Expression | Block>(
  view: ModuleView,
  file: ModuleFile,
  integration: FamilyBlock,
  parts: readonly Part[],
): { readonly replaceable: readonly Part[]; readonly tagsSessions: boolean; readonly isAllOurs: boolean } {
  const texts = parts.map((part) => ({ part, text: textOf(file.syntax.text, part) }));
  const replaceable = texts
    .filter(({ part, text }) => !onlyTagsSessions(text) && isAbout(view, integration, part, text))
    .map(({ part }) => part);
  return {
    replaceable,
    tagsSessions: texts.some(({ text }) => onlyTagsSessions(text)),
    isAllOurs: texts.every(({ part, text }) => isAbout(view, integration, part, text)),
  };
}

/** A document that this module declares and that is made of `statement` blocks alone. */
function documentOf(view: ModuleView, value: Expression): BlockDeclaration | undefined {
  const reference = referenceOf(value);
  const [step, ...others] = reference?.steps ?? [];
  if (reference?.type !== "aws_iam_policy_document" || others.length > 0) return undefined;
  if (step?.kind !== "attribute" || !/^(minified_)?json$/.test(step.name)) return undefined;
  const document = declarationOf(view.module, reference.address);
  if (document?.kind !== "data") return undefined;
  const isPlain = document.block.body.items.every((item) =>
    item.kind === "Block"
      ? item.type.name === "statement"
      : item.kind === "Attribute" && item.name.name === "version",
  );
  return isPlain && rolesTrusting(view, reference.address).length === 1 ? document : undefined;
}

/** A document that several roles share cannot be made to fit one of them. */
function rolesTrusting(view: ModuleView, document: string): readonly BlockDeclaration[] {
  return declarationsOfType(view.module, "resource", "aws_iam_role").filter(({ block }) => {
    const policy = attributeOf(block, "assume_role_policy");
    return policy && referencesIn(policy.value).some(({ address }) => address === document);
  });
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
function isAbout(
  view: ModuleView,
  integration: FamilyBlock,
  element: Expression | Block,
  text: string,
): boolean {
  const speaks = /spacelift|324880187172|577638371743|sts:ExternalId/i.test(text);
  return speaks && !namesAnotherIntegration(view, integration, element);
}

function namesAnotherIntegration(
  view: ModuleView,
  integration: FamilyBlock,
  element: Expression | Block,
): boolean {
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
