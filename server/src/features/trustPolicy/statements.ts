/** The statements of a generated policy, as Terraform expressions. */
import { attachmentsOf, isPossibly, type Attachment } from "../../analysis/attachments.ts";
import { attribute, type FamilyBlock, type ModuleView } from "../../analysis/moduleView.ts";
import { inlineObject, list, object, text, type Written } from "../../hcl/write.ts";
import { anyTarget, formatsOf, writeIds } from "./externalIds.ts";
import type { SpaceliftNames } from "./names.ts";

export interface Statements {
  /** Lets Spacelift assume the role, with exactly the external IDs that it sends. */
  readonly assumeRole: Written;
  /** Lets Spacelift pass session tags; undefined where the integration passes none. */
  readonly tagSession: Written | undefined;
}

export function statementsFor(view: ModuleView, integration: FamilyBlock, names: SpaceliftNames): Statements {
  const principal = inlineObject({ AWS: names.principal });
  return {
    assumeRole: object({
      Effect: text('"Allow"'),
      Principal: principal,
      Action: text('"sts:AssumeRole"'),
      Condition: object(externalIdCondition(view, integration, names)),
    }),
    // The external ID is no part of the request to tag a session, so this must be a statement of its own:
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
    tagSession: isPossibly(view, integration, "tag_assume_role", false)
      ? object({ Effect: text('"Allow"'), Principal: principal, Action: text('"sts:TagSession"') })
      : undefined,
  };
}

/** Exactly the attachments where all are known here, otherwise this integration on any stack or module. */
function externalIdCondition(
  view: ModuleView,
  integration: FamilyBlock,
  { account }: SpaceliftNames,
): Readonly<Record<string, Written>> {
  const formats = formatsOf(view.settings);
  const segments = { account, integration: `\${${idReference(integration)}}` };
  const attachments = exactAttachments(view, integration);
  if (attachments.length > 0) {
    return { StringEquals: object({ "sts:ExternalId": writeIds(formats, segments, attachments) }) };
  }
  const patterns = anyTarget(formats, segments).map((pattern) => text(`"${pattern}"`));
  const [only, ...others] = patterns;
  const value = only && others.length === 0 ? only : list(patterns);
  return { StringLike: object({ "sts:ExternalId": value }) };
}

/**
 * The attachments that a policy can name one by one; empty where it has to admit every stack: there are none here,
 * stacks may attach themselves by label, or the integration stands for several.
 */
export function exactAttachments(view: ModuleView, integration: FamilyBlock): readonly Attachment[] {
  const open =
    isPossibly(view, integration, "autoattach_enabled", false) || repetitionOf(integration) !== undefined;
  return open ? [] : attachmentsOf(view, integration);
}

/** `count` or `for_each`, where the integration has one. */
export function repetitionOf(integration: FamilyBlock): "count" | "for_each" | undefined {
  if (attribute(integration, "count")) return "count";
  return attribute(integration, "for_each") ? "for_each" : undefined;
}

/** The integration's ID as an expression that is right in a role which is repeated in the same way. */
function idReference(integration: FamilyBlock): string {
  const { address } = integration.declaration;
  const index = { count: "[count.index]", for_each: "[each.key]", none: "" }[
    repetitionOf(integration) ?? "none"
  ];
  return `${address}${index}.id`;
}
