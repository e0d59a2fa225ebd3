/** Attributes and elements of values: `.name` and `[key]`. */
import type { Location } from "../base/location.ts";
import type { Type } from "./type.ts";
import type {
  Choice,
  MapValue,
  ObjectValue,
  ReferenceValue,
  UnknownReason,
  UnknownValue,
  Value,
} from "./value.ts";
import { toSafeInteger } from "./bigFloat.ts";
import { choiceOf, mapChoice } from "./choice.ts";
import { convert } from "./convert.ts";
import { standInAt } from "./standIns.ts";
import { areOfOneModule } from "./symbolNames.ts";
import { symbolText } from "./symbolText.ts";
import { dynamicType, numberType, stringType, typeName } from "./type.ts";
import {
  asKnownString,
  errorValue,
  firstUnknown,
  isError,
  symbolValue,
  typeOf,
  unknownValue,
} from "./value.ts";

/** `value.name`; `at` is where the access is written. */
export function getAttribute(value: Value, name: string, at?: Location): Value {
  switch (value.kind) {
    case "unknown":
      if (isError(value)) return value;
      if (value.choice) return inEither(value.reason, value.choice, (one) => getAttribute(one, name, at));
      return unknownStep(value, name, at);
    case "reference":
      return attributeOfReference(value, name, at);
    case "null":
      return errorValue("This value is null, so it does not have any attributes.", at);
    case "object":
    case "map":
      return entryOf(value, name, at);
    default:
      return errorValue(`A value of type ${typeName(typeOf(value))} does not have any attributes.`, at);
  }
}

/** What is inside of both that the value may be. */
function inEither(reason: UnknownReason, choice: Choice, step: (value: Value) => Value): Value {
  return mapChoice(unknownValue(reason), choice, step);
}

function attributeOfReference(value: ReferenceValue, name: string, at: Location | undefined): Value {
  const known = value.attributes.get(name);
  if (known !== undefined) return known;
  const type = value.attributeTypes.get(name) ?? dynamicType;
  return symbolValue({ id: value.id + stepText(name), type }, value.reason, at ?? value.origins[0]);
}

function entryOf(value: ObjectValue | MapValue, name: string, at: Location | undefined): Value {
  const loose = value.kind === "object" ? value.looseEntries[0] : undefined;
  if (loose !== undefined) return unknownValue(firstUnknown(loose.key) ?? unresolved(at));
  const entry = value.entries.get(name);
  if (entry !== undefined) return entry;
  return value.kind === "map"
    ? errorValue(`This map does not have an element with the key "${name}".`, at)
    : errorValue(`This object does not have an attribute named "${name}".`, at);
}

function unresolved(at: Location | undefined): UnknownReason {
  return { kind: "known after apply", subject: "", at };
}

/** The step from a symbol leads to another symbol. */
function unknownStep(value: UnknownValue, key: string | number, at: Location | undefined): Value {
  const type = stepType(value.type, key);
  if (type === undefined) return errorValue("This value does not have such an attribute or element.", at);
  if (value.symbol === undefined) return unknownValue(value.reason, type, value.origins);
  return symbolValue({ id: value.symbol.id + stepText(key), type }, value.reason, at ?? value.origins[0]);
}

function stepType(type: Type, key: string | number): Type | undefined {
  switch (type.kind) {
    case "dynamic":
      return dynamicType;
    case "map":
      return type.element;
    case "list":
      return typeof key === "number" ? type.element : undefined;
    case "tuple":
      return typeof key === "number" ? type.elements[key] : undefined;
    case "object":
      return type.attributes.get(String(key));
    default:
      return undefined;
  }
}

const identifier = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;

/** One form for each step, so that equal steps make equal symbols. */
export function stepText(key: string | number): string {
  if (typeof key === "number") return `[${key}]`;
  return identifier.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

/** `value[key]`; `at` is where the access is written. */
export function index(value: Value, key: Value, at?: Location): Value {
  if (isError(value)) return value;
  if (isError(key)) return key;
  if (value.kind === "null") return errorValue("This value is null, so it does not have any indices.", at);
  if (key.kind === "null") return errorValue("Can't use a null value as an indexing key.", at);
  if (value.kind === "unknown" && value.choice)
    return inEither(value.reason, value.choice, (one) => index(one, key, at));
  const [either, reason] = [choiceOf(key), firstUnknown(key)];
  if (either && reason) return inEither(reason, either, (one) => index(value, one, at));
  switch (value.kind) {
    case "list":
    case "tuple":
      return elementAt(value.elements, key, value.kind === "list" ? value.elementType : dynamicType, at);
    case "map":
    case "object":
    case "reference":
      return indexByName(value, key, at);
    case "unknown":
      return indexUnknown(value, key, at);
    case "set":
      return errorValue("Elements of a set have no index or key to select them with.", at);
    default:
      return errorValue("This value does not have any indices.", at);
  }
}

function elementAt(elements: readonly Value[], key: Value, type: Type, at: Location | undefined): Value {
  const number = convert(key, numberType);
  if (isError(number))
    return errorValue("The given key does not identify an element: a number is required.", at);
  if (number.kind !== "number") return unknownValue(firstUnknown(number) ?? unresolved(at), type);
  const position = toSafeInteger(number.value);
  const element = position === undefined ? undefined : elements[position];
  return element ?? errorValue("The given key does not identify an element in this collection value.", at);
}

function indexByName(
  value: MapValue | ObjectValue | ReferenceValue,
  key: Value,
  at: Location | undefined,
): Value {
  if (value.kind === "reference" && key.kind === "number") {
    const position = toSafeInteger(key.value);
    const id = `${value.id}${stepText(position ?? 0)}`;
    return symbolValue({ id, type: dynamicType }, value.reason, at ?? value.origins[0]);
  }
  const converted = convert(key, stringType);
  if (isError(converted))
    return errorValue("The given key does not identify an element: a string is required.", at);
  const name = asKnownString(converted);
  if (name !== undefined) return getAttribute(value, name, at);
  const type = value.kind === "map" ? value.elementType : dynamicType;
  return unknownValue(firstUnknown(converted) ?? unresolved(at), type);
}

function indexUnknown(value: UnknownValue, key: Value, at: Location | undefined): Value {
  if (key.kind === "number") {
    const position = toSafeInteger(key.value);
    return position === undefined
      ? errorValue("The given key does not identify an element in this collection value.", at)
      : (standInAt(value, position) ?? unknownStep(value, position, at));
  }
  const name = asKnownString(key);
  if (name !== undefined) return unknownStep(value, name, at);
  const text = symbolText(key);
  if (value.symbol === undefined || text === undefined || !areOfOneModule(value.symbol.id, text)) {
    return unknownValue(value.reason, dynamicType, value.origins);
  }
  const symbol = { id: `${value.symbol.id}[${text}]`, type: dynamicType };
  return symbolValue(symbol, value.reason, at ?? value.origins[0]);
}
