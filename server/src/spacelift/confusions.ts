/**
 * Attribute names that people write, and what they mean by them: from other providers, from Spacelift's screens
 * and API, from older documentation.
 */
import { attributeNamed, isSettable } from "./schema.ts";
import type { BlockSchema } from "./schema.ts";

/** Wrong name → the names that may be meant, best first. */
const meant: Readonly<Record<string, readonly string[]>> = {
  arn: ["role_arn"],
  iam_role_arn: ["role_arn"],
  iam_role: ["role_arn"],
  aws_role_arn: ["role_arn"],
  assume_role_arn: ["role_arn"],
  role: ["role_arn"],
  integration_name: ["name"],
  aws_integration_name: ["name"],
  integration: ["integration_id"],
  aws_integration_id: ["integration_id"],
  id: ["integration_id", "stack_id"],
  stack: ["stack_id"],
  stack_name: ["stack_id"],
  stack_slug: ["stack_id"],
  module: ["module_id"],
  module_name: ["module_id"],
  module_slug: ["module_id"],
  space: ["space_id"],
  space_name: ["space_id"],
  read_only: ["read"],
  write_only: ["write"],
  session_duration: ["duration_seconds"],
  session_duration_seconds: ["duration_seconds"],
  max_session_duration: ["duration_seconds"],
  duration: ["duration_seconds"],
  aws_region: ["region"],
  sts_region: ["region"],
  externalid: ["external_id"],
  sts_external_id: ["external_id"],
  generate_credentials_in_private_worker: ["generate_credentials_in_worker"],
  generate_on_worker: ["generate_credentials_in_worker"],
  label: ["labels"],
  tags: ["labels"],
  autoattach: ["autoattach_enabled"],
  auto_attach: ["autoattach_enabled"],
  auto_attach_enabled: ["autoattach_enabled"],
  enable_autoattach: ["autoattach_enabled"],
  enable_auto_attach: ["autoattach_enabled"],
  session_tagging: ["tag_assume_role"],
  tag_session: ["tag_assume_role"],
  enable_tag_session: ["tag_assume_role"],
};

/** What belongs on another type, with one sentence that says where. */
const misplaced: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "resource.spacelift_aws_integration": {
    stack_id: "An integration is tied to a stack by a spacelift_aws_integration_attachment.",
    module_id: "An integration is tied to a module by a spacelift_aws_integration_attachment.",
    context_id:
      "A context cannot hold an integration: attach it with a spacelift_aws_integration_attachment.",
    read: "Reading and writing are set on the spacelift_aws_integration_attachment.",
    write: "Reading and writing are set on the spacelift_aws_integration_attachment.",
  },
  "resource.spacelift_aws_integration_attachment": {
    role_arn: "The role is set on the spacelift_aws_integration.",
    space_id: "The space is set on the spacelift_aws_integration.",
    duration_seconds: "The duration is set on the spacelift_aws_integration.",
    external_id: "The external ID is set on the spacelift_aws_integration.",
    context_id: "An integration is attached to a stack or a module; contexts cannot hold one.",
  },
};

/** The attribute of this block that a person meant by a name that it has not. */
export function meantAttribute(block: BlockSchema, wrong: string): string | undefined {
  return meant[wrong.toLowerCase()]?.find((name) => {
    const attribute = attributeNamed(block, name);
    return attribute !== undefined && isSettable(attribute);
  });
}

/** Where an attribute belongs that this block has not, in one sentence. */
export function belongsElsewhere(block: BlockSchema, wrong: string): string | undefined {
  return misplaced[`${block.mode}.${block.type}`]?.[wrong];
}

/** All names that are explained, for the tests. */
export const confusedNames: readonly string[] = Object.keys(meant);
