/** A whole policy in the form that is asked for, for a role that has none to keep. */
import type { Attachment } from "../../../analysis/attachments.ts";
import type { FamilyBlock, ModuleView } from "../../../analysis/moduleView.ts";
import { list, text, writeBlock, type Written, type WrittenItem } from "../../../hcl/write.ts";
import { settingsOf } from "../../../analysis/setting.ts";
import { isWhollyKnown } from "../../../terraform/value.ts";
import { freeName } from "../../../analysis/dataSource.ts";
import type { Plan } from "../plan.ts";
import { policyExpression, statementObject } from "./jsonencode.ts";
import { officialStatements } from "./officialStatements.ts";
import { statementsValue } from "../statementList.ts";
import { statementBlock } from "./policyDocument.ts";

/** `jsonencode` in the role, a data source `aws_iam_policy_document`, or Spacelift's own data source. */
export type Form = "jsonencode" | "policy_document" | "data_source";

interface FreshPolicy {
  /** The value of `assume_role_policy`. */
  readonly value: Written;
  /** Top-level blocks that the value refers to. */
  readonly blocks: readonly string[];
}

/** Undefined where the form cannot say it. */
export function freshPolicy(
  view: ModuleView,
  integration: FamilyBlock,
  plan: Plan,
  form: Form,
): FreshPolicy | undefined {
  switch (form) {
    case "jsonencode":
      return {
        value: policyExpression(list(plan.statements.map(statementObject))),
        blocks: plan.names.missingBlocks,
      };
    case "policy_document":
      return asDocument(view, integration, plan);
    case "data_source":
      return isOfficialPossible(view, plan) ? asOfficialStatements(view, plan) : undefined;
  }
}

/**
 * Spacelift's data source knows attachments only, and today's external IDs. Whether an attachment writes has to be
 * known: the external ID depends on it.
 */
export function isOfficialPossible(view: ModuleView, { exact }: Plan): boolean {
  const isKnown = ({ resource }: Attachment): boolean =>
    settingsOf(view, resource, "write").every(({ value }) => isWhollyKnown(value));
  return exact.length > 0 && view.settings.externalIdFormat === "at" && exact.every(isKnown);
}

/** A role that is repeated needs as many documents. */
function asDocument(
  view: ModuleView,
  { declaration }: FamilyBlock,
  { statements, names, repetition }: Plan,
): FreshPolicy {
  const name = freeName(view, "data.aws_iam_policy_document.", `${declaration.name}_trust`);
  const header: readonly WrittenItem[] = repetition ? [repetition.item, "blank"] : [];
  const block = writeBlock(`data "aws_iam_policy_document" "${name}"`, [
    ...header,
    ...statements.map(statementBlock),
  ]);
  return {
    value: text(`data.aws_iam_policy_document.${name}${repetition?.index ?? ""}.json`),
    blocks: [...names.missingBlocks, block],
  };
}

function asOfficialStatements(view: ModuleView, { exact, statements, names }: Plan): FreshPolicy {
  const official = officialStatements(view, exact);
  const others = statements.filter(({ action }) => action !== "sts:AssumeRole").map(statementObject);
  const named = others.length === 0 ? [] : names.missingBlocks;
  const all = { ...official, elements: [...official.elements, ...others] };
  return { value: policyExpression(statementsValue(all)), blocks: [...named, ...official.missingBlocks] };
}
