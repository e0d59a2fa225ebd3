/**
 * The type that several types have in common, as Terraform finds it for conditionals, lists and the like.
 * https://developer.hashicorp.com/terraform/language/expressions/type-constraints#conversion-of-complex-types
 */
import type { CollectionType, ObjectType, TupleType, Type } from "./type.ts";
import {
  dynamicType,
  isPrimitive,
  listType,
  mapType,
  objectType,
  sameType,
  stringType,
  tupleType,
} from "./type.ts";

/** Undefined when there is none. A `dynamic` among primitive types gives way to the others. */
export function unify(types: readonly Type[]): Type | undefined {
  if (types.length === 0) return undefined;
  const known = types.filter((type) => type.kind !== "dynamic");
  if (known.length === 0) return dynamicType;
  const withDynamic = known.length < types.length;
  const common = known.every(isPrimitive) ? unifyPrimitives(known) : unifyKinds(known, withDynamic);
  return common ?? (withDynamic && !hasBothStructures(known) ? dynamicType : undefined);
}

function hasBothStructures(types: readonly Type[]): boolean {
  return types.some(isObject) && types.some(isTuple);
}

function unifyPrimitives(types: readonly Type[]): Type | undefined {
  const [first] = types;
  if (first === undefined || types.every((type) => type.kind === first.kind)) return first;
  return types.some((type) => type.kind === "string") ? stringType : undefined;
}

function unifyKinds(types: readonly Type[], withDynamic: boolean): Type | undefined {
  const kinds = new Set(types.map((type) => type.kind));
  const only = (...names: readonly Type["kind"][]): boolean =>
    [...kinds].every((kind) => names.includes(kind));
  if (only("map") || only("list") || only("set")) {
    return withDynamic ? dynamicType : unifyCollections(types.filter(isCollection));
  }
  if (only("object")) return withDynamic ? dynamicType : unifyObjects(types.filter(isObject));
  if (only("tuple")) return withDynamic ? dynamicType : unifyTuples(types.filter(isTuple));
  if (only("map", "object"))
    return withDynamic ? types.find(isCollection) : unifyAs(types, isObject, unifyObjectsToMap);
  if (only("list", "tuple"))
    return withDynamic ? types.find(isCollection) : unifyAs(types, isTuple, unifyTuplesToList);
  return unifyMixed(types);
}

function isCollection(type: Type): type is CollectionType {
  return type.kind === "list" || type.kind === "set" || type.kind === "map";
}

function isObject(type: Type): type is ObjectType {
  return type.kind === "object";
}

function isTuple(type: Type): type is TupleType {
  return type.kind === "tuple";
}

function unifyCollections(types: readonly CollectionType[]): Type | undefined {
  const element = unify(types.map((type) => type.element));
  const kind = types[0]?.kind;
  return element && kind && { kind, element };
}

function unifyObjects(types: readonly ObjectType[]): Type | undefined {
  const [first, ...others] = types;
  if (first === undefined) return undefined;
  const names = [...first.attributes.keys()];
  const alike = others.every(
    ({ attributes }) => attributes.size === names.length && names.every((name) => attributes.has(name)),
  );
  if (!alike) return unifyObjectsToMap(types);
  const attributes = new Map<string, Type>();
  for (const name of names) {
    const type = unify(types.flatMap((object) => object.attributes.get(name) ?? []));
    if (type === undefined) return undefined;
    attributes.set(name, type);
  }
  return objectType(attributes);
}

function unifyObjectsToMap(types: readonly ObjectType[]): Type | undefined {
  const element = unify(types.flatMap((type) => [...type.attributes.values()]));
  return element && mapType(element);
}

function unifyTuples(types: readonly TupleType[]): Type | undefined {
  const [first] = types;
  if (first === undefined) return undefined;
  if (types.some((type) => type.elements.length !== first.elements.length)) return unifyTuplesToList(types);
  const elements: Type[] = [];
  for (const index of first.elements.keys()) {
    const type = unify(types.flatMap((tuple) => tuple.elements[index] ?? []));
    if (type === undefined) return undefined;
    elements.push(type);
  }
  return tupleType(elements);
}

function unifyTuplesToList(types: readonly TupleType[]): Type | undefined {
  const element = unify(types.flatMap((type) => type.elements));
  return element && listType(element);
}

/** First makes collections of the structures, then finds the type of the collections. */
function unifyAs<T extends Type>(
  types: readonly Type[],
  isStructure: (type: Type) => type is T,
  collect: (types: readonly T[]) => Type | undefined,
): Type | undefined {
  const structures = types.filter(isStructure);
  const collections = types.filter(isCollection);
  if (structures.every((type) => sizeOf(type) === 0)) return unifyCollections(collections);
  const collected = collect(structures);
  return collected && isCollection(collected) ? unifyCollections([...collections, collected]) : undefined;
}

function sizeOf(type: Type): number {
  if (type.kind === "tuple") return type.elements.length;
  return type.kind === "object" ? type.attributes.size : 1;
}

/** Types of different kinds: one of them may do for all the others, such as a list for a set. */
function unifyMixed(types: readonly Type[]): Type | undefined {
  const kinds = new Set(types.map((type) => type.kind));
  const sequences = [...kinds].every((kind) => kind === "list" || kind === "set" || kind === "tuple");
  if (!sequences) return types.every((type) => types[0] && sameType(type, types[0])) ? types[0] : undefined;
  const elements = types.flatMap((type) =>
    type.kind === "tuple" ? type.elements : isCollection(type) ? [type.element] : [],
  );
  const element = unify(elements);
  if (element === undefined) return undefined;
  const target = types.find((type) => type.kind === "list") ?? types.find((type) => type.kind === "set");
  return target && isCollection(target) ? { kind: target.kind, element: target.element } : undefined;
}
