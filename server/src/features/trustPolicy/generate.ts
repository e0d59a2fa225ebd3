/** *Generate the matching IAM trust policy*: what has to change in the module so that Spacelift is let in. */
import { attachmentBlocksOf, isCertainly } from "../../analysis/attachments.ts";
import { editedModule } from "../../analysis/editedModule.ts";
import { addToList, setAttribute } from "../../analysis/edits.ts";
import type { FileEdits } from "../../analysis/finding.ts";
import { attribute, type FamilyBlock, type ModuleView } from "../../analysis/moduleView.ts";
import { roleOfIntegration, type RoleOfIntegration } from "../../analysis/roleOfIntegration.ts";
import { textOf } from "../../base/span.ts";
import type { TextEdit } from "../../base/textEdit.ts";
import { writeBlock, type WrittenItem } from "../../hcl/write.ts";
import { defaultRoleMaximum } from "../../spacelift/durations.ts";
import { toSafeInteger } from "../../terraform/bigFloat.ts";
import { waitsFor } from "../../terraform/dependencies.ts";
import type { BlockDeclaration } from "../../terraform/module.ts";
import { policyItem, replaceStatements, setPolicy } from "./editRole.ts";
import { existingPolicy } from "./existingPolicy.ts";
import { dataSource, freeName, isRepeated, providerOf, spaceliftNames } from "./names.ts";
import {
  asExpression,
  nameInArnText,
  nameOfRole,
  suggestedName,
  writeArn,
  type RoleName,
} from "./roleName.ts";
import { repetitionOf, statementsFor, type Statements } from "./statements.ts";

export type Generated =
  | { readonly kind: "edits"; readonly edits: readonly FileEdits[] }
  /** Why it cannot be done here and what a person can do, as a sentence. */
  | { readonly kind: "refused"; readonly reason: string };

export function generateTrustPolicy(view: ModuleView, integration: FamilyBlock): Generated {
  if (isCertainly(view, integration, "generate_credentials_in_worker")) {
    return refused(
      "Your private worker assumes this role itself, so the role has to trust the worker and not Spacelift.",
    );
  }
  if (!integration.block.close || integration.declaration.name === "") {
    return refused("Close the integration's block first.");
  }
  const target = roleOfIntegration(view, integration);
  return target.kind === "declared"
    ? intoRole(view, integration, target)
    : besideIntegration(view, integration, target);
}

/** Into the role that the module has. */
function intoRole(
  view: ModuleView,
  integration: FamilyBlock,
  { role, byReference, roleArn }: Extract<RoleOfIntegration, { kind: "declared" }>,
): Generated {
  const names = spaceliftNames(view);
  const statements = statementsFor(view, integration, names);
  const policy = editPolicy(view, integration, role, statements);
  if (policy.kind === "refused") return policy;
  const edits = new EditList();
  edits.add(role.file.uri, ...policy.edits);
  const blocks = [...names.missingBlocks];
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
    edits.add(integration.file.uri, {
      span: roleArn.value,
      newText: writeArn(caller.address, names.partition, name),
    });
  }
  edits.addBlocksAfter(integration, blocks);
  waitForRole(view, integration, role.address, edits);
  return { kind: "edits", edits: edits.files() };
}

function editPolicy(
  view: ModuleView,
  integration: FamilyBlock,
  role: BlockDeclaration,
  { assumeRole, tagSession }: Statements,
):
  | { readonly kind: "edits"; readonly edits: readonly TextEdit[] }
  | { readonly kind: "refused"; readonly reason: string } {
  const existing = existingPolicy(view, role, integration);
  switch (existing.kind) {
    case "absent": {
      const edit = setPolicy(role.block, role.file, tagSession ? [assumeRole, tagSession] : [assumeRole]);
      return edit
        ? { kind: "edits", edits: [edit] }
        : refused(`Write ${role.address} over several lines first.`);
    }
    case "statements": {
      const added = tagSession && !existing.tagsSessions ? [assumeRole, tagSession] : [assumeRole];
      return {
        kind: "edits",
        edits: replaceStatements(existing.statements, existing.replaceable, added, role.file),
      };
    }
    case "other":
      return refused(
        `The trust policy of ${role.address} comes from ${existing.description}; only a policy that is written as jsonencode({ ... Statement = [ ... ] }) in the role can be rewritten.`,
      );
  }
}

/** A new role, with the name that the ARN says. */
function besideIntegration(
  view: ModuleView,
  integration: FamilyBlock,
  target: Exclude<RoleOfIntegration, { kind: "declared" }>,
): Generated {
  const repetition = repetitionOf(integration);
  const names = spaceliftNames(view);
  const statements = statementsFor(view, integration, names);
  const edits = new EditList();
  const blocks = [...names.missingBlocks];
  const known = target.roleArn && nameInArnText(view, target.roleArn.value, integration.file);
  const name = known ?? nameFor(integration, target);
  if (target.kind === "undeclared" || target.kind === "missing") {
    if (repetition) return refused("Set role_arn first: several integrations need several names.");
    const caller = dataSource(view, "aws_caller_identity", "current");
    if (caller.missingBlock !== undefined) blocks.push(caller.missingBlock);
    const arn = writeArn(caller.address, names.partition, name);
    edits.add(
      integration.file.uri,
      ...setAttribute(integration.file, integration.block, { name: "role_arn", value: arn }),
    );
  }
  const label = roleLabel(view, integration, target);
  blocks.push(writeRole(view, integration, label, name, statements));
  edits.addBlocksAfter(integration, blocks);
  waitForRole(view, integration, `aws_iam_role.${label}`, edits);
  return { kind: "edits", edits: edits.files() };
}

function nameFor(
  integration: FamilyBlock,
  target: Exclude<RoleOfIntegration, { kind: "declared" }>,
): RoleName {
  if (target.kind === "undeclared") return { name: target.name, path: "/" };
  if (target.kind === "missing") return suggestedName(integration);
  // The last part of an ARN is the role's name, whatever the ARN turns out to be.
  const source = textOf(integration.file.syntax.text, target.roleArn.value);
  return { name: `\${basename(${source})}`, path: "/" };
}

function roleLabel(
  view: ModuleView,
  { declaration }: FamilyBlock,
  target: Exclude<RoleOfIntegration, { kind: "declared" }>,
): string {
  return target.kind === "undeclared" ? target.name : freeName(view, "aws_iam_role.", declaration.name);
}

function writeRole(
  view: ModuleView,
  integration: FamilyBlock,
  label: string,
  { name, path }: RoleName,
  { assumeRole, tagSession }: Statements,
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
  items.push("blank", policyItem(tagSession ? [assumeRole, tagSession] : [assumeRole]));
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

function refused(reason: string): { readonly kind: "refused"; readonly reason: string } {
  return { kind: "refused", reason };
}

/** Collects edits by file. */
class EditList {
  readonly #byFile = new Map<string, TextEdit[]>();

  add(uri: string, ...edits: readonly TextEdit[]): void {
    this.#byFile.set(uri, [...(this.#byFile.get(uri) ?? []), ...edits]);
  }

  /** New top-level blocks behind the integration's, an empty line between each two. */
  addBlocksAfter({ block, file }: FamilyBlock, blocks: readonly string[]): void {
    if (blocks.length === 0) return;
    const span = { start: block.end, end: block.end };
    this.add(file.uri, { span, newText: blocks.map((each) => `\n\n${each}`).join("") });
  }

  files(): readonly FileEdits[] {
    return [...this.#byFile].map(([uri, edits]) => ({ uri, edits }));
  }
}
