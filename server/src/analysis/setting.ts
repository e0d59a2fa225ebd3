/** What a block sets: the value of an attribute of the family, in the type that the provider gives it. */
import type { Attribute } from "../hcl/ast.ts";
import { attributeNamed } from "../spacelift/schema.ts";
import { toSafeInteger } from "../terraform/bigFloat.ts";
import { convert } from "../terraform/convert.ts";
import { repetitionIn } from "../terraform/overrides.ts";
import { instancesOf } from "../terraform/repetition.ts";
import { asKnownBool, asKnownString, isWhollyKnown, type Value } from "../terraform/value.ts";
import type { Location } from "../base/location.ts";
import { terraformType } from "./schemaType.ts";
import { attribute, inFile, type FamilyBlock, type ModuleView } from "./moduleView.ts";

export interface Setting {
  readonly block: FamilyBlock;
  readonly attribute: Attribute;
  /** Converted to the attribute's type where it can be. */
  readonly value: Value;
}

/**
 * The attribute as it is set; undefined where it is absent or `null`, which is the same to Terraform. In a block that
 * is repeated, `names` are those of one instance.
 */
export function settingOf(
  view: ModuleView,
  block: FamilyBlock,
  name: string,
  names?: ReadonlyMap<string, Value>,
): Setting | undefined {
  const found = attribute(block, name);
  const schema = attributeNamed(block.schema, name);
  if (!found || !schema || found.value.kind === "MissingExpression") return undefined;
  const value = convert(view.evaluate(found.value, block.file, names), terraformType(schema.type));
  return value.kind === "null" ? undefined : { block, attribute: found, value };
}

/** The attribute in every instance of the block, as far as they differ; none where it is absent. */
export function settingsOf(view: ModuleView, block: FamilyBlock, name: string): readonly Setting[] {
  const inAll = settingOf(view, block, name);
  if (!inAll) return [];
  if (isWhollyKnown(inAll.value) || !repetitionIn(view.module, block.declaration)) return [inAll];
  return instancesOf(view, block.declaration).flatMap(
    ({ names }) => settingOf(view, block, name, names) ?? [],
  );
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
