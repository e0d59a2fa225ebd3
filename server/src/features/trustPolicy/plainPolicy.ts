/** The matching trust policy as plain data: what Terraform would have known stands in angle brackets. */
import type { Attachment } from "../../analysis/attachments.ts";
import { attribute, type FamilyBlock, type ModuleView } from "../../analysis/moduleView.ts";
import { flagOf } from "../../analysis/setting.ts";
import { referenceOf } from "../../terraform/references.ts";
import { asKnownString } from "../../terraform/value.ts";
import { anyTarget, formatsOf, idsOf } from "./externalIds.ts";
import { configuredPrincipal } from "./names.ts";
import { exactAttachments } from "./plan.ts";

interface PlainPolicy {
  readonly Version: "2012-10-17";
  readonly Statement: readonly Readonly<Record<string, unknown>>[];
}

export function plainPolicy(view: ModuleView, integration: FamilyBlock): PlainPolicy {
  const inWorker = flagOf(view, integration, "generate_credentials_in_worker") === true;
  const principal = {
    AWS: inWorker ? "<ARN of the role that your workers run as>" : spaceliftPrincipal(view),
  };
  const condition = inWorker ? workerCondition(view, integration) : externalIdCondition(view, integration);
  const assumeRole = {
    Effect: "Allow",
    Principal: principal,
    Action: "sts:AssumeRole",
    ...(condition && { Condition: condition }),
  };
  const tagSession = { Effect: "Allow", Principal: principal, Action: "sts:TagSession" };
  const tags = flagOf(view, integration, "tag_assume_role") !== false;
  return { Version: "2012-10-17", Statement: tags ? [assumeRole, tagSession] : [assumeRole] };
}

/** What stands in angle brackets, in the order of appearance. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set(text.match(/<[^<>\n]+>/g) ?? [])];
}

function spaceliftPrincipal({ settings }: ModuleView): string {
  return configuredPrincipal(settings) ?? "<AWS account of your Spacelift instance>";
}

function workerCondition(
  view: ModuleView,
  integration: FamilyBlock,
): Readonly<Record<string, unknown>> | undefined {
  const custom = attribute(integration, "external_id");
  if (!custom) return undefined;
  const known = asKnownString(view.evaluate(custom.value, integration.file));
  const id = known ?? `<external_id of ${integration.declaration.address}>`;
  return { StringEquals: { "sts:ExternalId": id } };
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
