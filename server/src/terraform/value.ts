/**
 * What an expression is worth: a known value, an unknown with its reason, or a mixture of both.
 * Every value carries the places it came from. Plain readonly data; operations live elsewhere.
 */
import type { Location } from "../base/location.ts";
import type { BigFloat } from "./bigFloat.ts";
import type { Type } from "./type.ts";
import { assertNever } from "../base/assertNever.ts";
import {
  boolType,
  dynamicType,
  listType,
  mapType,
  numberType,
  objectType,
  setType,
  stringType,
  tupleType,
} from "./type.ts";

export type Value =
  | NullValue
  | BoolValue
  | NumberValue
  | StringValue
  | SequenceValue
  | TupleValue
  | MapValue
  | ObjectValue
  | ReferenceValue
  | UnknownValue;

interface Traced {
  /**
   * Where a person would change the value: the literals and constructors it was made from,
   * seen through locals, variables and calls. Empty where no text stands behind it.
   */
  readonly origins: readonly Location[];
}

export interface NullValue extends Traced {
  readonly kind: "null";
  /** `dynamic` for a bare `null`. */
  readonly type: Type;
}

export interface BoolValue extends Traced {
  readonly kind: "bool";
  readonly value: boolean;
}

export interface NumberValue extends Traced {
  readonly kind: "number";
  readonly value: BigFloat;
}

/** A string of literal texts and of symbols; wholly known when every part is literal. */
export interface StringValue extends Traced {
  readonly kind: "string";
  /** No two literal parts side by side with the same origin, none empty; no parts at all for `""`. */
  readonly parts: readonly StringPart[];
  /** The value that `jsonencode` made the text from: it keeps what the text cannot, such as origins. */
  readonly json?: Value;
  /** Whether the text is just what the function writes, without anything around it. */
  readonly isEncoded?: true;
}

export type StringPart = LiteralPart | SymbolPart | UnknownPart;

export interface LiteralPart {
  readonly kind: "literal";
  readonly text: string;
  /** Where the text is written. When the span is as long as the text, offsets in both correspond. */
  readonly origin: Location | undefined;
}

/** Stands for the text of a symbol. */
export interface SymbolPart {
  readonly kind: "symbol";
  readonly symbol: ValueSymbol;
  readonly reason: UnknownReason;
  /** Where the reference is written. */
  readonly origin: Location | undefined;
  /** The value of which it is the JSON text. */
  readonly json?: Value;
}

/** Text that is not known and has no name either. */
export interface UnknownPart {
  readonly kind: "unknown";
  readonly reason: UnknownReason;
  readonly origin: Location | undefined;
  /** Where it is one of two texts, see choice.ts. */
  readonly choice?: TextChoice;
  /** The value of which it is the JSON text. */
  readonly json?: Value;
}

/** Something that has one value which only the outside knows. Equal ids mean the same value. */
export interface ValueSymbol {
  /**
   * Such as `data.spacelift_account.name`, `spacelift_aws_integration.main.id`, with steps behind it in one
   * form (`.tags.Owner`, `["not a name"]`, `[0]`), or a function of such a thing: `lower(var.name)`.
   */
  readonly id: string;
  /** `dynamic` where it is not known. */
  readonly type: Type;
}

/** A list or a set. Sets are in Terraform's order, without duplicates among the known elements. */
export interface SequenceValue extends Traced {
  readonly kind: "list" | "set";
  readonly elementType: Type;
  readonly elements: readonly Value[];
}

export interface TupleValue extends Traced {
  readonly kind: "tuple";
  readonly elements: readonly Value[];
}

interface Keyed extends Traced {
  /** Sorted by key, as Terraform iterates. */
  readonly entries: ReadonlyMap<string, Value>;
  /** Where the keys are written, as far as they are. */
  readonly keyOrigins: ReadonlyMap<string, Location>;
}

export interface MapValue extends Keyed {
  readonly kind: "map";
  readonly elementType: Type;
}

export interface ObjectValue extends Keyed {
  readonly kind: "object";
  /** Entries whose key is not wholly known. With them `entries` is not all there is. */
  readonly looseEntries: readonly LooseEntry[];
}

export interface LooseEntry {
  readonly key: Value;
  readonly value: Value;
}

/**
 * An object of the outside, such as a resource: what is configured is known, every other attribute `a` is
 * the symbol `<id>.a`.
 */
export interface ReferenceValue extends Traced {
  readonly kind: "reference";
  /** Such as `aws_iam_role.main` or `data.spacelift_account`. */
  readonly id: string;
  readonly attributes: ReadonlyMap<string, Value>;
  /** The types of further attributes, as far as they are known. */
  readonly attributeTypes: ReadonlyMap<string, Type>;
  /** Why the other attributes are not known. */
  readonly reason: UnknownReason;
}

/** A value about which only its type is known, if that. */
export interface UnknownValue extends Traced {
  readonly kind: "unknown";
  readonly reason: UnknownReason;
  /** `dynamic` where it is not known. */
  readonly type: Type;
  readonly symbol: ValueSymbol | undefined;
  /** Of a collection: elements that stand for all, see standIns.ts. */
  readonly standIns?: readonly StandIn[];
  /** Where it is one of two values, see choice.ts. */
  readonly choice?: Choice;
  /** Of a sequence: those that it is put together from, see segments.ts. */
  readonly segments?: readonly Value[];
  /** Of an object: those that are merged into it, each over those before. */
  readonly merged?: readonly Value[];
}

export interface Choice {
  /** Not known, and true or false. */
  readonly condition: Value;
  readonly then: Value;
  readonly otherwise: Value;
}

export interface TextChoice extends Choice {
  readonly then: StringValue;
  readonly otherwise: StringValue;
}

export interface StandIn {
  readonly key: Value;
  readonly value: Value;
  /** The names of the elements that there have to be for this one to be there; none where it is in any case. */
  readonly under: readonly string[];
}

/** Why something is not known, and where the unknown enters. */
export type UnknownReason = PlainReason | ErrorReason;

export interface PlainReason {
  readonly kind:
    | "variable without value"
    | "known after apply"
    | "data source"
    | "module output"
    | "unsupported function"
    | "not reproducible"
    | "file not readable"
    | "not declared"
    | "syntax error"
    | "cycle"
    | "too large";
  /** What it is about: the name of the variable, the function, the file; empty if nothing. */
  readonly subject: string;
  readonly at: Location | undefined;
  /** The default of a variable that may be given another value. */
  readonly fallback?: Value;
}

/** Terraform would refuse to evaluate this. Kept apart from what merely is not known. */
export interface ErrorReason {
  readonly kind: "error";
  readonly message: string;
  readonly at: Location | undefined;
}

const noOrigins: readonly Location[] = [];
const noKeyOrigins: ReadonlyMap<string, Location> = new Map();
const mostOrigins = 16;

export function nullValue(type: Type = dynamicType, origins = noOrigins): NullValue {
  return { kind: "null", type, origins };
}

export function boolValue(value: boolean, origins = noOrigins): BoolValue {
  return { kind: "bool", value, origins };
}

export function numberValue(value: BigFloat, origins = noOrigins): NumberValue {
  return { kind: "number", value, origins };
}

/** A wholly known string. Terraform's strings are in Unicode's normal form C. */
export function stringValue(text: string, origins = noOrigins): StringValue {
  return stringOf([literalPart(text, origins[0])], origins);
}

export function literalPart(text: string, origin?: Location): LiteralPart {
  return { kind: "literal", text: mayNeedNormalizing.test(text) ? text.normalize("NFC") : text, origin };
}

/** Text without these is in normal form: https://www.unicode.org/reports/tr15/#Detecting_Normalization_Forms */
const mayNeedNormalizing = /[\u0300-\uffff]/;

/** A string of parts: drops the empty ones. */
export function stringOf(parts: readonly StringPart[], origins = noOrigins): StringValue {
  return {
    kind: "string",
    parts: parts.some(isEmpty) ? parts.filter((part) => !isEmpty(part)) : parts,
    origins,
  };
}

function isEmpty(part: StringPart): boolean {
  return part.kind === "literal" && part.text === "";
}

/** What the value is encoded as. The text is worked out when it is first asked for, which it seldom is. */
export function encodedString(
  json: Value,
  encode: () => readonly StringPart[],
  origins = noOrigins,
): StringValue {
  let known: readonly StringPart[] | undefined;
  return {
    kind: "string",
    get parts() {
      return (known ??= encode());
    },
    json,
    isEncoded: true,
    origins,
  };
}

export function tupleValue(elements: readonly Value[], origins = noOrigins): TupleValue {
  return { kind: "tuple", elements, origins };
}

export function listValue(elementType: Type, elements: readonly Value[], origins = noOrigins): SequenceValue {
  return { kind: "list", elementType, elements, origins };
}

export function mapValue(
  elementType: Type,
  entries: Iterable<readonly [string, Value]>,
  origins = noOrigins,
  keyOrigins = noKeyOrigins,
): MapValue {
  return { kind: "map", elementType, entries: sortedEntries(entries), keyOrigins, origins };
}

export function objectValue(
  entries: Iterable<readonly [string, Value]>,
  origins = noOrigins,
  keyOrigins = noKeyOrigins,
  looseEntries: readonly LooseEntry[] = [],
): ObjectValue {
  return { kind: "object", entries: sortedEntries(entries), keyOrigins, looseEntries, origins };
}

export function unknownValue(
  reason: UnknownReason,
  type: Type = dynamicType,
  origins: readonly Location[] = reason.at === undefined ? noOrigins : [reason.at],
  symbol?: ValueSymbol,
): UnknownValue {
  return { kind: "unknown", reason, type, symbol, origins };
}

/** What Terraform would refuse, as a value. */
export function errorValue(message: string, at?: Location): UnknownValue {
  return unknownValue({ kind: "error", message, at });
}

/** The value of a symbol: a string of one part where it is known to be a string, an unknown otherwise. */
export function symbolValue(symbol: ValueSymbol, reason: UnknownReason, origin?: Location): Value {
  const origins = origin === undefined ? noOrigins : [origin];
  return symbol.type.kind === "string"
    ? { kind: "string", parts: [{ kind: "symbol", symbol, reason, origin }], origins }
    : unknownValue(reason, symbol.type, origins, symbol);
}

/** Later entries win over earlier ones of the same key. */
function sortedEntries(entries: Iterable<readonly [string, Value]>): ReadonlyMap<string, Value> {
  const list = [...new Map(entries)];
  return new Map(list.sort(([a], [b]) => compareText(a, b)));
}

/** Compares by code points, which is the order of UTF-8 bytes and so Go's. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const x = a.charCodeAt(index);
    const y = b.charCodeAt(index);
    if (x !== y) return orderOfUnit(x) - orderOfUnit(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above every other code unit. */
function orderOfUnit(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** All origins once each, the first few of many. */
export function mergeOrigins(values: readonly Value[]): readonly Location[] {
  const found: Location[] = [];
  for (const origin of values.flatMap((value) => value.origins)) {
    if (found.length === mostOrigins) break;
    if (!found.some((other) => sameLocation(other, origin))) found.push(origin);
  }
  return found;
}

function sameLocation(a: Location, b: Location): boolean {
  return a.uri === b.uri && a.span.start === b.span.start && a.span.end === b.span.end;
}

export function typeOf(value: Value): Type {
  switch (value.kind) {
    case "null":
    case "unknown":
      return value.type;
    case "bool":
      return boolType;
    case "number":
      return numberType;
    case "string":
      return stringType;
    case "list":
      return listType(value.elementType);
    case "set":
      return setType(value.elementType);
    case "map":
      return mapType(value.elementType);
    case "tuple":
      return tupleType(value.elements.map(typeOf));
    case "object":
      return value.looseEntries.length > 0
        ? dynamicType
        : objectType(new Map([...value.entries].map(([name, entry]) => [name, typeOf(entry)])));
    case "reference":
      return dynamicType;
    default:
      return assertNever(value);
  }
}

/** The text of a string that is wholly known. */
export function asKnownString(value: Value): string | undefined {
  return value.kind === "string" ? knownText(value.parts) : undefined;
}

/** The text of parts that are all literal. */
export function knownText(parts: readonly StringPart[]): string | undefined {
  let text = "";
  for (const part of parts) {
    if (part.kind !== "literal") return undefined;
    text += part.text;
  }
  return text;
}

export function asKnownBool(value: Value): boolean | undefined {
  return value.kind === "bool" ? value.value : undefined;
}

/** A `null` without a type: some functions of Terraform make it unknown. */
export function isBareNull(value: Value): boolean {
  return value.kind === "null" && value.type.kind === "dynamic";
}

export function isError(value: Value): value is UnknownValue & { readonly reason: ErrorReason } {
  return value.kind === "unknown" && value.reason.kind === "error";
}

/** True when nothing in the value is unknown. */
export function isWhollyKnown(value: Value): boolean {
  return firstUnknown(value) === undefined;
}

/** Why the value is not wholly known, from the first part of it that is not; undefined when it is. */
export function firstUnknown(value: Value): UnknownReason | undefined {
  switch (value.kind) {
    case "null":
    case "bool":
    case "number":
      return undefined;
    case "string":
      return firstUnknownPart(value.parts)?.reason;
    case "list":
    case "set":
    case "tuple":
      return firstUnknownIn(value.elements);
    case "map":
      return firstUnknownIn(value.entries.values());
    case "object":
      return firstUnknownIn([...value.looseEntries.map((entry) => entry.key), ...value.entries.values()]);
    case "reference":
    case "unknown":
      return value.reason;
    default:
      return assertNever(value);
  }
}

function firstUnknownPart(parts: readonly StringPart[]): SymbolPart | UnknownPart | undefined {
  for (const part of parts) if (part.kind !== "literal") return part;
  return undefined;
}

function firstUnknownIn(values: Iterable<Value>): UnknownReason | undefined {
  for (const value of values) {
    const reason = firstUnknown(value);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
