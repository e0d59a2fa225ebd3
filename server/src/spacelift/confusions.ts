/**
 * Attribute names that people write, and what they mean by them: from other providers, from Spacelift's screens
 * and API, from older documentation.
 */
import { familyTypes } from "./family.ts";
import { attributeNamed, isSettable } from "./schema.ts";
import type { BlockSchema, ResourceMode } from "./schema.ts";

export interface Meant {
  /** The attribute's right name. */
  readonly name: string;
  /** What belongs there, in a few words, where it is something else than people give the wrong name. */
  readonly value?: string;
  /** Where only one of `resource` and `data` means it so. */
  readonly mode?: ResourceMode;
}

const stackSlug: Meant = { name: "stack_id", value: "the stack's slug" };
const moduleSlug: Meant = { name: "module_id", value: "the module's slug" };
const spaceId: Meant = { name: "space_id", value: "the space's ID" };
const integrationId: Meant = { name: "integration_id", value: "the integration's ID" };
const roleArn: Meant = { name: "role_arn", value: "the role's ARN" };

/** Wrong name → what may be meant, best first. */
const meant: ReadonlyMap<string, readonly Meant[]> = new Map([
  ...renamed("role_arn", "arn iam_role_arn iam_role aws_role_arn assume_role_arn role"),
  ...renamed("name", "display_name"),
  ...renamed("integration_id", "integration aws_integration aws_integration_id"),
  ...renamed("stack_id", "stack stack_slug"),
  ...renamed("module_id", "module module_slug"),
  ...renamed("space_id", "space"),
  ...renamed("duration_seconds", "duration session_duration session_duration_seconds max_session_duration"),
  ...renamed("region", "aws_region sts_region"),
  ...renamed("external_id", "externalid sts_external_id custom_external_id"),
  ...renamed(
    "generate_credentials_in_worker",
    "generate_credentials generate_credentials_on_worker generate_credentials_in_private_worker generate_on_worker",
  ),
  ...renamed("labels", "label tags"),
  ...renamed(
    "autoattach_enabled",
    "autoattach auto_attach auto_attach_enabled enable_autoattach enable_auto_attach",
  ),
  ...renamed("tag_assume_role", "session_tagging session_tags_enabled tag_session enable_tag_session"),
  ["id", [{ name: "integration_id", mode: "data" }]],
  ["integration_name", [{ name: "name" }, integrationId]],
  ["aws_integration_name", [{ name: "name" }, integrationId]],
  ["role_name", [roleArn]],
  ["iam_role_name", [roleArn]],
  ["stack_name", [stackSlug]],
  ["module_name", [moduleSlug]],
  ["space_name", [spaceId]],
  [
    "read_only",
    [
      { name: "read", value: "true", mode: "data" },
      { name: "write", value: "false" },
    ],
  ],
  [
    "write_only",
    [
      { name: "write", value: "true", mode: "data" },
      { name: "read", value: "false" },
    ],
  ],
]);

function renamed(right: string, wrong: string): readonly (readonly [string, readonly Meant[]])[] {
  return wrong.split(" ").map((name) => [name, [{ name: right }]]);
}

/** The attribute of this block that a person meant by a name that it has not. */
export function meantAttribute(block: BlockSchema, wrong: string): Meant | undefined {
  return meant
    .get(wrong.toLowerCase())
    ?.find(({ name, mode }) => (mode === undefined || mode === block.mode) && hasSettable(block, name));
}

/** The resource of the family that has an attribute of that name, or the one that is meant by it, where this has not. */
export function homeOf(block: BlockSchema, wrong: string): BlockSchema | undefined {
  const names = [wrong, ...(meant.get(wrong.toLowerCase()) ?? []).map(({ name }) => name)];
  const has = (schema: BlockSchema): boolean => names.some((name) => hasSettable(schema, name));
  if (has(block)) return undefined;
  return familyTypes.find((schema) => schema.mode === "resource" && !schema.deprecated && has(schema));
}

function hasSettable(block: BlockSchema, name: string): boolean {
  const attribute = attributeNamed(block, name);
  return attribute !== undefined && isSettable(attribute);
}

/** All names that are explained, for the tests. */
export const confusedNames: readonly string[] = [...meant.keys()];
