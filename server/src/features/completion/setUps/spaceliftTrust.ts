/** Trusts Spacelift for one integration alone. What it writes is in the syntax of snippets. */
import type { ModuleView } from "../../../analysis/moduleView.ts";
import { call, forList, list, text, type Written } from "../../../hcl/write.ts";
import {
  composeExternalId,
  composeExternalIdPattern,
  type ExternalIdFormat,
} from "../../../spacelift/externalId.ts";
import type { Phase } from "../../../spacelift/phases.ts";
import { formatsOf } from "../../trustPolicy/externalIds.ts";
import type { PlannedStatement } from "../../trustPolicy/plan.ts";
import { literal, snippet } from "../snippetText.ts";
import type { Accounts, Shared } from "./blocks.ts";

/** What is left out admits all. */
interface Admitted {
  /** Runs that read, or runs that write. */
  readonly phase?: Phase;
  /** The address of a collection of slugs. */
  readonly stacks?: string;
}

export function spaceliftTrust(
  view: ModuleView,
  shared: Shared,
  { spacelift: { principal, account } }: Accounts,
  admitted: Admitted = {},
): PlannedStatement {
  const ids = formatsOf(view.settings).map((format) => text(idPattern(format, account, shared, admitted)));
  const externalId = { operator: "StringLike", values: expressionFor(ids, admitted) } as const;
  return { action: "sts:AssumeRole", principal: literal(principal), externalId };
}

function expressionFor(ids: readonly Written[], { stacks }: Admitted): Written {
  const [only, ...others] = ids;
  const isOne = only !== undefined && others.length === 0;
  if (stacks === undefined) return isOne ? only : list(ids);
  const header = `slug in ${stacks}`;
  return isOne ? forList(header, only) : call("flatten", [forList(header, list(ids))]);
}

/** With its quotes. */
function idPattern(
  format: ExternalIdFormat,
  accountName: string,
  { label }: Shared,
  { phase, stacks }: Admitted,
): string {
  const account = literal(accountName);
  const integration = snippet`\${spacelift_aws_integration.${label}.id}`.snippet;
  const slug = stacks === undefined ? "*" : literal("${slug}");
  return stacks === undefined && phase === undefined
    ? `"${composeExternalIdPattern(format, { account, integration })}"`
    : `"${composeExternalId(format, { account, integration, slug, phase: phase ?? "*" })}"`;
}
