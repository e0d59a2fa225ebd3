/** How a fix writes Spacelift's names: by setting, by the module's own data source, or by a template's variable. */
import { declarationsOfType } from "../../terraform/module.ts";
import { repetitionOf } from "../../terraform/moduleReferences.ts";
import { attributeOf } from "../../terraform/block.ts";
import { knownText } from "../../iam/symbolic.ts";
import type { ModuleView } from "../moduleView.ts";
import type { JudgedPolicy } from "./judgedPolicy.ts";
import { variableTemplate } from "./templateVariables.ts";
import { textFileAt } from "./textFiles.ts";

/** The account's name as the inside of a template in the file; undefined where nothing there tells it. */
export function accountTemplate(view: ModuleView, policy: JudgedPolicy, uri: string): string | undefined {
  const { accountName } = view.settings;
  if (accountName !== "") return accountName;
  if (textFileAt(view, uri)) return variableTemplate(view, policy, uri, policy.names.account);
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

/** Spacelift's AWS account as an expression, a string in a file that is text; undefined where nothing there tells it. */
export function principalExpression(view: ModuleView, policy: JudgedPolicy, uri: string): string | undefined {
  const { awsAccount } = policy.names;
  const known = knownText(awsAccount);
  if (known !== undefined) return JSON.stringify(known);
  if (textFileAt(view, uri)) {
    const template = variableTemplate(view, policy, uri, awsAccount);
    return template === undefined ? undefined : `"${template}"`;
  }
  const source = accountSource(view);
  return source === undefined ? undefined : `${source}.aws_account_id`;
}

function accountSource({ module }: ModuleView): string | undefined {
  return declarationsOfType(module, "data", "spacelift_account").find(
    ({ block }) => !repetitionOf(block) && !attributeOf(block, "provider"),
  )?.address;
}
