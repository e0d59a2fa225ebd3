/**
 * Elements that stand for all of a collection of which nobody knows what is in it: the one under a key that may be any,
 * and another one, which stands for several. What holds for both, whatever their keys are, holds for every element. A
 * list has its first element beside them. A block that is repeated for the same collection has the one under any key as
 * its instance, so an element of the one is that of the other.
 */
import { fromInteger, toSafeInteger } from "./bigFloat.ts";
import { nameAcrossChoices } from "./choice.ts";
import { symbolText } from "./symbolText.ts";
import { dynamicType, numberType, stringType } from "./type.ts";
import {
  numberValue,
  symbolValue,
  typeOf,
  unknownValue,
  type ReferenceValue,
  type StandIn,
  type UnknownReason,
  type UnknownValue,
  type Value,
} from "./value.ts";

/** More are not followed: lists that are put together double with each step. */
export const mostStandIns = 256;

/** Undefined for what is known, and for collections that have no name. */
export function standInsOf(collection: Value): readonly StandIn[] | undefined {
  if (collection.kind === "unknown" && collection.standIns) return collection.standIns;
  const id = collectionId(collection);
  if (id === undefined || (collection.kind !== "unknown" && collection.kind !== "reference"))
    return undefined;
  const any = keysOf(id).map((key) => textsIn(collection, key) ?? standIn(id, key, collection.reason));
  const first = firstOf(collection, id);
  return first ? [...any, ...asSequence([first], collection.reason)] : any;
}

/** If a list has any element it has a first one, which may be asked for by its place. */
function firstOf(collection: UnknownValue | ReferenceValue, id: string): Element | undefined {
  const type = typeOf(collection);
  const [any] = keysOf(id);
  if (type.kind !== "list") return undefined;
  return { value: symbolValue({ id: `${id}[0]`, type: type.element }, collection.reason), under: [any] };
}

/** A text in a set is its own key, and is the same text in the list that the set was made of. */
function textsIn(collection: UnknownValue | ReferenceValue, key: string): StandIn | undefined {
  const type = typeOf(collection);
  if ((type.kind !== "set" && type.kind !== "list") || type.element.kind !== "string") return undefined;
  const value = symbolValue({ id: key, type: stringType }, collection.reason);
  const element = { key: value, value, under: [key] };
  return type.kind === "set" ? element : asSequence([element], collection.reason)[0];
}

/** There is another one in a set only if the list that it is made of has two that differ. */
function keysOf(id: string): readonly [string, string] {
  const collection = argumentOf("tolist", id);
  return [`each.key in ${argumentOf("toset", collection)}`, `another key in ${collection}`];
}

function argumentOf(name: string, id: string): string {
  return id.startsWith(`${name}(`) && id.endsWith(")") ? id.slice(name.length + 1, -1) : id;
}

/** Those of the instances of a block, by the collection or the number that it is repeated for. */
export function instanceStandIns(
  repetition: string,
  repeatedBy: Value,
  address: string,
  reason: UnknownReason,
): readonly StandIn[] {
  if (repetition !== "count") {
    const keys = keyNames(repeatedBy) ?? keysOf(collectionOf(address));
    return keys.map((key) => standIn(address, key, reason));
  }
  const another = unknownValue(reason, numberType);
  const { first, other } = countNames(repeatedBy, address);
  return [
    { key: numberValue(fromInteger(0)), value: standIn(address, "0", reason).value, under: [first] },
    { key: another, value: standIn(address, "another index", reason).value, under: [other] },
  ];
}

/** What the elements are called of which there are so many; those of a collection where it is as long as that. */
export function countNames(
  count: Value,
  address: string,
): { readonly first: string; readonly other: string } {
  const number = nameAcrossChoices(count) ?? `the count of ${address}`;
  const [, measured] = /^length\((.*)\)$/s.exec(number) ?? [];
  const [first, other] = measured === undefined ? [] : keysOf(measured);
  return { first: first ?? `0 in ${number}`, other: other ?? `another index in ${number}` };
}

/** What the collection is called that a block is repeated for, where it has no name. */
function collectionOf(address: string): string {
  return `the collection of ${address}`;
}

/** What the keys of the elements are called; undefined where it is not one collection that they are those of. */
function keyNames(collection: Value): readonly string[] | undefined {
  const made = collection.kind === "unknown" ? collection.standIns : undefined;
  const id = collectionId(collection);
  if (!made) return id === undefined ? undefined : keysOf(id);
  const names = made.map(({ key }) => (typeOf(key).kind === "number" ? undefined : symbolText(key)));
  const known = names.filter((name) => name !== undefined);
  return known.length > 0 && known.length === names.length && isOfOne(made) ? known : undefined;
}

/** Whether the first stands for any of the elements: it does where they are made one by one of those of one collection. */
function isOfOne([first, another, ...others]: readonly StandIn[]): boolean {
  const [one, ...more] = first ? first.under : [];
  const [other, ...rest] = another ? another.under : [];
  if (one === undefined || more.length > 0 || rest.length > 0) return false;
  const expected = one.replace(/^each\.key in /, "another key in ").replace(/^0 in /, "another index in ");
  return other === expected && other !== one && others.every(({ under }) => under.join() === one);
}

interface NamedElement extends StandIn {
  /** What its key is called. */
  readonly name: string;
}

/** The element that stands for any of those that a block is repeated for. */
export function anyElement(collection: Value, address: string, reason: UnknownReason): NamedElement {
  const [name] = keyNames(collection) ?? [];
  const [element] = name === undefined ? [] : (standInsOf(collection) ?? []);
  if (element && name !== undefined) return { ...element, name };
  const id = collectionOf(address);
  const [first] = keysOf(id);
  return { name: first, ...standIn(id, first, reason) };
}

function standIn(id: string, key: string, reason: UnknownReason): StandIn {
  return {
    key: symbolValue({ id: key, type: stringType }, reason),
    value: symbolValue({ id: `${id}[${key}]`, type: dynamicType }, reason),
    under: [key],
  };
}

export function collectionId(value: Value): string | undefined {
  if (value.kind === "unknown") return value.symbol?.id;
  return value.kind === "reference" ? value.id : undefined;
}

/** Elements of a sequence that is made from the collection; their places in it are not known. */
export function asSequence(elements: readonly Element[], reason: UnknownReason): readonly StandIn[] {
  const place = unknownValue(reason, numberType);
  return elements.map(({ value, under }) => ({ key: place, value, under }));
}

type Element = Pick<StandIn, "value" | "under">;

/** Elements as a collection of that kind has them: those of a set are their own keys, and a list has no names for keys. */
export function standInsIn(
  kind: "list" | "set" | "map",
  elements: readonly StandIn[],
  reason: UnknownReason,
): readonly StandIn[] {
  if (kind === "set") return elements.map((one) => ({ ...one, key: one.value }));
  const isSequence = elements.every(({ key }) => typeOf(key).kind === "number");
  return kind === "map" || isSequence ? elements : asSequence(elements, reason);
}

/** The elements of a list, set or tuple that stand for all; undefined for mappings. */
export function sequenceOfStandIns({ standIns, type, reason }: UnknownValue): readonly StandIn[] | undefined {
  if (type.kind === "set") return standIns && asSequence(standIns, reason);
  return standIns?.every(({ key }) => typeOf(key).kind === "number") ? standIns : undefined;
}

/** The element at a place, where one stands for it. */
export function standInAt({ standIns = [] }: UnknownValue, place: number): Value | undefined {
  return standIns.find(({ key }) => key.kind === "number" && toSafeInteger(key.value) === place)?.value;
}

/** The element of a sequence that has no other: where just two stand for all, the one stands for any. */
export function onlyStandIn(sequence: Value): Value | undefined {
  const elements = sequence.kind === "unknown" ? sequenceOfStandIns(sequence) : undefined;
  return elements?.length === 2 ? elements[0]?.value : undefined;
}

/** What a function makes of sequences whose elements are stood for; undefined for other functions. */
export function standInsAfter(
  name: string,
  given: readonly Value[],
  reason: UnknownReason,
): readonly StandIn[] | undefined {
  const [first] = given;
  switch (name) {
    case "concat":
      return sequence(given.map(elementsIn), reason);
    case "flatten":
      return first && sequence([flattened(first)], reason);
    case "values":
    case "tolist":
    case "distinct":
      return first && sequence([elementsIn(first)], reason);
    case "keys":
      return first && sequence([standInsOf(first)?.map(({ key, under }) => ({ value: key, under }))], reason);
    case "range":
      // If there is any number there is 0, as there is the instance 0 of a block with `count`.
      return given.length === 1 && first?.kind === "unknown" && nameAcrossChoices(first) !== undefined
        ? numbersIn(first, reason)
        : undefined;
    default:
      return undefined;
  }
}

function numbersIn(count: UnknownValue, reason: UnknownReason): readonly StandIn[] {
  const { first, other } = countNames(count, "a range");
  const zero = numberValue(fromInteger(0));
  const another = unknownValue(reason, numberType);
  return [
    { key: zero, value: zero, under: [first] },
    ...asSequence([{ value: another, under: [other] }], reason),
  ];
}

function sequence(
  parts: readonly (readonly Element[] | undefined)[],
  reason: UnknownReason,
): readonly StandIn[] | undefined {
  const known = parts.filter((part) => part !== undefined);
  const elements = known.flat();
  const isKnown = known.length === parts.length && elements.length <= mostStandIns;
  return isKnown ? asSequence(elements, reason) : undefined;
}

function elementsIn(value: Value): readonly Element[] | undefined {
  return "elements" in value ? certain(value.elements) : standInsOf(value);
}

function certain(values: readonly Value[]): readonly Element[] {
  return values.map((value) => ({ value, under: [] }));
}

/** The elements are there only where those with these names are. */
function beneath(under: readonly string[], elements: readonly Element[]): readonly Element[] {
  return elements.map((each) => ({ value: each.value, under: [...under, ...each.under] }));
}

/** Undefined where an element may be a list or not. */
function flattened(value: Value): readonly Element[] | undefined {
  const parts = elementsIn(value)?.map((element) => {
    const { value: inner, under } = element;
    const isList = "elements" in inner || (inner.kind === "unknown" && sequenceOfStandIns(inner));
    if (isList) {
      const inside = flattened(inner);
      return inside && beneath(under, inside);
    }
    const isOpen = inner.kind === "unknown" && !inner.standIns && mayBeSequence.has(inner.type.kind);
    return isOpen ? undefined : [element];
  });
  const known = parts?.filter((part) => part !== undefined) ?? [];
  if (!parts || known.length < parts.length) return undefined;
  const elements = known.flat();
  return elements.length <= mostStandIns ? elements : undefined;
}

const mayBeSequence: ReadonlySet<string> = new Set(["dynamic", "list", "set", "tuple"]);
