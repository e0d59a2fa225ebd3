/** *Generate the matching IAM trust policy*: what has to change in the module so that Spacelift is let in. */
import { attachmentBlocksOf } from "../../analysis/attachments.ts";
import { dataSource, isRepeated } from "../../analysis/dataSource.ts";
import { providerOf } from "../../analysis/provider.ts";
import { addToList, setAttribute } from "../../analysis/edits.ts";
import type { FamilyBlock, ModuleView } from "../../analysis/moduleView.ts";
import { roleOfIntegration, type RoleOfIntegration } from "../../analysis/roleOfIntegration.ts";
import { cycleThrough, waitsFor } from "../../terraform/dependencies.ts";
import type { BlockDeclaration } from "../../terraform/module.ts";
import { waitingAfter } from "../verify/partOf.ts";
import { nameOf } from "../../workspace/uris.ts";
import { nameInCaller, roleElsewhere, type CalledRole, type RoleElsewhere } from "./calledRole.ts";
import { EditList } from "./editList.ts";
import { formatsOf } from "./externalIds.ts";
import { existingPolicy, type ExistingPolicy } from "./existingPolicy.ts";
import { freshPolicy, type Form } from "./forms/freshPolicy.ts";
import { usualForm } from "./forms/usualForm.ts";
import { policyOfCalledRole } from "./intoCalledRole.ts";
import { nameFor, newRole, standsForEach, thoseWithRole, type NotDeclared } from "./newRole.ts";
import { planTrust, type Holder, type Scope } from "./plan.ts";
import { policyEdits, type PolicyEdits } from "./policyEdits.ts";
import { refused, type Generated, type Refusal } from "./refusal.ts";
import { repetitionIn } from "./repetition.ts";
import { accountWritten, arnIn, nameSeenFrom, roleNamed, writeArn } from "./roleName.ts";

export interface GenerateOptions {
  /** Undefined for the form that the role has, or else the one of the settings. */
  readonly form: Form | undefined;
  readonly scope: Scope;
}

interface Request extends GenerateOptions {
  readonly view: ModuleView;
  readonly integration: FamilyBlock;
}

type Declared = Omit<Extract<RoleOfIntegration, { kind: "declared" }>, "kind">;

export function generateTrustPolicy(
  view: ModuleView,
  integration: FamilyBlock,
  options: GenerateOptions,
): Generated {
  if (!integration.block.close || integration.declaration.name === "") {
    return refused("Close the integration's block first.");
  }
  if (options.scope === "account" && formatsOf(view.settings).includes("hyphen")) {
    return refused("With hyphens nothing ends your account's name, so other accounts would get in too.");
  }
  const request = { view, integration, ...options };
  const elsewhere = roleElsewhere(view, integration);
  if (elsewhere) return intoModule(request, elsewhere);
  const target = roleOfIntegration(view, integration);
  if (target.kind === "declared") return intoRole(request, target);
  const role = roleNamed(view, nameFor(view, integration, target));
  return role && target.roleArn && target.kind !== "missing"
    ? intoRole(request, { role, byReference: false, roleArn: target.roleArn })
    : besideIntegration(request, target);
}

/** Into the role that the module has. */
function intoRole(request: Request, declared: Declared): Generated {
  const { view, integration, form, scope } = request;
  const { role, byReference } = declared;
  const existing = existingPolicy({ view, role, integration });
  const plan = planTrust(view, integration, scope, holderOf(role, existing, form));
  const otherwise = usualForm(view, plan);
  const policy = policyEdits({ view, integration, plan, role, existing, form, otherwise });
  if (policy.kind === "refused") return policy;
  const edits = new EditList();
  edits.addAll(policy.edits);
  const blocks = [...policy.blocks];
  if (byReference && waitsForItself(request, policy, role.address)) {
    const arn = arnWithoutReference(request, declared, plan.names.partition);
    if (arn.kind === "refused") return arn;
    if (arn.missingBlock !== undefined) blocks.push(arn.missingBlock);
    edits.add(integration.file.uri, { span: declared.roleArn.value, newText: arn.text });
  }
  edits.addBlocksAfter(integration, blocks);
  waitForRole(view, [integration], role.address, edits);
  const { block, file } = integration;
  const index = isRepeated(role) ? (repetitionIn(block, file)?.index ?? "") : "";
  return { kind: "edits", edits: edits.files(), role: role.address + index };
}

/** Into the role of a module that this one calls. */
function intoModule(request: Request, elsewhere: RoleElsewhere): Generated {
  const { view, integration, form, scope } = request;
  const { declaration } = elsewhere.role;
  if (elsewhere.kind === "out of reach") {
    return refused(
      `${declaration.address} is made by another module, in ${nameOf(declaration.file.uri)}, which this one does not call once by its path. Write its policy there.`,
    );
  }
  const { call } = elsewhere;
  const plan = planTrust(view, integration, scope, "integration");
  const policy = policyOfCalledRole(
    { view, integration, plan, form, otherwise: usualForm(view, plan) },
    elsewhere,
  );
  if (policy.kind === "refused") return policy;
  const edits = new EditList();
  edits.addAll(policy.edits);
  const blocks = [...policy.blocks];
  if (waitsForCall(request, policy, call.address)) {
    const arn = arnOfCalledRole(request, elsewhere, plan.names.partition);
    if (arn.kind === "refused") return arn;
    if (arn.missingBlock !== undefined) blocks.push(arn.missingBlock);
    const { file, block } = integration;
    edits.add(file.uri, ...setAttribute(file, block, { name: "role_arn", value: arn.text }));
  }
  edits.addBlocksAfter(integration, blocks);
  waitForRole(view, [integration], call.address, edits);
  return { kind: "edits", edits: edits.files(), role: call.address };
}

/** What the call is given names the integration, and the integration what the module hands out. */
function waitsForCall({ view, integration }: Request, policy: PolicyEdits, call: string): boolean {
  const edits = new EditList();
  edits.addAll(policy.edits);
  edits.addBlocksAfter(integration, policy.blocks);
  const own = integration.declaration.address;
  const after = waitingAfter(view.module, [own, call], edits.files());
  return waitsFor(after, own, call) === "yes" && waitsFor(after, call, own) !== "no";
}

function arnOfCalledRole(
  { view }: Request,
  { role, call }: CalledRole,
  partition: string,
): WrittenArn | Refusal {
  const name = nameInCaller(role);
  if (!name) {
    return refused(
      `Write role_arn from the name of the role that ${call.address} makes. The policy names the integration, so the integration cannot refer to what the module hands out, and the name is not known here.`,
    );
  }
  const caller = dataSource(view, "aws_caller_identity", "current");
  return { kind: "arn", text: writeArn(caller.address, partition, name), missingBlock: caller.missingBlock };
}

/** Who has the policy that is to be written: an instance of what is repeated, or all of them together. */
function holderOf(role: BlockDeclaration, existing: ExistingPolicy, form: Form | undefined): Holder {
  const staysDocument = existing.kind === "document" && (form === undefined || form === "policy_document");
  if (staysDocument) return isRepeated(existing.document) ? "instance" : "integration";
  const isInRole = existing.kind !== "statements" || existing.place.body === role.block.body;
  return isInRole && isRepeated(role) ? "instance" : "integration";
}

/** The role's policy names the integration, and the integration the role. */
function waitsForItself({ view, integration }: Request, policy: PolicyEdits, role: string): boolean {
  const edits = new EditList();
  edits.addAll(policy.edits);
  edits.addBlocksAfter(integration, policy.blocks);
  const waiting = [role, integration.declaration.address];
  return cycleThrough(waitingAfter(view.module, waiting, edits.files()), role) !== undefined;
}

interface WrittenArn {
  readonly kind: "arn";
  readonly text: string;
  readonly missingBlock: string | undefined;
}

function arnWithoutReference(
  { view, integration }: Request,
  { role, roleArn }: Declared,
  partition: string,
): WrittenArn | Refusal {
  const name = nameSeenFrom(role, roleArn.value, integration.file);
  if (name === "unset") {
    return refused(
      `Give ${role.address} a name first. The policy names the integration, so the integration cannot refer to the role: its role_arn has to be written from the role's name.`,
    );
  }
  if (name === "differs") {
    return refused(
      `${role.address} has count or for_each, and role_arn cannot be written from its name here.`,
    );
  }
  const account = accountWritten(roleArn.value, integration.file);
  if (account !== undefined) {
    return { kind: "arn", text: arnIn(account, name), missingBlock: undefined };
  }
  const caller = dataSource(view, "aws_caller_identity", "current", providerOf(role));
  return {
    kind: "arn",
    text: writeArn(caller.address, partition, name),
    missingBlock: caller.missingBlock,
  };
}

/** A new role, with the name that the ARN says. */
function besideIntegration({ view, integration, form, scope }: Request, target: NotDeclared): Generated {
  const holder = standsForEach(integration, target) ? "instance" : "integration";
  const plan = planTrust(view, integration, scope, holder);
  const fresh = freshPolicy(view, integration, plan, form ?? usualForm(view, plan));
  if (!fresh) return refused(`Nothing is attached to ${integration.declaration.address} here.`);
  const edits = new EditList();
  const blocks = [...fresh.blocks];
  const name = nameFor(view, integration, target);
  if (target.kind === "undeclared" || target.kind === "missing") {
    const caller = dataSource(view, "aws_caller_identity", "current");
    if (caller.missingBlock !== undefined) blocks.push(caller.missingBlock);
    const arn = { name: "role_arn", value: writeArn(caller.address, plan.names.partition, name) };
    edits.add(integration.file.uri, ...setAttribute(integration.file, integration.block, arn));
  }
  const role = newRole(view, integration, target, { name, repetition: plan.repetition, policy: fresh.value });
  blocks.push(role.block);
  edits.addBlocksAfter(integration, blocks);
  waitForRole(view, thoseWithRole(view, integration, name), role.address, edits);
  return { kind: "edits", edits: edits.files(), role: role.address + (plan.repetition?.index ?? "") };
}

/**
 * Spacelift tests the role while it attaches, so each attachment to an integration with that role that would not wait
 * for it is told to:
 * https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/resources/aws_integration_attachment
 */
function waitForRole(
  view: ModuleView,
  integrations: readonly FamilyBlock[],
  role: string,
  edits: EditList,
): void {
  const attachments = integrations.flatMap((each) => attachmentBlocksOf(view, each));
  const waiting = [role, ...attachments.map(({ declaration }) => declaration.address)];
  const after = waitingAfter(view.module, waiting, edits.files());
  for (const attachment of attachments) {
    if (waitsFor(after, attachment.declaration.address, role) === "yes") continue;
    const { file, block } = attachment;
    edits.add(file.uri, ...(addToList(file, block, { name: "depends_on", value: role }) ?? []));
  }
}
