/** What is known of the attributes of types that references lead to. */
import { familyType } from "../spacelift/family.ts";
import { neighbourType } from "../spacelift/neighbours.ts";
import { attributeNamed, isSettable, type BlockSchema, type ResourceMode } from "../spacelift/schema.ts";
import { dynamicType, stringType, type Type } from "../terraform/type.ts";
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

export function attributeType(mode: ResourceMode, type: string, name: string): Type {
  const schema = familyType(mode, type);
  const attribute = schema && attributeNamed(schema, name);
  if (attribute) return terraformType(attribute.type);
  return texts.has(name) ? stringType : dynamicType;
}
