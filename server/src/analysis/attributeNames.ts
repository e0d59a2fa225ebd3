/** What is known of the attributes of types that references lead to. */
import { familyType } from "../spacelift/family.ts";
import { neighbourType } from "../spacelift/neighbours.ts";
import { attributeNamed, isSettable, type ResourceMode } from "../spacelift/schema.ts";
import { dynamicType, stringType, type Type } from "../terraform/type.ts";
import { terraformType } from "./schemaType.ts";

/** The names of all attributes; undefined for types of which we do not know them. */
export function attributeNames(mode: ResourceMode, type: string): readonly string[] | undefined {
  const schema = familyType(mode, type);
  if (!schema) return neighbourType(mode, type)?.attributes;
  // What is handed out comes first: references are mostly about that.
  const computed = schema.attributes.filter((attribute) => !isSettable(attribute));
  return [...computed, ...schema.attributes.filter(isSettable)].map(({ name }) => name);
}

/** Attributes that are strings in every type that has them. */
const texts: ReadonlySet<string> = new Set(["id", "arn", "name", "json", "account_id", "partition", "slug"]);

export function attributeType(mode: ResourceMode, type: string, name: string): Type {
  const schema = familyType(mode, type);
  const attribute = schema && attributeNamed(schema, name);
  if (attribute) return terraformType(attribute.type);
  return texts.has(name) ? stringType : dynamicType;
}
