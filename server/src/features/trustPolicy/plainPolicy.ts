/** The matching trust policy as plain data: what Terraform would have known stands in angle brackets. */
import type { Attachment } from "../../analysis/attachments.ts";
import { attribute, type FamilyBlock, type ModuleView } from "../../analysis/moduleView.ts";
import { flagOf } from "../../analysis/setting.ts";
import { verdictsOf } from "../../analysis/trust/judge.ts";
import { flagIn, settingIn } from "../../analysis/trust/subjects.ts";
import { symbolIdOf } from "../../analysis/trust/symbolKinds.ts";
import { knownText } from "../../iam/symbolic.ts";
import { phases, type Phase } from "../../spacelift/phases.ts";
import { repetitionOf } from "../../terraform/moduleReferences.ts";
import { referenceOf } from "../../terraform/references.ts";
import { instancesOf, mostInstances, type Instance } from "../../terraform/repetition.ts";
import { shownSymbol } from "../../terraform/symbolNames.ts";
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
    AWS: inWorker ? "<ARN of the role that your workers run as>" : spaceliftPrincipal(view, integration),
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

/** Where no setting tells the instance, the policy that the role has may name one that Spacelift runs. */
function spaceliftPrincipal(view: ModuleView, { declaration }: FamilyBlock): string {
  const configured = configuredPrincipal(view.settings);
  if (configured !== undefined) return configured;
  for (const { subject, role } of verdictsOf(view)) {
    if (role.kind !== "judged" || subject.block.declaration !== declaration) continue;
    const named = knownText(role.policy.names.awsAccount);
    if (named !== undefined) return named;
  }
  return "<AWS account of your Spacelift instance>";
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
  const attached = repetitionOf(integration.block) ? undefined : attachedTo(view, integration);
  if (!attached) return { StringLike: { "sts:ExternalId": oneOrMany(anyTarget(formats, segments)) } };
  const ids = attached.flatMap(({ target, phases }) => idsOf(formats, segments, target, phases));
  return { StringEquals: { "sts:ExternalId": oneOrMany([...new Set(ids)]) } };
}

interface Attached {
  /** The slug where it is known, otherwise whose slug it is. */
  readonly target: string;
  readonly phases: readonly Phase[];
}

/** What each instance of an attachment attaches; undefined where they are not all known. */
function attachedTo(view: ModuleView, integration: FamilyBlock): readonly Attached[] | undefined {
  const found: Attached[] = [];
  for (const attachment of exactAttachments(view, integration)) {
    const instances = instancesOf(view, attachment.resource.declaration);
    if (instances.length === mostInstances || !instances.every(({ known }) => known)) return undefined;
    found.push(...instances.map((instance) => attachedIn(view, attachment, instance)));
  }
  return found.length > 0 ? found : undefined;
}

function attachedIn(view: ModuleView, attachment: Attachment, instance: Instance): Attached {
  const { target, targetKind, resource } = attachment;
  const block = { block: resource, instance };
  const slug = settingIn(view, block, `${targetKind}_id`);
  const symbol = slug && symbolIdOf(slug);
  const named = symbol ? shownSymbol(symbol).replace(/\.id$/, "") : referenceOf(target)?.address;
  const { address } = resource.declaration;
  const unnamed =
    instance.step === "" ? `the ${targetKind}` : `the ${targetKind} of ${address}${instance.step}`;
  return {
    target: (slug && asKnownString(slug)) ?? `<slug of ${named ?? unnamed}>`,
    phases: phases.filter((phase) => flagIn(view, block, phase) !== false),
  };
}

function oneOrMany(values: readonly string[]): string | readonly string[] {
  const [only, ...others] = values;
  return only !== undefined && others.length === 0 ? only : values;
}
