/** Reads the trust policy that a role already has, as far as its statements can be replaced one by one. */
import type { FamilyBlock, ModuleView } from "../../analysis/moduleView.ts";
import { verdictsOf } from "../../analysis/trust/judge.ts";
import { textOf } from "../../base/span.ts";
import type { Block, BodyItem, Expression } from "../../hcl/ast.ts";
import { attributeOf, blocksOf } from "../../terraform/block.ts";
import { declarationOf, type BlockDeclaration } from "../../terraform/module.ts";
import { referenceOf, referencesIn } from "../../terraform/references.ts";
import { behindLocals, isUsedOnce, policyInRole, type PolicyPlace } from "./policyPlace.ts";
import { writtenPolicy, type WrittenPolicy } from "./writtenPolicy.ts";

export type ExistingPolicy =
  /** `place` is where an empty one stands. */
  | { readonly kind: "absent"; readonly place: PolicyPlace | undefined }
  /** Statements that are written out: new ones replace some, and the others stay. */
  | {
      readonly kind: "statements";
      readonly place: PolicyPlace;
      readonly written: WrittenPolicy;
      /** Of the elements, those that new statements replace. */
      readonly replaceable: readonly Expression[];
      /** The same of the expressions that make lists of statements. */
      readonly replaceableLists: readonly Expression[];
      /** All that is replaced comes from Spacelift's own data source. */
      readonly isOfficial: boolean;
      /** The texts of the statements that stay, without white space. */
      readonly kept: readonly string[];
      /** Nothing in it speaks of anything but this integration. */
      readonly isAllOurs: boolean;
      /** Other integrations assume the role too. */
      readonly isShared: boolean;
    }
  /** `data.aws_iam_policy_document.x.json` of this module, its statements written out. */
  | {
      readonly kind: "document";
      readonly place: PolicyPlace;
      readonly document: BlockDeclaration;
      readonly replaceable: readonly Block[];
      /** The texts of the statements that stay, without white space. */
      readonly kept: readonly string[];
      readonly isAllOurs: boolean;
      readonly isShared: boolean;
    }
  /** Anything else; `description` says what, to follow "comes from". */
  | { readonly kind: "other"; readonly description: string };

export type ExistingStatements = Extract<ExistingPolicy, { kind: "statements" }>;
export type ExistingDocument = Extract<ExistingPolicy, { kind: "document" }>;

interface PolicyQuestion {
  readonly view: ModuleView;
  readonly role: BlockDeclaration;
  readonly integration: FamilyBlock;
}

/** The policy that begins at the place, or else in the role. */
export function existingPolicy(question: PolicyQuestion, from?: PolicyPlace): ExistingPolicy {
  const { view, role } = question;
  const start = from ?? policyInRole(role);
  if (!start) return { kind: "absent", place: undefined };
  const place = behindLocals(view, start);
  if (isEmptyString(place.attribute.value)) return { kind: "absent", place };
  const written = writtenPolicy(view, place);
  if (written) return { kind: "statements", place, written, ...sortStatements(question, written) };
  const document = documentOf(view, place.attribute.value);
  if (document) return { kind: "document", place, document, ...sortBlocks(question, document) };
  return { kind: "other", description: describe(place) };
}

function sortStatements(
  question: PolicyQuestion,
  { source, elements, others }: WrittenPolicy,
): Pick<
  ExistingStatements,
  "replaceable" | "replaceableLists" | "isOfficial" | "kept" | "isAllOurs" | "isShared"
> {
  const parts = sortOut(question, source, elements);
  const replaceableLists = others.filter((other) => isOurs(question, source, other));
  const replaced = [...parts.replaceable, ...replaceableLists];
  return {
    ...parts,
    replaceableLists,
    isOfficial: replaced.length > 0 && replaced.every(asksSpacelift),
    isAllOurs: parts.isAllOurs && replaceableLists.length === others.length,
  };
}

function isOurs(question: PolicyQuestion, source: string, list: Expression): boolean {
  const parts = list.kind === "TupleConstructor" ? list.elements : [list];
  return parts.length > 0 && sortOut(question, source, parts).replaceable.length === parts.length;
}

function sortBlocks(
  question: PolicyQuestion,
  { block, file }: BlockDeclaration,
): Pick<ExistingDocument, "replaceable" | "kept" | "isAllOurs" | "isShared"> {
  const parts = sortOut(question, file.syntax.text, blocksOf(block.body, "statement"));
  // Documents that this one is made from, and statements that are repeated, stay.
  const isPlain = block.body.items.every((item) =>
    item.kind === "Block" ? item.type.name === "statement" : plainArguments.has(nameOf(item)),
  );
  return { ...parts, isAllOurs: parts.isAllOurs && isPlain };
}

const plainArguments: ReadonlySet<string> = new Set(["version", "count", "for_each"]);

function nameOf(item: BodyItem): string {
  return item.kind === "Attribute" ? item.name.name : "";
}

interface Sorted<Part> {
  readonly replaceable: readonly Part[];
  readonly kept: readonly string[];
  readonly isAllOurs: boolean;
  readonly isShared: boolean;
}

/** Which statements the new ones replace. One that tags sessions alone is right as it is. */
function sortOut<Part extends Expression | Block>(
  { view, role, integration }: PolicyQuestion,
  source: string,
  parts: readonly Part[],
): Sorted<Part> {
  const isShared = isAssumedByOthers(view, role, integration);
  const texts = parts.map((part) => ({ part, text: textOf(source, part) }));
  const ours = texts.filter(({ part, text }) =>
    isShared ? namesIntegration(view, integration, part) : isAbout(view, integration, part, text),
  );
  const replaced = ours.filter(({ text }) => !onlyTagsSessions(text));
  return {
    replaceable: replaced.map(({ part }) => part),
    kept: texts.filter((one) => !replaced.includes(one)).map(({ text }) => compact(text)),
    isAllOurs: ours.length === texts.length,
    isShared,
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

/** A document of this module that is there for one policy alone: what several share cannot be made to fit one. */
function documentOf(view: ModuleView, value: Expression): BlockDeclaration | undefined {
  const reference = referenceOf(value);
  if (reference?.type !== "aws_iam_policy_document" || reference.steps.length > 2) return undefined;
  const last = reference.steps.at(-1);
  if (last?.kind !== "attribute" || !/^(minified_)?json$/.test(last.name)) return undefined;
  const document = declarationOf(view.module, reference.address);
  return document?.kind === "data" && isUsedOnce(view.module, reference.address) ? document : undefined;
}

function isEmptyString(value: Expression): boolean {
  return value.kind === "Template" && value.parts.length === 0;
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
  return speaksOfSpacelift(text) && !namesAnotherIntegration(view, integration, element);
}

/** Without a word of Spacelift a statement is taken for one about something else. */
export function speaksOfSpacelift(text: string): boolean {
  return /spacelift|324880187172|577638371743|sts:ExternalId/i.test(text);
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

function describe({ attribute: { value }, file }: PolicyPlace): string {
  if (value.kind === "FunctionCall" && /^(file|templatefile)$/.test(value.name.name)) {
    return textOf(file.syntax.text, value);
  }
  const [reference] = referencesIn(value);
  if (reference) return reference.address;
  return value.kind === "Template"
    ? "a text that is not JSON with a list of statements"
    : "an expression that is not jsonencode({ ... })";
}
