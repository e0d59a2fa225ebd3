/** A whole policy in the form that is asked for, for a role that has none to keep. */
import { attribute, type FamilyBlock, type ModuleView } from "../../../analysis/moduleView.ts";
import { textOf } from "../../../base/span.ts";
import { call, list, text, writeBlock, type Written, type WrittenItem } from "../../../hcl/write.ts";
import { freeName } from "../names.ts";
import { repetitionOf, sameIndex, type Plan } from "../plan.ts";
import { policyExpression, statementObject } from "./jsonencode.ts";
import { officialStatements } from "./officialStatements.ts";
import { statementBlock } from "./policyDocument.ts";

/** `jsonencode` in the role, a data source `aws_iam_policy_document`, or Spacelift's own data source. */
export type Form = "jsonencode" | "policy_document" | "data_source";

export interface FreshPolicy {
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

/** Spacelift's data source knows attachments only, and today's external IDs. */
export function isOfficialPossible({ settings }: ModuleView, { exact }: Plan): boolean {
  return exact.length > 0 && settings.externalIdFormat === "at";
}

/** A role that is repeated needs as many documents. */
function asDocument(view: ModuleView, integration: FamilyBlock, { statements, names }: Plan): FreshPolicy {
  const name = freeName(view, "data.aws_iam_policy_document.", `${integration.declaration.name}_trust`);
  const repetition = repetitionOf(integration);
  const repeated = repetition && attribute(integration, repetition);
  const header: readonly WrittenItem[] = repeated
    ? [
        { key: repeated.name.name, value: text(textOf(integration.file.syntax.text, repeated.value)) },
        "blank",
      ]
    : [];
  const block = writeBlock(`data "aws_iam_policy_document" "${name}"`, [
    ...header,
    ...statements.map(statementBlock),
  ]);
  return {
    value: text(`data.aws_iam_policy_document.${name}${sameIndex(integration)}.json`),
    blocks: [...names.missingBlocks, block],
  };
}

function asOfficialStatements(view: ModuleView, { exact, statements, names }: Plan): FreshPolicy {
  const official = officialStatements(view, exact);
  const others = statements.filter(({ action }) => action !== "sts:AssumeRole").map(statementObject);
  const lists = others.length === 0 ? official.lists : [...official.lists, list(others)];
  const [only, ...more] = lists;
  const all = official.elements
    ? list([...official.elements, ...others])
    : only && more.length === 0
      ? only
      : call("concat", lists);
  const named = others.length === 0 ? [] : names.missingBlocks;
  return { value: policyExpression(all), blocks: [...named, ...official.missingBlocks] };
}
