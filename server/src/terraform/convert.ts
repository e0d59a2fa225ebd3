/**
 * Conversion of values to types, as Terraform does it for arguments, variables and operators.
 * https://developer.hashicorp.com/terraform/language/expressions/types#type-conversion
 */
import type { CollectionType, ObjectType, TupleType, Type } from "./type.ts";
import type { MapValue, ObjectValue, ReferenceValue, StringValue, UnknownValue, Value } from "./value.ts";
import { parseDecimal } from "./bigFloat.ts";
import { canConvert, elementTypeFor, withoutOptional } from "./conversion.ts";
import { mapChoice } from "./choice.ts";
import { inOrderOf, joinSegments } from "./segments.ts";
import { standInsIn } from "./standIns.ts";
import { numberText } from "./formatNumber.ts";
import { argumentText } from "./symbolText.ts";
import { setValue } from "./set.ts";
import { dynamicType, hasDynamic, sameType, typeName } from "./type.ts";
import {
  asKnownString,
  boolValue,
  errorValue,
  isError,
  literalPart,
  listValue,
  mapValue,
  nullValue,
  numberValue,
  objectValue,
  stringOf,
  symbolValue,
  tupleValue,
  typeOf,
  unknownValue,
} from "./value.ts";
import { unify } from "./unify.ts";

/** The value as one of the type; an error where Terraform would refuse it. */
export function convert(value: Value, type: Type): Value {
  if (isError(value)) return value;
  const from = typeOf(value);
  if (sameType(from, type) && value.kind !== "unknown") return value;
  if (!canConvert(from, type)) {
    return hasDynamic(from) && hasUnknownType(value)
      ? unknownFrom(value, withoutOptional(type))
      : errorValue(mismatch(from, type), value.origins[0]);
  }
  return convertParts(value, type);
}

function mismatch(from: Type, type: Type): string {
  if (type.kind === "object" && from.kind === "object") {
    const missing = [...type.attributes.keys()].find(
      (name) => !from.attributes.has(name) && !type.optional.has(name),
    );
    if (missing !== undefined) return `attribute "${missing}" is required`;
  }
  return `${typeName(type)} required, but have ${typeName(from)}`;
}

function hasUnknownType(value: Value): boolean {
  switch (value.kind) {
    case "unknown":
      return hasDynamic(value.type);
    case "reference":
      return true;
    case "list":
    case "set":
    case "tuple":
      return value.elements.some(hasUnknownType);
    case "map":
      return [...value.entries.values()].some(hasUnknownType);
    case "object":
      return value.looseEntries.length > 0 || [...value.entries.values()].some(hasUnknownType);
    default:
      return false;
  }
}

function unknownFrom(value: Value, type: Type): Value {
  if (value.kind === "reference" || value.kind === "unknown")
    return unknownValue(value.reason, type, value.origins);
  return unknownValue({ kind: "known after apply", subject: "", at: value.origins[0] }, type, value.origins);
}

/** For types between which a conversion exists; the value itself may still refuse. */
function convertParts(value: Value, type: Type): Value {
  if (type.kind === "dynamic") return value;
  if (value.kind === "null") return nullValue(withoutOptional(type), value.origins);
  if (value.kind === "unknown") return convertUnknown(value, type);
  switch (type.kind) {
    case "string":
    case "number":
    case "bool":
      return convertPrimitive(value, type.kind);
    case "list":
    case "set":
      return convertSequence(value, type);
    case "map":
      return convertMap(value, type);
    case "tuple":
      return convertTuple(value, type);
    case "object":
      return convertObject(value, type);
  }
}

function convertUnknown(value: UnknownValue, type: Type): Value {
  const target = withoutOptional(type);
  // A text has but its name, so what it is one of would be lost.
  const id = value.choice && target.kind === "string" ? undefined : convertedName(value, target);
  const symbol = id === undefined ? undefined : { id, type: withElement(target, value.type) };
  const whole = symbol
    ? { ...symbolValue(symbol, value.reason, value.origins[0]), origins: value.origins }
    : unknownValue(value.reason, target, value.origins);
  return whole.kind === "unknown" ? withParts(value, type, whole) : whole;
}

/** A list that is made of a set has the elements of it in another order than the list has that the set is made of. */
function convertedName(value: UnknownValue, { kind }: Type): string | undefined {
  const name = argumentText(value);
  return value.type.kind === "set" && kind === "list" && name !== undefined
    ? `tolist(${name})`
    : value.symbol?.id;
}

/** What is known of the parts of an unknown value becomes what the type makes of them. */
function withParts(value: UnknownValue, type: Type, whole: UnknownValue): UnknownValue {
  const { choice, segments, standIns } = value;
  if (choice) return mapChoice(whole, choice, (one) => convert(one, type));
  if (type.kind !== "list" && type.kind !== "set" && type.kind !== "map") return whole;
  if (segments && type.kind !== "map") {
    return joinSegments(
      whole,
      segments.map((segment) => convert(segment, type)),
    );
  }
  const converted = standIns?.map((one) => ({ ...one, value: convertElement(one.value, type.element) }));
  const isSound = converted?.every(({ value: one }) => !isError(one)) ?? false;
  return converted && isSound
    ? { ...whole, standIns: standInsIn(type.kind, converted, value.reason) }
    : whole;
}

/** `toset` says nothing of the elements, which are those of the list. */
function withElement(type: Type, from: Type): Type {
  const isOpen = (type.kind === "list" || type.kind === "set") && type.element.kind === "dynamic";
  return isOpen && (from.kind === "list" || from.kind === "set") ? { ...type, element: from.element } : type;
}

function convertPrimitive(value: Value, kind: "string" | "number" | "bool"): Value {
  if (value.kind === kind) return value;
  if (kind === "string") return convertToString(value);
  if (value.kind !== "string") return refuse(value, kind);
  const text = asKnownString(value);
  if (text === undefined) return convertText(value, kind);
  return kind === "number" ? textToNumber(text, value) : textToBool(text, value);
}

function convertToString(value: Value): Value {
  if (value.kind === "number") return textFrom(numberText(value.value), value);
  if (value.kind === "bool") return textFrom(String(value.value), value);
  if (value.kind === "reference") return unknownValue(value.reason, { kind: "string" }, value.origins);
  return refuse(value, "string");
}

function textFrom(text: string, value: Value): Value {
  return stringOf([literalPart(text, value.origins[0])], value.origins);
}

function refuse(value: Value, kind: string): Value {
  return value.kind === "reference"
    ? unknownValue(value.reason)
    : errorValue(`${kind} required`, value.origins[0]);
}

/** A symbolic string that must be a number or a bool: `01` and `1` are one number, and two texts. */
function convertText(value: StringValue, kind: "number" | "bool"): Value {
  const [part] = value.parts;
  if (part?.kind === "symbol" && value.parts.length === 1) {
    return unknownValue(part.reason, { kind }, value.origins, {
      id: `to${kind}(${part.symbol.id})`,
      type: { kind },
    });
  }
  const open = value.parts.find((other) => other.kind !== "literal");
  return open === undefined ? refuse(value, kind) : unknownValue(open.reason, { kind }, value.origins);
}

function textToNumber(text: string, value: Value): Value {
  const number = parseDecimal(text);
  return number ? numberValue(number, value.origins) : errorValue("a number is required", value.origins[0]);
}

function textToBool(text: string, value: Value): Value {
  if (text === "true" || text === "1") return boolValue(true, value.origins);
  if (text === "false" || text === "0") return boolValue(false, value.origins);
  return errorValue("a bool is required", value.origins[0]);
}

function convertSequence(value: Value, type: CollectionType): Value {
  if (value.kind === "reference") return unknownFrom(value, type);
  if (!("elements" in value)) return refuse(value, typeName(type));
  const types = value.kind === "tuple" ? value.elements.map(typeOf) : [value.elementType];
  const element = elementTypeFor(types, type.element);
  const converted = convertAll(withoutUnsettled(value.elements, type.element, element), element);
  if (!Array.isArray(converted)) return converted;
  const common = hasDynamic(element) ? unifyValues(converted, element) : { type: element, values: converted };
  if (type.kind === "set") return setValue(withoutOptional(common.type), common.values, value.origins);
  return inOrderOf(value, listValue(withoutOptional(common.type), common.values, value.origins));
}

/** A dynamic element type becomes the type that the elements have in common, once they are converted. */
function unifyValues(values: readonly Value[], element: Type): { type: Type; values: readonly Value[] } {
  const type = values.length === 0 ? element : unify(values.map(typeOf));
  if (type === undefined || type.kind === "dynamic") return { type: element, values };
  return { type, values: values.map((value) => convertElement(value, type)) };
}

/** Beside a value of unknown type, which may turn out to be a string, a number or bool may become one too. */
function withoutUnsettled(values: readonly Value[], wanted: Type, common: Type): readonly Value[] {
  const isOpen = wanted.kind === "dynamic" && (common.kind === "number" || common.kind === "bool");
  const open = isOpen ? values.find(hasUnknownType) : undefined;
  if (open === undefined) return values;
  return values.map((value) => (hasUnknownType(value) ? value : unknownFrom(open, dynamicType)));
}

/** The values, or the error of one that cannot be converted. Errors that were there before stay where they are. */
function convertAll(values: readonly Value[], type: Type): Value[] | Value {
  const converted = values.map((value) => convertElement(value, type));
  return converted.find((value, index) => isNewError(value, values[index])) ?? converted;
}

function isNewError(converted: Value, given: Value | undefined): boolean {
  return isError(converted) && given !== undefined && !isError(given);
}

/** Elements keep an unknown of their own instead of making the whole collection one. */
function convertElement(value: Value, type: Type): Value {
  return isError(value) ? { ...value, type } : convert(value, type);
}

function convertMap(value: Value, type: CollectionType): Value {
  if (value.kind === "reference") return unknownFrom(value, type);
  if (value.kind !== "map" && value.kind !== "object") return refuse(value, "map");
  if (value.kind === "object" && value.looseEntries.length > 0) return unknownFrom(value, type);
  const types = value.kind === "map" ? [value.elementType] : [...value.entries.values()].map(typeOf);
  const element = elementTypeFor(types, type.element);
  const keys = [...value.entries.keys()];
  const given = [...value.entries.values()];
  const converted = convertAll(withoutUnsettled(given, type.element, element), element);
  if (!Array.isArray(converted)) return converted;
  const common = hasDynamic(element) ? unifyValues(converted, element) : { type: element, values: converted };
  const entries = keys.flatMap((key, index) => pair(key, common.values[index]));
  return mapValue(withoutOptional(common.type), entries, value.origins, value.keyOrigins);
}

function pair(key: string, value: Value | undefined): readonly (readonly [string, Value])[] {
  return value === undefined ? [] : [[key, value]];
}

function convertTuple(value: Value, type: TupleType): Value {
  if (value.kind !== "tuple") return refuse(value, "tuple");
  const elements = value.elements.map((item, index) => {
    const target = type.elements[index];
    return target === undefined ? item : convertElement(item, target);
  });
  const failed = elements.find((element, index) => isNewError(element, value.elements[index]));
  return failed ?? tupleValue(elements, value.origins);
}

function convertObject(value: Value, type: ObjectType): Value {
  if (value.kind === "reference") return objectFromReference(value, type);
  if (value.kind !== "map" && value.kind !== "object") return refuse(value, "object");
  if (value.kind === "object" && value.looseEntries.length > 0)
    return unknownFrom(value, withoutOptional(type));
  const attributes: [string, Value][] = [];
  for (const [name, wanted] of type.attributes) {
    const converted = convertAttribute(value, name, wanted, type);
    if (isNewError(converted, value.entries.get(name) ?? nullValue())) return converted;
    attributes.push([name, converted]);
  }
  return objectValue(attributes, value.origins, value.keyOrigins);
}

function convertAttribute(
  value: MapValue | ObjectValue,
  name: string,
  wanted: Type,
  type: ObjectType,
): Value {
  const given = value.entries.get(name);
  if (given !== undefined) return convertElement(given, wanted);
  if (type.optional.has(name)) return nullValue(withoutOptional(wanted), value.origins);
  return errorValue(`attribute "${name}" is required`, value.origins[0]);
}

function objectFromReference(value: ReferenceValue, type: ObjectType): Value {
  const attributes = [...type.attributes].map(([name, wanted]): [string, Value] => {
    const given = value.attributes.get(name);
    const symbol = {
      id: `${value.id}.${name}`,
      type: value.attributeTypes.get(name) ?? withoutOptional(wanted),
    };
    return [name, convert(given ?? symbolValue(symbol, value.reason, value.origins[0]), wanted)];
  });
  return objectValue(attributes, value.origins);
}
