/** What a matching trust policy has to say, before it is written in one form or another. */
import { attachmentsOf, type Attachment } from "../../analysis/attachments.ts";
import { attribute, type FamilyBlock, type ModuleView } from "../../analysis/moduleView.ts";
import { flagOf } from "../../analysis/setting.ts";
import { list, text, type Written } from "../../hcl/write.ts";
import { composeExternalIdPattern } from "../../spacelift/externalId.ts";
import { anyTarget, formatsOf, writeIds } from "./externalIds.ts";
import { spaceliftNames, workerNames, type TrustedNames } from "./names.ts";
import { templateInside } from "./roleName.ts";

/** Whom the policy lets in: the attachments of the module, the integration on any stack, or any stack of the account. */
export type Scope = "attachments" | "integration" | "account";

export interface Plan {
  readonly names: TrustedNames;
  readonly statements: readonly PlannedStatement[];
  /** The attachments that are admitted one by one; empty where a pattern admits more. */
  readonly exact: readonly Attachment[];
}

/** One Allow. */
export interface PlannedStatement {
  readonly action: "sts:AssumeRole" | "sts:TagSession";
  /** An expression. */
  readonly principal: string;
  readonly externalId:
    { readonly operator: "StringEquals" | "StringLike"; readonly values: Written } | undefined;
}

export function planTrust(view: ModuleView, integration: FamilyBlock, scope: Scope): Plan {
  return flagOf(view, integration, "generate_credentials_in_worker") === true
    ? planForWorker(view, integration)
    : planForSpacelift(view, integration, scope);
}

function planForSpacelift(view: ModuleView, integration: FamilyBlock, scope: Scope): Plan {
  const names = spaceliftNames(view);
  const { principal } = names;
  const exact = scope === "attachments" ? exactAttachments(view, integration) : [];
  const externalId = admitted(view, integration, names, scope, exact);
  return { names, exact, statements: statementsFor(view, integration, principal, externalId) };
}

/**
 * The external ID is no part of the request to tag a session, so that must be a statement of its own:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
function statementsFor(
  view: ModuleView,
  integration: FamilyBlock,
  principal: string,
  externalId: PlannedStatement["externalId"],
): readonly PlannedStatement[] {
  const assumeRole = { action: "sts:AssumeRole", principal, externalId } as const;
  const tagSession = { action: "sts:TagSession", principal, externalId: undefined } as const;
  const tags = flagOf(view, integration, "tag_assume_role") !== false;
  return tags ? [assumeRole, tagSession] : [assumeRole];
}

/**
 * The worker assumes the role itself and sends the external ID of the integration, if it has one:
 * https://docs.spacelift.io/integrations/cloud-providers/aws
 */
function planForWorker(view: ModuleView, integration: FamilyBlock): Plan {
  const names = workerNames(view);
  const custom = attribute(integration, "external_id");
  const values = custom && text(`"${templateInside(custom.value, integration.file)}"`);
  const externalId = values && ({ operator: "StringEquals", values } as const);
  return { names, exact: [], statements: statementsFor(view, integration, names.principal, externalId) };
}

function admitted(
  view: ModuleView,
  integration: FamilyBlock,
  { account }: TrustedNames,
  scope: Scope,
  exact: readonly Attachment[],
): NonNullable<PlannedStatement["externalId"]> {
  const formats = formatsOf(view.settings);
  const segments = { account, integration: `\${${idReference(integration)}}` };
  if (exact.length > 0) return { operator: "StringEquals", values: writeIds(formats, segments, exact) };
  const patterns =
    scope === "account"
      ? formats.map((format) => composeExternalIdPattern(format, { account }))
      : anyTarget(formats, segments);
  const [only, ...others] = patterns.map((pattern) => text(`"${pattern}"`));
  return {
    operator: "StringLike",
    values: only && others.length === 0 ? only : list([...(only ? [only] : []), ...others]),
  };
}

/**
 * The attachments that a policy can name one by one; empty where it has to admit every stack: there are none here,
 * stacks may attach themselves by label, or the integration stands for several.
 */
export function exactAttachments(view: ModuleView, integration: FamilyBlock): readonly Attachment[] {
  const open =
    flagOf(view, integration, "autoattach_enabled") !== false || repetitionOf(integration) !== undefined;
  return open ? [] : attachmentsOf(view, integration);
}

/** `count` or `for_each`, where the integration has one. */
export function repetitionOf(integration: FamilyBlock): "count" | "for_each" | undefined {
  if (attribute(integration, "count")) return "count";
  return attribute(integration, "for_each") ? "for_each" : undefined;
}

const indices = { count: "[count.index]", for_each: "[each.key]", none: "" } as const;

/** The index that is right in something that is repeated in the same way as the integration. */
export function sameIndex(integration: FamilyBlock): string {
  return indices[repetitionOf(integration) ?? "none"];
}

function idReference(integration: FamilyBlock): string {
  return `${integration.declaration.address}${sameIndex(integration)}.id`;
}
