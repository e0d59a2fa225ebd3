/**
 * The types of Terraform's language: primitive types, collections, structures and `dynamic`, the type of
 * what is not known yet. https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 */

export type Type = PrimitiveType | CollectionType | TupleType | ObjectType;

interface PrimitiveType {
  readonly kind: "string" | "number" | "bool" | "dynamic";
  /** Of a text of the outside: neither null nor empty. Types are the same with it and without. */
  readonly filled?: true;
}

export interface CollectionType {
  readonly kind: "list" | "set" | "map";
  readonly element: Type;
}

export interface TupleType {
  readonly kind: "tuple";
  readonly elements: readonly Type[];
}

export interface ObjectType {
  readonly kind: "object";
  readonly attributes: ReadonlyMap<string, Type>;
  /** Names that a value may leave out; only in type constraints. */
  readonly optional: ReadonlySet<string>;
}

export const stringType: PrimitiveType = { kind: "string" };
export const filledStringType: PrimitiveType = { kind: "string", filled: true };
export const numberType: PrimitiveType = { kind: "number" };
export const boolType: PrimitiveType = { kind: "bool" };
export const dynamicType: PrimitiveType = { kind: "dynamic" };

export function listType(element: Type): CollectionType {
  return { kind: "list", element };
}

export function setType(element: Type): CollectionType {
  return { kind: "set", element };
}

export function mapType(element: Type): CollectionType {
  return { kind: "map", element };
}

export function tupleType(elements: readonly Type[]): TupleType {
  return { kind: "tuple", elements };
}

export function objectType(
  attributes: ReadonlyMap<string, Type>,
  optional: ReadonlySet<string> = new Set(),
): ObjectType {
  return { kind: "object", attributes, optional };
}

export function isFilled(type: Type): boolean {
  return "filled" in type && type.filled;
}

export function isPrimitive(type: Type): boolean {
  return type.kind === "string" || type.kind === "number" || type.kind === "bool";
}

export function sameType(a: Type, b: Type): boolean {
  if (a.kind === "tuple") {
    return (
      b.kind === "tuple" &&
      a.elements.length === b.elements.length &&
      a.elements.every((element, index) => sameOptionalType(element, b.elements[index]))
    );
  }
  if (a.kind === "object") return b.kind === "object" && sameAttributes(a, b);
  if (a.kind === "list" || a.kind === "set" || a.kind === "map") {
    return a.kind === b.kind && sameType(a.element, b.element);
  }
  return a.kind === b.kind;
}

function sameAttributes(a: ObjectType, b: ObjectType): boolean {
  if (a.attributes.size !== b.attributes.size) return false;
  return [...a.attributes].every(
    ([name, type]) =>
      sameOptionalType(type, b.attributes.get(name)) && a.optional.has(name) === b.optional.has(name),
  );
}

function sameOptionalType(a: Type, b: Type | undefined): boolean {
  return b !== undefined && sameType(a, b);
}

/** True when some part of the type is `dynamic`. */
export function hasDynamic(type: Type): boolean {
  switch (type.kind) {
    case "dynamic":
      return true;
    case "list":
    case "set":
    case "map":
      return hasDynamic(type.element);
    case "tuple":
      return type.elements.some(hasDynamic);
    case "object":
      return [...type.attributes.values()].some(hasDynamic);
    default:
      return false;
  }
}

/** What a person calls the type, such as `list of string`. */
export function typeName(type: Type): string {
  switch (type.kind) {
    case "list":
    case "set":
    case "map":
      return type.element.kind === "dynamic"
        ? `${type.kind} of any type`
        : `${type.kind} of ${typeName(type.element)}`;
    case "dynamic":
      return "any type";
    default:
      return type.kind;
  }
}
