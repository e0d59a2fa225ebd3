/** *Generate the matching IAM trust policy*: what has to change in the module so that Spacelift is let in. */
import { attachmentBlocksOf } from "../../analysis/attachments.ts";
import { editedModule } from "../../analysis/editedModule.ts";
import { addToList, setAttribute } from "../../analysis/edits.ts";
import { attribute, type FamilyBlock, type ModuleView } from "../../analysis/moduleView.ts";
import { roleOfIntegration, type RoleOfIntegration } from "../../analysis/roleOfIntegration.ts";
import { textOf } from "../../base/span.ts";
import { writeBlock, type Written, type WrittenItem } from "../../hcl/write.ts";
import { defaultRoleMaximum } from "../../spacelift/durations.ts";
import { toSafeInteger } from "../../terraform/bigFloat.ts";
import { waitsFor } from "../../terraform/dependencies.ts";
import { EditList } from "./editList.ts";
import { existingPolicy } from "./existingPolicy.ts";
import { freshPolicy, type Form } from "./forms/freshPolicy.ts";
import { usualForm } from "./forms/usualForm.ts";
import { policyEdits } from "./policyEdits.ts";
import { dataSource, freeName, isRepeated, providerOf } from "./names.ts";
import { planTrust, repetitionOf, sameIndex, type Plan, type Scope } from "./plan.ts";
import { refused, type Generated } from "./refusal.ts";
import {
  asExpression,
  nameInArnText,
  nameOfRole,
  roleNamed,
  suggestedName,
  writeArn,
  type RoleName,
} from "./roleName.ts";

export interface GenerateOptions {
  /** Undefined for the form that the role has, or else the one of the settings. */
  readonly form: Form | undefined;
  readonly scope: Scope;
}

type Declared = Omit<Extract<RoleOfIntegration, { kind: "declared" }>, "kind">;
type NotDeclared = Exclude<RoleOfIntegration, { kind: "declared" }>;

export function generateTrustPolicy(
  view: ModuleView,
  integration: FamilyBlock,
  { form, scope }: GenerateOptions,
): Generated {
  if (!integration.block.close || integration.declaration.name === "") {
    return refused("Close the integration's block first.");
  }
  const plan = planTrust(view, integration, scope);
  const target = roleOfIntegration(view, integration);
  if (target.kind === "declared") return intoRole(view, integration, plan, form, target);
  const name = nameFor(view, integration, target);
  const role = roleNamed(view, name);
  return role && target.roleArn && target.kind !== "missing"
    ? intoRole(view, integration, plan, form, { role, byReference: false, roleArn: target.roleArn })
    : besideIntegration(view, integration, plan, form ?? usualForm(view, plan), target, name);
}

/** Into the role that the module has. */
function intoRole(
  view: ModuleView,
  integration: FamilyBlock,
  plan: Plan,
  form: Form | undefined,
  { role, byReference, roleArn }: Declared,
): Generated {
  const existing = existingPolicy({ view, role, integration });
  const policy = policyEdits({
    view,
    integration,
    plan,
    role,
    existing,
    form,
    otherwise: usualForm(view, plan),
  });
  if (policy.kind === "refused") return policy;
  const edits = new EditList();
  edits.addAll(policy.edits);
  const blocks = [...policy.blocks];
  if (byReference) {
    const name = nameOfRole(role);
    if (!name) {
      return refused(
        `Give ${role.address} a name first. The policy names the integration, so the integration cannot refer to the role: its role_arn has to be written from the role's name.`,
      );
    }
    if (isRepeated(role)) {
      return refused(
        `${role.address} has count or for_each, and role_arn cannot be written from its name here.`,
      );
    }
    const caller = dataSource(view, "aws_caller_identity", "current", providerOf(role));
    if (caller.missingBlock !== undefined) blocks.push(caller.missingBlock);
    const newText = writeArn(caller.address, plan.names.partition, name);
    edits.add(integration.file.uri, { span: roleArn.value, newText });
  }
  edits.addBlocksAfter(integration, blocks);
  waitForRole(view, integration, role.address, edits);
  const index = isRepeated(role) ? sameIndex(integration) : "";
  return { kind: "edits", edits: edits.files(), role: role.address + index };
}

/** A new role, with the name that the ARN says. */
function besideIntegration(
  view: ModuleView,
  integration: FamilyBlock,
  plan: Plan,
  form: Form,
  target: NotDeclared,
  name: RoleName,
): Generated {
  const fresh = freshPolicy(view, integration, plan, form);
  if (!fresh) return refused(`Nothing is attached to ${integration.declaration.address} here.`);
  const edits = new EditList();
  const blocks = [...fresh.blocks];
  if (target.kind === "undeclared" || target.kind === "missing") {
    if (repetitionOf(integration)) {
      return refused("Set role_arn first: several integrations need several names.");
    }
    const caller = dataSource(view, "aws_caller_identity", "current");
    if (caller.missingBlock !== undefined) blocks.push(caller.missingBlock);
    const arn = { name: "role_arn", value: writeArn(caller.address, plan.names.partition, name) };
    edits.add(integration.file.uri, ...setAttribute(integration.file, integration.block, arn));
  }
  const label = roleLabel(view, integration, target);
  const address = `aws_iam_role.${label}`;
  blocks.push(writeRole(view, integration, label, name, fresh.value));
  edits.addBlocksAfter(integration, blocks);
  waitForRole(view, integration, address, edits);
  return { kind: "edits", edits: edits.files(), role: address + sameIndex(integration) };
}

function nameFor(view: ModuleView, integration: FamilyBlock, target: NotDeclared): RoleName {
  const known = target.roleArn && nameInArnText(view, target.roleArn.value, integration.file);
  if (known) return known;
  if (target.kind === "undeclared") return { name: target.name, path: "/" };
  if (target.kind === "missing") return suggestedName(integration);
  // The last part of an ARN is the role's name, whatever the ARN turns out to be.
  const source = textOf(integration.file.syntax.text, target.roleArn.value);
  return { name: `\${basename(${source})}`, path: "/" };
}

function roleLabel(view: ModuleView, { declaration }: FamilyBlock, target: NotDeclared): string {
  return target.kind === "undeclared" ? target.name : freeName(view, "aws_iam_role.", declaration.name);
}

function writeRole(
  view: ModuleView,
  integration: FamilyBlock,
  label: string,
  { name, path }: RoleName,
  policy: Written,
): string {
  const repetition = repetitionOf(integration);
  const repeated = repetition && attribute(integration, repetition);
  const items: WrittenItem[] = [];
  if (repeated)
    items.push(plain(repeated.name.name, textOf(integration.file.syntax.text, repeated.value)), "blank");
  items.push(plain("name", asExpression(name)));
  if (path !== "/") items.push(plain("path", `"${path}"`));
  const duration = longDuration(view, integration);
  if (duration !== undefined) items.push(plain("max_session_duration", duration));
  items.push("blank", { key: "assume_role_policy", value: policy });
  return writeBlock(`resource "aws_iam_role" "${label}"`, items);
}

function plain(key: string, value: string): WrittenItem {
  return { key, value: { kind: "text", text: value } };
}

/** The integration's duration where a role allows that long only when told to. */
function longDuration(view: ModuleView, integration: FamilyBlock): string | undefined {
  const duration = attribute(integration, "duration_seconds");
  if (!duration) return undefined;
  const value = view.evaluate(duration.value, integration.file);
  const seconds = value.kind === "number" ? toSafeInteger(value.value) : undefined;
  return seconds !== undefined && seconds > defaultRoleMaximum ? seconds.toString() : undefined;
}

/**
 * Spacelift tests the role while it attaches, so each attachment that would not wait for it is told to:
 * https://registry.terraform.io/providers/spacelift-io/spacelift/latest/docs/resources/aws_integration_attachment
 */
function waitForRole(view: ModuleView, integration: FamilyBlock, role: string, edits: EditList): void {
  const after = editedModule(view.module, edits.files());
  for (const attachment of attachmentBlocksOf(view, integration)) {
    if (waitsFor(after, attachment.declaration.address, role) === "yes") continue;
    const { file, block } = attachment;
    edits.add(file.uri, ...(addToList(file, block, { name: "depends_on", value: role }) ?? []));
  }
}
