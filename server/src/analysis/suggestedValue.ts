/** A value to begin with for an attribute that a fix puts in: what the module holds, or a plausible text. */
import type { AttributeSchema } from "../spacelift/schema.ts";
import { declarationsOfType, type BlockDeclaration } from "../terraform/module.ts";
import { repetitionOf } from "../terraform/moduleReferences.ts";
import { waitsFor } from "../terraform/dependencies.ts";
import type { FamilyBlock, ModuleView } from "./moduleView.ts";

/** An ARN in the right form, for the person to fill in; the account is the one that AWS's documentation uses. */
const exampleRoleArn = `"arn:aws:iam::123456789012:role/spacelift"`;
/** An integration's ID in the right form, as the provider's documentation shows it. */
const exampleIntegrationId = `"01FPAH5J0JFYSM5953T9KT2VS9"`;

export function suggestedValue(view: ModuleView, block: FamilyBlock, attribute: AttributeSchema): string {
  switch (attribute.refersTo) {
    case "roleArn":
      return roleArn(view, block);
    case "integrationId":
      return only(view, "spacelift_aws_integration") ?? exampleIntegrationId;
    default:
      return `"${block.declaration.name.replaceAll("_", "-")}"`;
  }
}

/** The one role of the module, unless it waits for the block itself. */
function roleArn(view: ModuleView, { declaration }: FamilyBlock): string {
  const role = single(declarationsOfType(view.module, "resource", "aws_iam_role"));
  if (!role || waitsFor(view.module, role.address, declaration.address) !== "no") return exampleRoleArn;
  return `${role.address}.arn`;
}

function only(view: ModuleView, type: string): string | undefined {
  const declaration = single(declarationsOfType(view.module, "resource", type));
  return declaration && `${declaration.address}.id`;
}

function single(declarations: readonly BlockDeclaration[]): BlockDeclaration | undefined {
  const [first, second] = declarations;
  return first && !second && first.name !== "" && !repetitionOf(first.block) ? first : undefined;
}
