/** What a matching trust policy has to say, before it is written in one form or another. */
import { attachmentsOf, isAttachedElsewhere, type Attachment } from "../../analysis/attachments.ts";
import { attribute, type FamilyBlock, type ModuleView } from "../../analysis/moduleView.ts";
import { flagOf } from "../../analysis/setting.ts";
import type { Expression } from "../../hcl/ast.ts";
import { forList, list, text, type Written } from "../../hcl/write.ts";
import { composeExternalIdPattern } from "../../spacelift/externalId.ts";
import { repetitionOf } from "../../terraform/moduleReferences.ts";
import { anyTarget, formatsOf, writeAnyTarget, writeIds } from "./externalIds.ts";
import { spaceliftNames, workerNames, type TrustedNames } from "./names.ts";
import { namesInstance, repetitionIn, type Repetition } from "./repetition.ts";
import { asExpression, templateInside } from "./roleName.ts";

/** Whom the policy lets in: the attachments of the module, the integration on any stack, or any stack of the account. */
export type Scope = "attachments" | "integration" | "account";

export interface Plan {
  /** Who assumes the role. */
  readonly assumer: "spacelift" | "worker";
  readonly names: TrustedNames;
  readonly statements: readonly PlannedStatement[];
  /** The attachments that are admitted one by one; empty where a pattern admits more. */
  readonly exact: readonly Attachment[];
  /** The integration's, which the policy has too; undefined where there is one policy for all instances. */
  readonly repetition: Repetition | undefined;
}

/** Whose policy it is: that of one instance of the integration, or of all of them. */
export type Holder = "instance" | "integration";

/** One Allow. */
export interface PlannedStatement {
  /** With quotes; undefined for none. */
  readonly sid?: string | undefined;
  readonly action: "sts:AssumeRole" | "sts:TagSession";
  /** An expression. */
  readonly principal: string;
  readonly externalId:
    { readonly operator: "StringEquals" | "StringLike"; readonly values: Written } | undefined;
}

export function planTrust(view: ModuleView, integration: FamilyBlock, scope: Scope, holder: Holder): Plan {
  return flagOf(view, integration, "generate_credentials_in_worker") === true
    ? planForWorker(view, integration, holder)
    : planForSpacelift(view, integration, scope, holder);
}

function planForSpacelift(view: ModuleView, integration: FamilyBlock, scope: Scope, holder: Holder): Plan {
  const names = spaceliftNames(view);
  const exact = scope === "attachments" ? exactAttachments(view, integration) : [];
  const externalId =
    scope === "account"
      ? anyStackOfAccount(view, names)
      : exact.length > 0
        ? attachedStacks(view, integration, names, exact)
        : anyStack(view, integration, names, holder);
  const statements = statementsFor(view, integration, names.principal, externalId);
  return { assumer: "spacelift", names, exact, statements, repetition: repetitionFor(integration, holder) };
}

function repetitionFor({ block, file }: FamilyBlock, holder: Holder): Repetition | undefined {
  return holder === "instance" ? repetitionIn(block, file) : undefined;
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
function planForWorker(view: ModuleView, integration: FamilyBlock, holder: Holder): Plan {
  const names = workerNames(view);
  const custom = attribute(integration, "external_id");
  const externalId = custom && workersId(integration, custom.value, holder);
  const statements = statementsFor(view, integration, names.principal, externalId);
  return { assumer: "worker", names, exact: [], statements, repetition: repetitionFor(integration, holder) };
}

type ExternalId = NonNullable<PlannedStatement["externalId"]>;

function workersId({ declaration, file }: FamilyBlock, value: Expression, holder: Holder): ExternalId {
  const isMany = holder === "integration" && namesInstance(value);
  const values = isMany
    ? forList(`integration in ${declaration.address}`, text("integration.external_id"))
    : text(asExpression(templateInside(value, file)));
  return { operator: "StringEquals", values };
}

function attachedStacks(
  { settings }: ModuleView,
  { declaration }: FamilyBlock,
  { account }: TrustedNames,
  exact: readonly Attachment[],
): ExternalId {
  const segments = { account, integration: `\${${declaration.address}.id}` };
  return { operator: "StringEquals", values: writeIds(formatsOf(settings), segments, exact) };
}

function anyStackOfAccount({ settings }: ModuleView, { account }: TrustedNames): ExternalId {
  return patterns(formatsOf(settings).map((format) => composeExternalIdPattern(format, { account })));
}

function anyStack(
  { settings }: ModuleView,
  { block, file, declaration: { address } }: FamilyBlock,
  { account }: TrustedNames,
  holder: Holder,
): ExternalId {
  const formats = formatsOf(settings);
  const repetition = repetitionIn(block, file);
  if (repetition && holder === "integration") {
    return { operator: "StringLike", values: writeAnyTarget(formats, account, address) };
  }
  const integration = `\${${address}${repetition?.index ?? ""}.id}`;
  return patterns(anyTarget(formats, { account, integration }));
}

function patterns(all: readonly string[]): ExternalId {
  const [only, ...others] = all.map((pattern) => text(`"${pattern}"`));
  return {
    operator: "StringLike",
    values: only && others.length === 0 ? only : list([...(only ? [only] : []), ...others]),
  };
}

/**
 * The attachments that a policy can name one by one, those without a phase left out; empty where it has to admit every
 * stack: there are none here, or some in other modules, stacks may attach themselves by label, or the integration
 * stands for several.
 */
export function exactAttachments(view: ModuleView, integration: FamilyBlock): readonly Attachment[] {
  const open =
    flagOf(view, integration, "autoattach_enabled") !== false ||
    repetitionOf(integration.block) !== undefined ||
    isAttachedElsewhere(view, integration);
  return open ? [] : attachmentsOf(view, integration).filter(({ phases }) => phases.length > 0);
}
