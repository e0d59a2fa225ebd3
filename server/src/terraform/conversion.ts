/** Between which types Terraform converts, judged by the types alone. */
import type { CollectionType, ObjectType, Type } from "./type.ts";
import { dynamicType, isPrimitive, listType, mapType, objectType, setType, tupleType } from "./type.ts";
import { unify } from "./unify.ts";

/** True when a value of the first type may be converted to the second, if the value itself allows it. */
export function canConvert(from: Type, to: Type): boolean {
  if (to.kind === "dynamic" || from.kind === "dynamic") return true;
  if (isPrimitive(to)) return isPrimitive(from) && canConvertPrimitive(from, to);
  switch (to.kind) {
    case "list":
    case "set":
      return canConvertToSequence(from, to);
    case "map":
      return canConvertToMap(from, to);
    case "tuple":
      return (
        from.kind === "tuple" &&
        from.elements.length === to.elements.length &&
        from.elements.every((element, index) => canConvertOptional(element, to.elements[index]))
      );
    case "object":
      return canConvertToObject(from, to);
    default:
      return false;
  }
}

function canConvertPrimitive(from: Type, to: Type): boolean {
  return from.kind === to.kind || from.kind === "string" || to.kind === "string";
}

function canConvertOptional(from: Type, to: Type | undefined): boolean {
  return to !== undefined && canConvert(from, to);
}

function canConvertToSequence(from: Type, to: CollectionType): boolean {
  if (from.kind === "list" || from.kind === "set") return canConvert(from.element, to.element);
  return from.kind === "tuple" && canUnifyTo(from.elements, to.element);
}

function canConvertToMap(from: Type, to: CollectionType): boolean {
  if (from.kind === "map") return canConvert(from.element, to.element);
  return from.kind === "object" && canUnifyTo([...from.attributes.values()], to.element);
}

/** Elements of many types become one element type, which they must have in common if it is `any`. */
function canUnifyTo(types: readonly Type[], element: Type): boolean {
  if (types.length === 0) return true;
  if (element.kind !== "dynamic") return types.every((type) => canConvert(type, element));
  const common = unify(types);
  if (common === undefined) return false;
  if (common.kind === "dynamic") return types.every((type) => type.kind === "dynamic");
  return types.every((type) => canConvert(type, common));
}

function canConvertToObject(from: Type, to: ObjectType): boolean {
  if (from.kind === "map") {
    return [...to.attributes].every(
      ([name, type]) => canConvert(from.element, type) || to.optional.has(name),
    );
  }
  if (from.kind !== "object") return false;
  return [...to.attributes].every(([name, type]) => {
    const given = from.attributes.get(name);
    return given === undefined ? to.optional.has(name) : canConvert(given, type);
  });
}

/** What the elements of the given types become when a collection of `wanted` is asked for. */
export function elementTypeFor(types: readonly Type[], wanted: Type): Type {
  if (wanted.kind !== "dynamic") return wanted;
  return unify(types) ?? dynamicType;
}

/** The type as a value has it: nothing in it is optional. */
export function withoutOptional(type: Type): Type {
  switch (type.kind) {
    case "list":
      return listType(withoutOptional(type.element));
    case "set":
      return setType(withoutOptional(type.element));
    case "map":
      return mapType(withoutOptional(type.element));
    case "tuple":
      return tupleType(type.elements.map(withoutOptional));
    case "object":
      return objectType(
        new Map([...type.attributes].map(([name, attribute]) => [name, withoutOptional(attribute)])),
      );
    default:
      return type;
  }
}
