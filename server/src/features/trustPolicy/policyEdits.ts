/** Puts the planned statements into the policy that a role has, and keeps whatever else it says. */
import type { FileEdits } from "../../analysis/finding.ts";
import type { FamilyBlock, ModuleView } from "../../analysis/moduleView.ts";
import { textOf } from "../../base/span.ts";
import { applyEdits, type TextEdit } from "../../base/textEdit.ts";
import { writeBlockLines, writeExpression, type Written } from "../../hcl/write.ts";
import type { BlockDeclaration, ModuleFile } from "../../terraform/module.ts";
import { addPolicy, removeTopLevelBlock, replacePolicy, replaceStatementBlocks } from "./editRole.ts";
import { asBefore } from "./asBefore.ts";
import {
  compact,
  onlyTagsSessions,
  type ExistingDocument,
  type ExistingPolicy,
  type ExistingStatements,
} from "./existingPolicy.ts";
import { freshPolicy, isOfficialPossible, type Form } from "./forms/freshPolicy.ts";
import { statementObject } from "./forms/jsonencode.ts";
import { officialStatements } from "./forms/officialStatements.ts";
import { statementBlock } from "./forms/policyDocument.ts";
import type { Plan, PlannedStatement } from "./plan.ts";
import { writeJson } from "../../analysis/trust/policyInText.ts";
import type { PolicyPlace } from "./policyPlace.ts";
import { refused, type Refusal } from "./refusal.ts";
import { rewrittenPolicy } from "./rewrittenPolicy.ts";
import { canReplaceInPlace, indentationAt, replaceStatements, type NewStatements } from "./statementList.ts";

export interface PolicyEdits {
  readonly kind: "edits";
  readonly edits: readonly FileEdits[];
  /** Top-level blocks that are to be added. */
  readonly blocks: readonly string[];
}

export interface PolicyEditInput {
  readonly view: ModuleView;
  readonly integration: FamilyBlock;
  readonly plan: Plan;
  readonly role: BlockDeclaration;
  readonly existing: ExistingPolicy;
  /** Undefined for the form that is there. */
  readonly form: Form | undefined;
  /** The form where there is none. */
  readonly otherwise: Form;
}

export function policyEdits(asked: PolicyEditInput): PolicyEdits | Refusal {
  const { existing, form, role, otherwise } = asked;
  const input = { ...asked, plan: asBefore(asked.plan, existing) };
  switch (existing.kind) {
    case "absent":
      return wholePolicy(input, existing.place, form ?? otherwise);
    case "statements":
      return intoStatements(input, existing);
    case "document":
      return form === undefined || form === "policy_document"
        ? intoDocument(input, existing)
        : switchForm(input, existing, form);
    case "other":
      return refused(
        `The trust policy of ${role.address} comes from ${existing.description}. It can be rewritten where it is jsonencode({ ... Statement = ... }) or JSON in the role or in a local of its own, or an aws_iam_policy_document of this module with its statements written out.`,
      );
  }
}

function wholePolicy(
  { view, integration, plan, role }: PolicyEditInput,
  place: PolicyPlace | undefined,
  form: Form,
): PolicyEdits | Refusal {
  const fresh = freshPolicy(view, integration, plan, form);
  if (!fresh) return impossible(integration);
  if (place) return inFile(place.file, replacePolicy(place, fresh.value), fresh.blocks);
  const edits = addPolicy(role, fresh.value);
  return edits
    ? inFile(role.file, edits, fresh.blocks)
    : refused(`Write ${role.address} over several lines first.`);
}

function impossible({ declaration }: FamilyBlock): Refusal {
  return refused(
    `Spacelift's data source cannot say who is attached to ${declaration.address}: it knows single attachments of this module of which it is known whether they write.`,
  );
}

/** Another form may replace the policy only where that loses nothing. */
function switchForm(
  input: PolicyEditInput,
  existing: ExistingStatements | ExistingDocument,
  form: Form,
): PolicyEdits | Refusal {
  if (!existing.isAllOurs) {
    return refused(`${input.role.address} trusts others too, whose statements stay as they are written.`);
  }
  const whole = wholePolicy(input, existing.place, form);
  if (whole.kind === "refused" || existing.kind !== "document") return whole;
  const { document } = existing;
  const removed = { uri: document.file.uri, edits: [removeTopLevelBlock(document)] };
  return { ...whole, edits: [...whole.edits, removed] };
}

function intoStatements(input: PolicyEditInput, existing: ExistingStatements): PolicyEdits | Refusal {
  const { form } = input;
  if (form === "policy_document") return switchForm(input, existing, form);
  const { place, written } = existing;
  if (form === undefined && written.notation !== "jsonencode") {
    const asText = intoText(input, existing);
    if (asText) return asText;
  }
  if (form === "data_source" && !isOfficialPossible(input.view, input.plan))
    return impossible(input.integration);
  const isOfficial = form === "data_source" || (form === undefined && staysOfficial(input, existing));
  const { blocks, ...statements } = isOfficial ? officialOnes(input, existing) : writtenOnes(input, existing);
  if (canReplaceInPlace(written)) {
    return inFile(place.file, replaceStatements(existing, statements), blocks);
  }
  return inFile(place.file, replacePolicy(place, rewrittenPolicy(existing, statements)), blocks);
}

interface Additions extends NewStatements {
  /** Top-level blocks that the statements refer to. */
  readonly blocks: readonly string[];
}

function writtenOnes({ plan }: PolicyEditInput, existing: ExistingStatements): Additions {
  const elements = needed(plan, existing.kept)
    .map(statementObject)
    .filter((statement) => !isThere(existing, writeExpression(statement, 0)));
  return { elements, lists: [], blocks: plan.names.missingBlocks };
}

function isThere({ replaceable, kept }: ExistingStatements | ExistingDocument, text: string): boolean {
  return replaceable.length === 0 && kept.includes(compact(text));
}

function officialOnes({ view, plan }: PolicyEditInput, { kept }: ExistingStatements): Additions {
  const { elements, lists, missingBlocks } = officialStatements(view, plan.exact);
  const tags = needed(plan, kept).filter(({ action }) => action === "sts:TagSession");
  const named = tags.length === 0 ? [] : plan.names.missingBlocks;
  return {
    elements: [...elements, ...tags.map(statementObject)],
    lists,
    blocks: [...named, ...missingBlocks],
  };
}

/** What Spacelift's data source says stays in its words, unless what has to change cannot be said so. */
function staysOfficial(input: PolicyEditInput, existing: ExistingStatements): boolean {
  const { view, plan } = input;
  if (!existing.isOfficial || plan.exact.length === 0) return false;
  if (isOfficialPossible(view, plan)) return true;
  const { file } = existing.place;
  const { blocks, ...statements } = officialOnes(input, existing);
  return blocks.length === 0 && changeNothing(file, replaceStatements(existing, statements));
}

function changeNothing({ syntax: { text } }: ModuleFile, edits: readonly TextEdit[]): boolean {
  return applyEdits(text, edits) === text;
}

/** JSON text stays JSON text; undefined where it cannot say it, or cannot be changed where it stands. */
function intoText({ plan }: PolicyEditInput, existing: ExistingStatements): PolicyEdits | undefined {
  const { place, written, replaceable } = existing;
  const planned = needed(plan, existing.kept).map(statementObject);
  const texts = planned.map((statement) => writeJson(statement, "", ""));
  if (texts.includes(undefined)) return undefined;
  const present = replaceable.map((element) => compact(textOf(written.source, element)));
  if (present.join() === texts.map((text) => compact(text ?? "")).join()) return inFile(place.file, [], []);
  if (written.notation === "elsewhere") return undefined;
  const elements = planned.filter((_, index) => !isThere(existing, texts[index] ?? ""));
  const unit = unitOf(written.source, existing);
  const write = (value: Written, indentation: string): string => writeJson(value, indentation, unit) ?? "";
  const edits = replaceStatements(existing, { elements, lists: [] }, write);
  return inFile(place.file, edits, plan.names.missingBlocks);
}

/** By how much the text indents a statement more than the list that it is in. */
function unitOf(source: string, { written: { statement, elements } }: ExistingStatements): string {
  const [first] = elements;
  const outer = indentationAt(source, statement.start);
  const inner = first ? indentationAt(source, first.start) : outer;
  return inner.length > outer.length && inner.startsWith(outer) ? inner.slice(outer.length) : "  ";
}

function intoDocument({ plan }: PolicyEditInput, existing: ExistingDocument): PolicyEdits | Refusal {
  const { document, replaceable, kept } = existing;
  const added = needed(plan, kept)
    .map(statementBlock)
    .filter((statement) => !isThere(existing, writeBlockLines(statement, 0).join("")));
  const edits = replaceStatementBlocks(document.block, replaceable, added, document.file);
  return edits
    ? inFile(document.file, edits, plan.names.missingBlocks)
    : refused(`Write ${document.address} over several lines first.`);
}

/** A statement that lets the same caller tag sessions is there already in many policies, and stays. */
function needed({ statements }: Plan, kept: readonly string[]): readonly PlannedStatement[] {
  return statements.filter(
    ({ action, principal }) =>
      action === "sts:AssumeRole" ||
      !kept.some((text) => onlyTagsSessions(text) && text.includes(compact(principal).replaceAll('"', ""))),
  );
}

function inFile({ uri }: ModuleFile, edits: readonly TextEdit[], blocks: readonly string[]): PolicyEdits {
  return { kind: "edits", edits: [{ uri, edits }], blocks };
}
