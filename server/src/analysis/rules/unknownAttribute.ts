/** `unknown-attribute`: an attribute that the type does not have. */
import { nearest } from "../../base/nearest.ts";
import type { Attribute } from "../../hcl/ast.ts";
import { familyTypes } from "../../spacelift/family.ts";
import { attributeNamed, isSettable, type BlockSchema } from "../../spacelift/schema.ts";
import { attributesOf } from "../../terraform/block.ts";
import { isMetaAttribute } from "../../terraform/metaArguments.ts";
import { fixIn, removeItem, renameAttribute } from "../edits.ts";
import type { Fix } from "../finding.ts";
import { attribute as attributeIn, inFile, type FamilyBlock } from "../moduleView.ts";
import { aNounOf, capitalised } from "../words.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly block: FamilyBlock;
  readonly attribute: Attribute;
  /** The attribute that was most likely meant, where it means the same and is not set yet. */
  readonly meant: string | undefined;
}

/** What people write for what the provider calls otherwise. The first one that the type has is meant. */
const confusions: Readonly<Record<string, readonly string[]>> = {
  arn: ["role_arn"],
  iam_role: ["role_arn"],
  iam_role_arn: ["role_arn"],
  role: ["role_arn"],
  aws_role_arn: ["role_arn"],
  assume_role_arn: ["role_arn"],
  integration_name: ["name"],
  display_name: ["name"],
  integration: ["integration_id"],
  aws_integration: ["integration_id"],
  aws_integration_id: ["integration_id"],
  stack: ["stack_id"],
  stack_slug: ["stack_id"],
  module: ["module_id"],
  space: ["space_id"],
  duration: ["duration_seconds"],
  session_duration: ["duration_seconds"],
  session_duration_seconds: ["duration_seconds"],
  max_session_duration: ["duration_seconds"],
  aws_region: ["region"],
  custom_external_id: ["external_id"],
  autoattach: ["autoattach_enabled"],
  auto_attach: ["autoattach_enabled"],
  auto_attach_enabled: ["autoattach_enabled"],
  enable_autoattach: ["autoattach_enabled"],
  tag_session: ["tag_assume_role"],
  session_tags_enabled: ["tag_assume_role"],
  generate_credentials_on_worker: ["generate_credentials_in_worker"],
  generate_credentials: ["generate_credentials_in_worker"],
  tags: ["labels"],
};

export const unknownAttribute = defineRule<Fact>({
  code: "unknown-attribute",
  severity: "error",
  summary: "An attribute that the type does not have.",
  find: ({ family }) =>
    family.flatMap((block) =>
      attributesOf(block.block.body)
        .filter(({ equals, name }) => equals && !isKnown(block.schema, name.name))
        .map((attribute) => ({ block, attribute, meant: meantBy(block, attribute.name.name) })),
    ),
  tell,
  fix,
});

function isKnown(schema: BlockSchema, name: string): boolean {
  return isMetaAttribute(schema.mode, name) || attributeNamed(schema, name) !== undefined;
}

function meantBy(block: FamilyBlock, name: string): string | undefined {
  const candidates = block.schema.attributes
    .filter(isSettable)
    .map((attribute) => attribute.name)
    .filter((candidate) => !attributeIn(block, candidate));
  const confused = confusions[name]?.find((candidate) => candidates.includes(candidate));
  return confused ?? (homeOf(name) ? undefined : nearest(name, candidates));
}

function tell({ block, attribute, meant }: Fact): Report {
  const { schema } = block;
  const name = attribute.name.name;
  return {
    location: inFile(block, attribute.name),
    message: `${capitalised(aNounOf(schema))} has no ${name}, so Terraform refuses to plan. ${advice(schema, name, meant)}`,
  };
}

function advice(schema: BlockSchema, name: string, meant: string | undefined): string {
  if (name === "read_only") return "Write write = false on an attachment that shall only read.";
  if (meant !== undefined) return `Did you mean ${meant}?`;
  const home = homeOf(name);
  if (home) return `It belongs on a ${home.type}.`;
  return schema.attributes.some(isSettable) ? "Remove it." : "Nothing can be set here: remove it.";
}

/** The resource of the family that has an attribute of that very name. */
function homeOf(name: string): BlockSchema | undefined {
  return familyTypes.find(
    (other) => other.mode === "resource" && !other.deprecated && hasSettable(other, name),
  );
}

function hasSettable(schema: BlockSchema, name: string): boolean {
  const attribute = attributeNamed(schema, name);
  return attribute !== undefined && isSettable(attribute);
}

function fix({ block, attribute, meant }: Fact): readonly Fix[] {
  const { file } = block;
  const remove = fixIn(
    file,
    `Remove ${attribute.name.name}`,
    removeItem(file, block.block, attribute),
    meant === undefined,
  );
  if (meant === undefined) return [remove];
  const renamed = renameAttribute(file, block.block, attribute, meant);
  return [fixIn(file, `Rename to ${meant}`, renamed), remove];
}
