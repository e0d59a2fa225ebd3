/** Puts the planned statements into the policy that a role has, and keeps whatever else it says. */
import type { FileEdits } from "../../analysis/finding.ts";
import type { FamilyBlock, ModuleView } from "../../analysis/moduleView.ts";
import { textOf } from "../../base/span.ts";
import { applyEdits, type TextEdit } from "../../base/textEdit.ts";
import { writeBlockLines, writeExpression, type Written } from "../../hcl/write.ts";
import type { BlockDeclaration, ModuleFile } from "../../terraform/module.ts";
import { replaceStatementBlocks, replaceStatements, setPolicy } from "./editRole.ts";
import { compact, onlyTagsSessions, type ExistingPolicy } from "./existingPolicy.ts";
import { freshPolicy, isOfficialPossible, type Form } from "./forms/freshPolicy.ts";
import { statementObject } from "./forms/jsonencode.ts";
import { officialStatements } from "./forms/officialStatements.ts";
import { statementBlock } from "./forms/policyDocument.ts";
import type { Plan, PlannedStatement } from "./plan.ts";
import { writeJson } from "../../analysis/trust/policyInText.ts";
import { refused, type Refusal } from "./refusal.ts";

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

export function policyEdits(input: PolicyEditInput): PolicyEdits | Refusal {
  const { existing, form, role, otherwise } = input;
  switch (existing.kind) {
    case "absent":
      return wholePolicy(input, form ?? otherwise);
    case "statements":
      return existing.isText ? text(input, existing) : list(input, existing);
    case "document":
      return form === undefined || form === "policy_document"
        ? blocks(input, existing)
        : switchForm(input, form, existing.isAllOurs);
    case "other":
      return refused(
        `The trust policy of ${role.address} comes from ${existing.description}. It can be rewritten where it is jsonencode({ ... Statement = [ ... ] }) in the role, or an aws_iam_policy_document of this module with its statements written out.`,
      );
  }
}

function wholePolicy({ view, integration, plan, role }: PolicyEditInput, form: Form): PolicyEdits | Refusal {
  const fresh = freshPolicy(view, integration, plan, form);
  if (!fresh) return refused(`Nothing is attached to ${integration.declaration.address} here.`);
  const edits = setPolicy(role.block, role.file, fresh.value);
  return edits
    ? inRole(role, edits, fresh.blocks)
    : refused(`Write ${role.address} over several lines first.`);
}

/** Another form may replace the policy only where that loses nothing. */
function switchForm(input: PolicyEditInput, form: Form, isAllOurs: boolean): PolicyEdits | Refusal {
  return isAllOurs
    ? wholePolicy(input, form)
    : refused(`${input.role.address} trusts others too, whose statements stay as they are written.`);
}

function list(
  input: PolicyEditInput,
  existing: Extract<ExistingPolicy, { kind: "statements" }>,
): PolicyEdits | Refusal {
  const { form } = input;
  if (form === "policy_document") return switchForm(input, form, existing.isAllOurs);
  const isOfficial = form === "data_source" || (form === undefined && staysOfficial(input, existing));
  if (isOneLine(input, existing)) {
    return existing.isAllOurs
      ? wholePolicy(input, isOfficial ? "data_source" : "jsonencode")
      : refused(`Write the trust policy of ${input.role.address} over several lines first.`);
  }
  return isOfficial ? officialElements(input, existing) : elements(input, existing);
}

/** What Spacelift's data source says stays in its words, unless what has to change cannot be said so. */
function staysOfficial(
  input: PolicyEditInput,
  existing: Extract<ExistingPolicy, { kind: "statements" }>,
): boolean {
  if (!existing.isOfficial) return false;
  if (isOfficialPossible(input.view, input.plan)) return true;
  const same = officialElements(input, existing);
  return same.kind === "edits" && same.blocks.length === 0 && changeNothing(input.role.file, same.edits);
}

function changeNothing({ uri, syntax: { text } }: ModuleFile, files: readonly FileEdits[]): boolean {
  const edits = files.flatMap((entry) => (entry.uri === uri ? entry.edits : []));
  return applyEdits(text, edits) === text;
}

function isOneLine(
  { role }: PolicyEditInput,
  { policy }: Extract<ExistingPolicy, { kind: "statements" }>,
): boolean {
  return !textOf(role.file.syntax.text, policy).includes("\n");
}

/** JSON text stays JSON text unless another form is asked for. */
function text(
  input: PolicyEditInput,
  existing: Extract<ExistingPolicy, { kind: "statements" }>,
): PolicyEdits | Refusal {
  const { plan, role, form } = input;
  if (form !== undefined) return switchForm(input, form, existing.isAllOurs);
  const { policy, statements, replaceable, kept } = existing;
  const unit = unitOf(role, existing);
  const isThere = (statement: Written): boolean =>
    replaceable.length === 0 && kept.includes(compact(writeJson(statement, "", "") ?? ""));
  const added = needed(plan, kept)
    .map(statementObject)
    .filter((statement) => !isThere(statement));
  if (added.some((statement) => writeJson(statement, "", "") === undefined)) {
    return refused(
      `The trust policy of ${role.address} is JSON text, which cannot list attachments with count or for_each. Write it as jsonencode({ ... }) first.`,
    );
  }
  const write = (value: Written, depth: number): string => writeJson(value, "  ".repeat(depth), unit) ?? "";
  const edits = replaceStatements(policy, statements, replaceable, added, role.file, write);
  return inRole(role, edits, plan.names.missingBlocks);
}

/** By how much the text indents a statement more than the list that it is in. */
function unitOf(
  { file }: BlockDeclaration,
  { statements }: Extract<ExistingPolicy, { kind: "statements" }>,
): string {
  const indentation = (offset: number): number => {
    const line = file.syntax.text.slice(file.syntax.text.lastIndexOf("\n", offset - 1) + 1);
    return /^ */.exec(line)?.[0].length ?? 0;
  };
  const [first] = statements.elements;
  const more = first ? indentation(first.start) - indentation(statements.start) : 0;
  return " ".repeat(more > 0 ? more : 2);
}

function elements(
  { plan, role }: PolicyEditInput,
  { policy, statements, replaceable, kept }: Extract<ExistingPolicy, { kind: "statements" }>,
): PolicyEdits {
  const isThere = (statement: PlannedStatement): boolean =>
    replaceable.length === 0 && kept.includes(compact(writeExpression(statementObject(statement), 0)));
  const added = needed(plan, kept)
    .filter((statement) => !isThere(statement))
    .map(statementObject);
  return inRole(
    role,
    replaceStatements(policy, statements, replaceable, added, role.file),
    plan.names.missingBlocks,
  );
}

function officialElements(
  { view, plan, role, integration }: PolicyEditInput,
  { policy, statements, replaceable, kept }: Extract<ExistingPolicy, { kind: "statements" }>,
): PolicyEdits | Refusal {
  if (plan.exact.length === 0)
    return refused(`Nothing is attached to ${integration.declaration.address} here.`);
  const official = officialStatements(view, plan.exact);
  if (!official.elements)
    return refused("Attachments with count or for_each make more statements than this list can hold.");
  const tags = needed(plan, kept).filter(({ action }) => action === "sts:TagSession");
  const added: readonly Written[] = [...official.elements, ...tags.map(statementObject)];
  const named = tags.length === 0 ? [] : plan.names.missingBlocks;
  const edits = replaceStatements(policy, statements, replaceable, added, role.file);
  return inRole(role, edits, [...named, ...official.missingBlocks]);
}

function blocks(
  { plan }: PolicyEditInput,
  { document, replaceable, kept }: Extract<ExistingPolicy, { kind: "document" }>,
): PolicyEdits | Refusal {
  const isThere = (statement: PlannedStatement): boolean =>
    replaceable.length === 0 &&
    kept.includes(compact(writeBlockLines(statementBlock(statement), 0).join("")));
  const added = needed(plan, kept)
    .filter((statement) => !isThere(statement))
    .map(statementBlock);
  const edits = replaceStatementBlocks(document.block, replaceable, added, document.file);
  return edits
    ? inRole(document, edits, plan.names.missingBlocks)
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

function inRole(
  { file }: BlockDeclaration,
  edits: readonly TextEdit[],
  added: readonly string[],
): PolicyEdits {
  return { kind: "edits", edits: [{ uri: file.uri, edits }], blocks: added };
}
