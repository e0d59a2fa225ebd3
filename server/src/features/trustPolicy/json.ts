/** The matching trust policy as plain JSON, for the AWS console: what Terraform would have known has to be filled in. */
import { isPossibly, type Attachment } from "../../analysis/attachments.ts";
import type { FamilyBlock, ModuleView } from "../../analysis/moduleView.ts";
import { referenceOf } from "../../terraform/references.ts";
import { asKnownString } from "../../terraform/value.ts";
import { anyTarget, formatsOf, idsOf } from "./externalIds.ts";
import { configuredPrincipal } from "./names.ts";
import { exactAttachments } from "./statements.ts";

export interface TrustPolicyJson {
  readonly text: string;
  /** What stands in angle brackets in the text, in the order of appearance. */
  readonly placeholders: readonly string[];
}

/** The policy with two spaces of indentation and a line break at the end. */
export function trustPolicyJson(view: ModuleView, integration: FamilyBlock): TrustPolicyJson {
  const principal = { AWS: configuredPrincipal(view.settings) ?? "<AWS account of your Spacelift instance>" };
  const assumeRole = {
    Effect: "Allow",
    Principal: principal,
    Action: "sts:AssumeRole",
    Condition: externalIdCondition(view, integration),
  };
  const tagSession = { Effect: "Allow", Principal: principal, Action: "sts:TagSession" };
  const tags = isPossibly(view, integration, "tag_assume_role", false);
  const policy = { Version: "2012-10-17", Statement: tags ? [assumeRole, tagSession] : [assumeRole] };
  const text = `${JSON.stringify(policy, undefined, 2)}\n`;
  return { text, placeholders: [...new Set(text.match(/<[^<>]+>/g) ?? [])] };
}

function externalIdCondition(view: ModuleView, integration: FamilyBlock): Readonly<Record<string, unknown>> {
  const formats = formatsOf(view.settings);
  const segments = {
    account: view.settings.accountName === "" ? "<Spacelift account name>" : view.settings.accountName,
    integration: `<ID of ${integration.declaration.address}>`,
  };
  const attachments = exactAttachments(view, integration);
  const isExact = attachments.length > 0 && attachments.every(({ forEach, count }) => !forEach && !count);
  if (!isExact) return { StringLike: { "sts:ExternalId": oneOrMany(anyTarget(formats, segments)) } };
  const ids = attachments.flatMap((attachment) =>
    idsOf(formats, segments, targetText(view, attachment), attachment.phases),
  );
  return { StringEquals: { "sts:ExternalId": oneOrMany(ids) } };
}

/** The slug where it is written out, otherwise whose slug it is. */
function targetText(view: ModuleView, { target, targetKind, resource }: Attachment): string {
  const known = asKnownString(view.evaluate(target, resource.file));
  if (known !== undefined) return known;
  const reference = referenceOf(target);
  return `<slug of ${reference ? reference.address : `the ${targetKind}`}>`;
}

function oneOrMany(values: readonly string[]): string | readonly string[] {
  const [only, ...others] = values;
  return only !== undefined && others.length === 0 ? only : values;
}
