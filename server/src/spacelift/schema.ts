/**
 * The shape in which the facts about Terraform types are written down: blocks, their attributes, and what the
 * values mean. Meta-arguments (`count`, `lifecycle`, ...) belong to Terraform, not to a type, and are not here.
 */

/** `resource "t" "n" {}` or `data "t" "n" {}`: one type name may exist in both, with different attributes. */
export type ResourceMode = "resource" | "data";

export type ValueType =
  | { readonly kind: "string" }
  | { readonly kind: "number" }
  | { readonly kind: "bool" }
  | { readonly kind: "list" | "set" | "map"; readonly of: ValueType }
  | { readonly kind: "object"; readonly attributes: readonly AttributeSchema[] };

/**
 * What a value is about, where its type says too little. `region`: an AWS region name. `duration`: whole
 * seconds. `roleArn`: the ARN of an IAM role. `externalId`: text that AWS accepts as `sts:ExternalId`.
 * `labels`: Spacelift labels, among them `autoattach:` ones. `policyStatement`: one IAM statement as JSON.
 */
type ValueMeaning = "region" | "duration" | "roleArn" | "externalId" | "labels" | "policyStatement";

/** A thing that is known by a value: what an attribute wants to be given, or what it hands out. */
export type Referent = "integrationId" | "stackId" | "moduleId" | "spaceId" | "roleArn";

/** `computed` is read-only; `optional-computed` may be set, and is filled in by the provider otherwise. */
export type Presence = "required" | "optional" | "computed" | "optional-computed";

export interface AttributeSchema {
  readonly name: string;
  readonly type: ValueType;
  readonly presence: Presence;
  /** What the provider takes where the attribute is absent. */
  readonly default?: string | number | boolean;
  /** The provider refuses `""`. */
  readonly notEmpty?: true;
  /** The first provider version that knows the attribute, where that is later than the block's. */
  readonly since?: string;
  readonly deprecated?: Deprecation;
  readonly meaning?: ValueMeaning;
  /** The thing whose ID or ARN belongs here. */
  readonly refersTo?: Referent;
  /** The thing that a reference to this attribute names. */
  readonly yields?: Referent;
  /** One line of plain text, for lists. */
  readonly summary: string;
  /** Markdown, for hovers. */
  readonly description: string;
  /** The vendor's page. */
  readonly url: string;
}

interface Deprecation {
  /** The name of what to use instead. */
  readonly replacement: string;
  /** One sentence of plain text. */
  readonly advice: string;
}

export interface BlockSchema {
  readonly mode: ResourceMode;
  readonly type: string;
  /** Required ones first, then the order in which people like to read them. */
  readonly attributes: readonly AttributeSchema[];
  /** In each group, exactly one attribute must be set. */
  readonly exactlyOneOf: readonly (readonly string[])[];
  /** Of these bools at least one must be true; an absent one counts as its default, or as false without one. */
  readonly atLeastOneTrue?: readonly string[];
  /** Nested block types that the provider knows; no type of the family has any, not even `timeouts`. */
  readonly blocks: readonly string[];
  /** The first provider version that knows the type, where that is known. */
  readonly since?: string;
  readonly deprecated?: Deprecation;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
}

export const string: ValueType = { kind: "string" };
export const number: ValueType = { kind: "number" };
export const bool: ValueType = { kind: "bool" };
export const setOfString: ValueType = { kind: "set", of: string };

/** The attribute of that name, if the block has it. */
export function attributeNamed(block: BlockSchema, name: string): AttributeSchema | undefined {
  return block.attributes.find((attribute) => attribute.name === name);
}

/** True when a person may write the attribute. */
export function isSettable(attribute: AttributeSchema): boolean {
  return attribute.presence !== "computed";
}

/** The type as Terraform writes it: `set(string)`, `list(object)`. */
export function typeName(type: ValueType): string {
  return type.kind === "list" || type.kind === "set" || type.kind === "map"
    ? `${type.kind}(${typeName(type.of)})`
    : type.kind;
}
