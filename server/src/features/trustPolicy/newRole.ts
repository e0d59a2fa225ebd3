/** A role beside the integration, for one that has none in the module. */
import { freeName } from "../../analysis/dataSource.ts";
import { familyOfType, type FamilyBlock, type ModuleView } from "../../analysis/moduleView.ts";
import { numberOf, settingOf } from "../../analysis/setting.ts";
import { roleOfIntegration, type RoleOfIntegration } from "../../analysis/roleOfIntegration.ts";
import { textOf } from "../../base/span.ts";
import { text, writeBlock, type Written, type WrittenItem } from "../../hcl/write.ts";
import { defaultRoleMaximum } from "../../spacelift/durations.ts";
import { attributeOf } from "../../terraform/block.ts";
import { declarationOf } from "../../terraform/module.ts";
import { referenceOf } from "../../terraform/references.ts";
import { namesInstance, repetitionIn, type Repetition } from "./repetition.ts";
import { asExpression, nameInArnText, suggestedName, type RoleName } from "./roleName.ts";

export type NotDeclared = Exclude<RoleOfIntegration, { kind: "declared" }>;

/** The name and path that the ARN says, or that it is to say. */
export function nameFor(view: ModuleView, integration: FamilyBlock, target: NotDeclared): RoleName {
  const { block, file } = integration;
  const known = target.roleArn && nameInArnText(view, target.roleArn.value, file);
  if (known) return known;
  const repetition = standsForEach(integration, target) ? repetitionIn(block, file) : undefined;
  const suffix = repetition ? `-\${${repetition.key}}` : "";
  if (target.kind === "undeclared") return { name: target.name + suffix, path: "/" };
  if (target.kind === "missing") return { name: suggestedName(integration) + suffix, path: "/" };
  // The last part of an ARN is the role's name, whatever the ARN turns out to be.
  const arn = textOf(file.syntax.text, target.roleArn.value);
  const path = hasPath(view, target) ? `\${regex(":role(/(?:.*/)?)", ${arn})[0]}` : "/";
  return { name: `\${basename(${arn})}`, path };
}

/** True where the ARN that comes from outside, or that stands in for it, has a path. */
function hasPath(view: ModuleView, target: NotDeclared): boolean {
  if (target.kind === "named") return target.path !== "/";
  const reference = target.roleArn && referenceOf(target.roleArn.value);
  const variable = reference && declarationOf(view.module, reference.address);
  const usual = variable?.kind === "variable" ? attributeOf(variable.block, "default") : undefined;
  const named = variable && usual && nameInArnText(view, usual.value, variable.file);
  return named !== undefined && named.path !== "/";
}

/** True where each instance of the integration has a role of its own: no ARN says that they share one. */
export function standsForEach({ block, file }: FamilyBlock, target: NotDeclared): boolean {
  if (!repetitionIn(block, file)) return false;
  return target.kind === "missing" || namesInstance(target.roleArn.value);
}

/** The integrations that assume a role of this name, the one that it is made for included. */
export function thoseWithRole(
  view: ModuleView,
  integration: FamilyBlock,
  { name }: RoleName,
): readonly FamilyBlock[] {
  return familyOfType(view, "resource", "spacelift_aws_integration").filter((other) => {
    if (other === integration) return true;
    const target = roleOfIntegration(view, other);
    return target.kind === "named" && asExpression(nameFor(view, other, target).name) === asExpression(name);
  });
}

interface NewRole {
  readonly address: string;
  readonly block: string;
}

interface RoleContent {
  readonly name: RoleName;
  readonly repetition: Repetition | undefined;
  readonly policy: Written;
}

export function newRole(
  view: ModuleView,
  integration: FamilyBlock,
  target: NotDeclared,
  { name: { name, path }, repetition, policy }: RoleContent,
): NewRole {
  const label =
    target.kind === "undeclared"
      ? target.name
      : freeName(view, "aws_iam_role.", integration.declaration.name);
  const duration = longDuration(view, thoseWithRole(view, integration, { name, path }));
  const items: readonly WrittenItem[] = [
    ...(repetition ? ([repetition.item, "blank"] as const) : []),
    { key: "name", value: text(asExpression(name)) },
    ...(path === "/" ? [] : [{ key: "path", value: text(asExpression(path)) }]),
    ...(duration === undefined ? [] : [{ key: "max_session_duration", value: text(duration.toString()) }]),
    "blank",
    { key: "assume_role_policy", value: policy },
  ];
  return { address: `aws_iam_role.${label}`, block: writeBlock(`resource "aws_iam_role" "${label}"`, items) };
}

/** The longest that any of them asks for, where a role allows that long only when told to. */
function longDuration(view: ModuleView, integrations: readonly FamilyBlock[]): number | undefined {
  const durations = integrations.flatMap((integration) => {
    const setting = settingOf(view, integration, "duration_seconds");
    return (setting && numberOf(setting)) ?? [];
  });
  const longest = Math.max(defaultRoleMaximum, ...durations);
  return longest > defaultRoleMaximum ? longest : undefined;
}
