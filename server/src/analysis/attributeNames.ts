/** What is known of the attributes of types that references lead to. */
import { familyType } from "../spacelift/family.ts";
import { neighbourType } from "../spacelift/neighbours.ts";
import {
  attributeNamed,
  isSettable,
  type AttributeSchema,
  type BlockSchema,
  type ResourceMode,
} from "../spacelift/schema.ts";
import { dynamicType, filledStringType, stringType, type Type } from "../terraform/type.ts";
import { terraformType } from "./schemaType.ts";

/** The names of all attributes; undefined for types of which we do not know them. */
export function attributeNames(mode: ResourceMode, type: string): readonly string[] | undefined {
  const schema = familyType(mode, type);
  return schema ? namesIn(schema) : neighbourType(mode, type)?.attributes;
}

const names = new Map<BlockSchema, readonly string[]>();

/** What is handed out comes first: references are mostly about that. */
function namesIn(schema: BlockSchema): readonly string[] {
  const known = names.get(schema);
  if (known) return known;
  const computed = schema.attributes.filter((attribute) => !isSettable(attribute));
  const found = [...computed, ...schema.attributes.filter(isSettable)].map(({ name }) => name);
  names.set(schema, found);
  return found;
}

/** Attributes that are strings in every type that has them. */
const texts: ReadonlySet<string> = new Set(["id", "arn", "name", "json", "account_id", "partition", "slug"]);

/** Those of types outside of the family that are there with the thing itself. */
const filled: ReadonlySet<string> = new Set([
  "data.aws_caller_identity.account_id",
  "data.aws_iam_policy_document.json",
  "data.aws_iam_policy_document.minified_json",
  "data.aws_iam_role.arn",
  "data.aws_partition.partition",
  "resource.aws_iam_role.arn",
  "resource.aws_iam_role.id",
  "resource.aws_iam_role.name",
]);

export function attributeType(mode: ResourceMode, type: string, name: string): Type {
  const schema = familyType(mode, type);
  const attribute = schema && attributeNamed(schema, name);
  if (attribute) return isOwnId(attribute) ? filledStringType : terraformType(attribute.type);
  if (filled.has(`${mode}.${type}.${name}`)) return filledStringType;
  return texts.has(name) ? stringType : dynamicType;
}

function isOwnId({ name, presence }: AttributeSchema): boolean {
  return name === "id" && presence === "computed";
}
