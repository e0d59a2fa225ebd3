/** What a block sets: the value of an attribute of the family, in the type that the provider gives it. */
import type { Attribute } from "../hcl/ast.ts";
import { attributeNamed } from "../spacelift/schema.ts";
import { toSafeInteger } from "../terraform/bigFloat.ts";
import { convert } from "../terraform/convert.ts";
import { asKnownBool, asKnownString, type Value } from "../terraform/value.ts";
import type { Location } from "../base/location.ts";
import { terraformType } from "./schemaType.ts";
import { attribute, inFile, type FamilyBlock, type ModuleView } from "./moduleView.ts";

export interface Setting {
  readonly block: FamilyBlock;
  readonly attribute: Attribute;
  /** Converted to the attribute's type where it can be. */
  readonly value: Value;
}

/** The attribute as it is set; undefined where it is absent or `null`, which is the same to Terraform. */
export function settingOf(view: ModuleView, block: FamilyBlock, name: string): Setting | undefined {
  const found = attribute(block, name);
  const schema = attributeNamed(block.schema, name);
  if (!found || !schema || found.value.kind === "MissingExpression") return undefined;
  const value = convert(view.evaluate(found.value, block.file), terraformType(schema.type));
  return value.kind === "null" ? undefined : { block, attribute: found, value };
}

/** Whether a flag is on: its value where that is known, the provider's default where it is absent. */
export function flagOf(view: ModuleView, block: FamilyBlock, name: string): boolean | "unknown" {
  const setting = settingOf(view, block, name);
  if (setting) return asKnownBool(setting.value) ?? "unknown";
  if (attribute(block, name)?.value.kind === "MissingExpression") return "unknown";
  return attributeNamed(block.schema, name)?.default === true;
}

export function numberOf({ value }: Setting): number | undefined {
  return value.kind === "number" ? toSafeInteger(value.value) : undefined;
}

export function textOf({ value }: Setting): string | undefined {
  return asKnownString(value);
}

/** Where a person would change the value: the one literal behind it, or else the expression that is written. */
export function originOf({ block, attribute: { value: expression }, value }: Setting): Location {
  const [only, ...others] = value.origins;
  return only && others.length === 0 ? only : inFile(block, expression);
}
