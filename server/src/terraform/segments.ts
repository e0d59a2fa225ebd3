/**
 * Sequences that are put together from others, of which some are not known. The elements of the known ones are there
 * for certain, though nobody can say at which place. A segment that is unknown stands for any number of elements.
 */
import { mapChoice } from "./choice.ts";
import { hasCertainOrder } from "./set.ts";
import { asSequence, mostStandIns, sequenceOfStandIns, standInsOf } from "./standIns.ts";
import { isDecodedJson } from "./symbolNames.ts";
import { dynamicType } from "./type.ts";
import {
  firstUnknown,
  tupleValue,
  typeOf,
  unknownValue,
  type SequenceValue,
  type StandIn,
  type TupleValue,
  type UnknownReason,
  type UnknownValue,
  type Value,
} from "./value.ts";

const mostSegments = 256;

/**
 * An argument that has to be a sequence, by the elements that stand for its own where it is not known. What JSON holds
 * may be known to those who know the text.
 */
export function asSegment(value: Value): Value {
  if (value.kind !== "unknown" || value.choice || value.segments) return value;
  const standIns = standInsOf(value);
  if (!standIns) return value;
  const segment = stoodFor(value, standIns);
  return isJson(value) ? { ...segment, symbol: value.symbol } : segment;
}

function isJson({ symbol }: UnknownValue): boolean {
  return symbol !== undefined && isDecodedJson(symbol.id);
}

/** Whether what JSON holds is part of the sequence. */
export function hasJson(value: Value): boolean {
  return value.kind === "unknown" && (isJson(value) || (value.segments?.some(hasJson) ?? false));
}

/** The sequence of the parts; `whole` is what is known of it otherwise. */
export function joinSegments(whole: UnknownValue, parts: readonly Value[]): UnknownValue {
  const segments = grouped(parts.flatMap(segmentsOf));
  const saysMore = segments.some(
    (one) => one.kind !== "unknown" || (one.choice ?? one.standIns ?? one.merged ?? one.symbol),
  );
  return saysMore && segments.length <= mostSegments ? { ...whole, segments } : whole;
}

/** The elements at places that nobody knows; those that may be equal are perhaps one. */
export function inAnyOrder(sequence: SequenceValue | TupleValue, reason: UnknownReason): Value {
  const whole = unknownValue(reason, typeOf(sequence), sequence.origins);
  return joinSegments(whole, [tupleValue(sequence.elements)]);
}

/** What is made of each element of a collection; in any order where it is a set in which not all are known. */
export function inOrderOf(collection: Value, made: SequenceValue | TupleValue): Value {
  if (!("elements" in collection) || hasCertainOrder(collection)) return made;
  const reason = firstUnknown(collection);
  return reason ? inAnyOrder(made, reason) : made;
}

function segmentsOf(value: Value): readonly Value[] {
  return value.kind === "unknown" && !value.choice && value.segments ? value.segments : [value];
}

function stoodFor(
  { reason, origins }: UnknownValue,
  elements: readonly Pick<StandIn, "value" | "under">[],
): UnknownValue {
  return { ...unknownValue(reason, dynamicType, origins), standIns: asSequence(elements, reason) };
}

/** With the elements that stand side by side in one segment. */
function grouped(segments: readonly Value[]): readonly Value[] {
  const result: Value[] = [];
  let side: Value[] = [];
  for (const segment of segments) {
    if ("elements" in segment) {
      side.push(...segment.elements);
      continue;
    }
    if (side.length > 0) result.push(tupleValue(side));
    side = [];
    result.push(segment);
  }
  return side.length > 0 ? [...result, tupleValue(side)] : result;
}

/** What `flatten` makes of a sequence that has unknown ones in it. */
export function flattenSegments(whole: UnknownValue, sequence: Value): UnknownValue {
  return joinSegments(whole, flattened(sequence));
}

function flattened(value: Value): readonly Value[] {
  if ("elements" in value) return value.elements.flatMap(flattenedElement);
  return value.kind === "unknown" ? flattenedUnknown(value) : [value];
}

function flattenedElement(element: Value): readonly Value[] {
  if ("elements" in element) return flattened(element);
  const mayBeSequence = element.kind === "unknown" && !isScalar(element);
  return mayBeSequence ? flattenedUnknown(element) : [tupleValue([element])];
}

function flattenedUnknown(value: UnknownValue): readonly Value[] {
  const { choice, segments, standIns, reason, origins, type } = value;
  const whole = unknownValue(reason, dynamicType, origins);
  if (choice) {
    const flat = (one: Value): Value => {
      const parts = flattenedElement(one);
      const [only] = parts;
      return only && parts.length === 1 ? only : together(whole, parts);
    };
    return [mapChoice(whole, choice, flat)];
  }
  if (segments) return segments.flatMap(flattened);
  if (!standIns) return [type.kind === "dynamic" ? value : asSegment(value)];
  if (isJson(value)) return [asSegment(value)];
  if (!sequenceOfStandIns(value)) return [tupleValue([value])];
  const flat = standIns.flatMap(({ value: one, under }) =>
    flattenedElement(one).map((part) => ({ part, under })),
  );
  const elements = flat.flatMap(({ part, under }) =>
    "elements" in part ? part.elements.map((inner) => ({ value: inner, under })) : [],
  );
  const isKnown =
    flat.length > 0 && flat.every(({ part }) => "elements" in part) && elements.length <= mostStandIns;
  return [isKnown ? stoodFor(value, elements) : whole];
}

/** A known sequence where all parts are. */
function together(whole: UnknownValue, parts: readonly Value[]): Value {
  const known = grouped(parts);
  const [only] = known;
  if (known.length === 0) return tupleValue([]);
  return only && known.length === 1 ? only : joinSegments(whole, parts);
}

function isScalar({ type }: UnknownValue): boolean {
  return !["dynamic", "list", "set", "tuple"].includes(type.kind);
}
