/** How a fix writes Spacelift's names: by setting, or by the module's own data source. */
import { declarationsOfType } from "../../terraform/module.ts";
import { repetitionOf } from "../../terraform/moduleReferences.ts";
import { attributeOf } from "../../terraform/block.ts";
import { knownText } from "../../iam/symbolic.ts";
import type { ModuleView } from "../moduleView.ts";
import type { JudgedPolicy } from "./judgedPolicy.ts";

/** The account's name as the inside of a template; undefined where nothing in the module tells it. */
export function accountTemplate(view: ModuleView): string | undefined {
  const { accountName } = view.settings;
  if (accountName !== "") return accountName;
  const source = accountSource(view);
  return source === undefined ? undefined : `\${${source}.name}`;
}

/**
 * True where `account@…` admits what an account sends, and nothing else ends its name: with the hyphens of 2022 it does
 * not match, and `account-*` admits `account-b` too.
 */
export function endsWithAt({ settings }: ModuleView): boolean {
  return settings.externalIdFormat === "at";
}

/** Spacelift's AWS account as an expression; undefined where nothing in the module tells it. */
export function principalExpression(view: ModuleView, { names }: JudgedPolicy): string | undefined {
  const known = knownText(names.awsAccount);
  if (known !== undefined) return JSON.stringify(known);
  const source = accountSource(view);
  return source === undefined ? undefined : `${source}.aws_account_id`;
}

function accountSource({ module }: ModuleView): string | undefined {
  return declarationsOfType(module, "data", "spacelift_account").find(
    ({ block }) => !repetitionOf(block) && !attributeOf(block, "provider"),
  )?.address;
}
