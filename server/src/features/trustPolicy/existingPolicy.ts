/** Reads the trust policy that a role already has, as far as its statements can be replaced one by one. */
import { expressionInText } from "../../analysis/trust/policyInText.ts";
import { verdictsOf } from "../../analysis/trust/judge.ts";
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
  /** `jsonencode({ Statement = [...] })`, or JSON in a heredoc: new statements replace some, and the others stay. */
  | {
      readonly kind: "statements";
      readonly isText: boolean;
      readonly policy: ObjectConstructor;
      readonly statements: TupleConstructor;
      readonly replaceable: readonly Expression[];
      /** All that is replaced comes from Spacelift's own data source. */
      readonly isOfficial: boolean;
      /** The texts of the statements that stay, without white space. */
      readonly kept: readonly string[];
      /** Nothing in it speaks of anything but this integration. */
      readonly isAllOurs: boolean;
    }
  /** `data.aws_iam_policy_document.x.json` of this module, its statements written out. */
  | {
      readonly kind: "document";
      readonly document: BlockDeclaration;
      readonly replaceable: readonly Block[];
      /** The texts of the statements that stay, without white space. */
      readonly kept: readonly string[];
      readonly isAllOurs: boolean;
    }
  /** Anything else; `description` says what, to follow "comes from". */
  | { readonly kind: "other"; readonly attribute: Attribute; readonly description: string };

export interface PolicyPlace {
  readonly view: ModuleView;
  readonly role: BlockDeclaration;
  readonly integration: FamilyBlock;
}

export function existingPolicy(place: PolicyPlace): ExistingPolicy {
  const { view, role } = place;
  const policy = attributeOf(role.block, "assume_role_policy");
  if (!policy || policy.value.kind === "MissingExpression" || isEmptyString(policy.value))
    return { kind: "absent" };
  const written = statementsOf(policy.value, role.file);
  if (written) {
    const parts = sortOut(place, role.file, written.statements.elements);
    const isOfficial = parts.replaceable.length > 0 && parts.replaceable.every(asksSpacelift);
    return { kind: "statements", ...written, ...parts, isOfficial };
  }
  const document = documentOf(view, policy.value);
  if (document) {
    const blocks = blocksOf(document.block.body, "statement");
    return { kind: "document", document, ...sortOut(place, document.file, blocks) };
  }
  return { kind: "other", attribute: policy, description: describe(policy.value) };
}

interface Sorted<Part> {
  readonly replaceable: readonly Part[];
  readonly kept: readonly string[];
  readonly isAllOurs: boolean;
}

/** Which statements the new ones replace. One that tags sessions alone is right as it is. */
function sortOut<Part extends Expression | Block>(
  { view, role, integration }: PolicyPlace,
  file: ModuleFile,
  parts: readonly Part[],
): Sorted<Part> {
  const isShared = isAssumedByOthers(view, role, integration);
  const texts = parts.map((part) => ({ part, text: textOf(file.syntax.text, part) }));
  const ours = texts.filter(({ part, text }) =>
    isShared ? namesIntegration(view, integration, part) : isAbout(view, integration, part, text),
  );
  const replaced = ours.filter(({ text }) => !onlyTagsSessions(text));
  return {
    replaceable: replaced.map(({ part }) => part),
    kept: texts.filter((one) => !replaced.includes(one)).map(({ text }) => compact(text)),
    isAllOurs: ours.length === texts.length,
  };
}

/** What does not name an integration may let others in, where others assume the role too. */
function isAssumedByOthers(view: ModuleView, role: BlockDeclaration, { declaration }: FamilyBlock): boolean {
  return verdictsOf(view).some(
    (verdict) =>
      verdict.role.kind === "judged" &&
      verdict.role.policy.role.declaration === role &&
      verdict.subject.block.declaration !== declaration,
  );
}

/** Text without white space, and without the comma at its end. */
export function compact(text: string): string {
  return text.replaceAll(/\s+/g, "").replace(/,$/, "");
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

interface StatementList {
  readonly isText: boolean;
  readonly policy: ObjectConstructor;
  readonly statements: TupleConstructor;
}

/** Undefined for every other shape. */
function statementsOf(value: Expression, file: ModuleFile): StatementList | undefined {
  const isText = value.kind === "Template";
  const policy = isText ? expressionInText(value, file) : argumentOfJsonencode(value);
  if (policy?.kind !== "ObjectConstructor") return undefined;
  const statements = entry(policy, "Statement");
  return statements?.kind === "TupleConstructor" ? { isText, policy, statements } : undefined;
}

function argumentOfJsonencode(value: Expression): Expression | undefined {
  return value.kind === "FunctionCall" && value.name.name === "jsonencode" ? value.args[0] : undefined;
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

export function onlyTagsSessions(text: string): boolean {
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
  { declaration }: FamilyBlock,
  element: Expression | Block,
): boolean {
  return integrationsIn(view, element).some((address) => address !== declaration.address);
}

function namesIntegration(
  view: ModuleView,
  { declaration }: FamilyBlock,
  element: Expression | Block,
): boolean {
  return integrationsIn(view, element).includes(declaration.address);
}

/** The integrations that the statement refers to, also through Spacelift's own data source. */
function integrationsIn(view: ModuleView, element: Expression | Block): readonly string[] {
  return referencesIn(element).flatMap((reference) => {
    if (reference.type === "spacelift_aws_integration") return [reference.address];
    if (reference.type !== "spacelift_aws_integration_attachment_external_id") return [];
    const source = view.family.find(({ declaration }) => declaration.address === reference.address);
    const id = source && attributeOf(source.block, "integration_id");
    return id ? integrationsIn(view, id.value) : [];
  });
}

/** True for `jsondecode(data.spacelift_aws_integration_attachment_external_id.x.assume_role_policy_statement)`. */
function asksSpacelift(element: Expression): boolean {
  return referencesIn(element).some(
    ({ type }) => type === "spacelift_aws_integration_attachment_external_id",
  );
}

function describe(value: Expression): string {
  const [reference] = referencesIn(value);
  if (reference) return reference.address;
  return value.kind === "Template" && value.heredoc
    ? "a heredoc that is not JSON with a list of statements"
    : "an expression that is not jsonencode({ ... })";
}
