/** The blocks that set-ups are made of. */
import type { ModuleView } from "../../../analysis/moduleView.ts";
import { list, text, writeBlock, type WrittenItem } from "../../../hcl/write.ts";
import type { Phase } from "../../../spacelift/phases.ts";
import { policyExpression, statementObject } from "../../trustPolicy/forms/jsonencode.ts";
import { dataSource } from "../../../analysis/dataSource.ts";
import { spaceliftNames, type TrustedNames } from "../../trustPolicy/names.ts";
import type { PlannedStatement } from "../../trustPolicy/plan.ts";
import { referenceFits } from "../referenceFits.ts";
import { snippet, stopAmong, type Snippet } from "../snippetText.ts";
import { fitLabel } from "../values.ts";

/** What the blocks of one integration share. */
export interface Shared {
  /** Their name in Terraform. */
  readonly label: Snippet;
  /** The name of the integration in Spacelift, and that of the role in AWS. */
  readonly name: Snippet;
}

export interface Accounts {
  readonly spacelift: TrustedNames;
  /** The data source that knows the AWS account. */
  readonly caller: string;
  /** The data sources that the module has not. */
  readonly missing: readonly Snippet[];
}

export function accountsOf(view: ModuleView): Accounts {
  const spacelift = spaceliftNames(view);
  const { address, missingBlock } = dataSource(view, "aws_caller_identity", "current");
  const missing = missingBlock === undefined ? [] : [missingBlock];
  return {
    spacelift,
    caller: address,
    missing: [...spacelift.missingBlocks, ...missing].map((block) => snippet`${block}`),
  };
}

/** Writes the role's ARN out: its policy needs the integration's ID first, so a reference would be a cycle. */
export function integrationBlock({ label, name }: Shared, { spacelift, caller }: Accounts): Snippet {
  return snippet`resource "spacelift_aws_integration" "${label}" {
  name     = "${name}"
  role_arn = "arn:${spacelift.partition}:iam::\${${caller}.account_id}:role/${name}"
}`;
}

/** As a generated policy is written. */
export function roleBlock({ label, name }: Shared, statement: PlannedStatement): Snippet {
  const header = `resource "aws_iam_role" "${label.snippet}"`;
  const policy = policyExpression(list([statementObject(statement)]));
  const items = [
    entry("name", `"${name.snippet}"`),
    "blank",
    { key: "assume_role_policy", value: policy },
  ] as const;
  return { snippet: writeBlock(header, items) };
}

interface Attached {
  readonly stack: Snippet;
  readonly forEach?: string;
  /** The phase that it leaves to another attachment. */
  readonly without?: Phase;
  /** Not where the integration refers to the role, and so waits for it already. */
  readonly waits: boolean;
}

/** Spacelift tests the role while it attaches. */
export function attachmentBlock({ label }: Shared, { stack, forEach, without, waits }: Attached): Snippet {
  const items: readonly WrittenItem[] = [
    ...(forEach === undefined ? [] : ([entry("for_each", forEach), "blank"] as const)),
    entry("integration_id", `spacelift_aws_integration.${label.snippet}.id`),
    entry("stack_id", stack.snippet),
    ...(without === undefined ? [] : [entry(without, "false")]),
    ...(waits ? (["blank", entry("depends_on", `[aws_iam_role.${label.snippet}]`)] as const) : []),
  ];
  const header = `resource "spacelift_aws_integration_attachment" "${label.snippet}"`;
  return { snippet: writeBlock(header, items) };
}

function entry(key: string, value: string): WrittenItem {
  return { key, value: text(value) };
}

const mostStacks = 20;

/** Tab stop: the stacks of the module to choose from, or a slug to type over. */
export function stackStop(view: ModuleView, index: number): Snippet {
  const [first, ...others] = referenceFits(view, "stackId", undefined)
    .filter((fit) => fit.index.label === "")
    .slice(0, mostStacks)
    .map(fitLabel);
  return stopAmong(index, first === undefined ? ['"my-stack"'] : [first, ...others]);
}
