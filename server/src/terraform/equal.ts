/**
 * Equality and order of values, as `==`, `contains` and sets need them. With unknown parts the answer is
 * sometimes certain all the same: equal symbols are equal, different literal beginnings are not.
 */
import type { MapValue, ObjectValue, StringPart, StringValue, Value } from "./value.ts";
import { compare } from "./bigFloat.ts";
import { numberText } from "./formatNumber.ts";
import { standsForSeveral } from "./symbolText.ts";
import { asKnownString, compareText, typeOf } from "./value.ts";
import { isFilled, sameType } from "./type.ts";

/** Undefined when it depends on what is not known. */
export function equal(a: Value, b: Value): boolean | undefined {
  if (a.kind === "unknown" || b.kind === "unknown") return equalUnknown(a, b);
  if (a.kind === "reference" && b.kind === "reference") return a.id === b.id ? true : undefined;
  if (a.kind === "reference" || b.kind === "reference") return undefined;
  if (a.kind === "null" || b.kind === "null") return equalNull(a, b);
  if (a.kind === "string" && b.kind === "string") return equalStrings(a, b);
  if (a.kind === "number" && b.kind === "number") return compare(a.value, b.value) === 0;
  if (a.kind === "bool" && b.kind === "bool") return a.value === b.value;
  if (a.kind === "map" && b.kind === "map") return equalEntries(a, b);
  if (a.kind === "object" && b.kind === "object") return equalEntries(a, b);
  if ("elements" in a && "elements" in b && a.kind === b.kind) {
    if (a.kind !== "tuple" && !sameType(typeOf(a), typeOf(b))) return false;
    return equalElements(a.elements, b.elements);
  }
  return false;
}

function equalUnknown(a: Value, b: Value): boolean | undefined {
  const [one, other] = [symbolOf(a), symbolOf(b)];
  return one !== undefined && one === other && !standsForSeveral(one) ? true : undefined;
}

function symbolOf(value: Value): string | undefined {
  if (value.kind === "unknown") return value.symbol?.id;
  if (value.kind !== "string" || value.parts.length !== 1) return undefined;
  const [part] = value.parts;
  return part?.kind === "symbol" ? part.symbol.id : undefined;
}

function equalNull(a: Value, b: Value): boolean | undefined {
  if (a.kind === "null" && b.kind === "null") return true;
  return mayBeNull(a) || mayBeNull(b) ? undefined : false;
}

/** A lone symbol may turn out to be null; a template never is. */
export function mayBeNull(value: Value): boolean {
  if (value.kind === "unknown") return true;
  return value.kind === "string" && value.parts.length === 1 && value.parts.every(mayBePartOfNothing);
}

/** Whether there may be nothing in the text. */
export function mayBeEmpty({ parts }: StringValue): boolean {
  return parts.every(mayBePartOfNothing);
}

function mayBePartOfNothing(part: StringPart): boolean {
  if (part.kind === "literal" || part.json !== undefined) return false;
  return part.kind === "unknown" || !isFilled(part.symbol.type);
}

function equalStrings(a: StringValue, b: StringValue): boolean | undefined {
  const [left, right] = [asKnownString(a), asKnownString(b)];
  if (left !== undefined && right !== undefined) return left === right;
  if (samePartsAs(a.parts, b.parts)) return true;
  return clash(edge(a.parts), edge(b.parts)) || clash(edgeBackwards(a.parts), edgeBackwards(b.parts))
    ? false
    : undefined;
}

/** True when both consist of the same literals and the same symbols, so that they are the same string. */
function samePartsAs(a: readonly StringPart[], b: readonly StringPart[]): boolean {
  const [left, right] = [a.map(partKey), b.map(partKey)];
  return left.every((key) => key !== undefined) && left.join("\0") === right.join("\0");
}

function partKey(part: StringPart): string | undefined {
  if (part.kind === "literal") return `=${part.text}`;
  return part.kind === "symbol" && !standsForSeveral(part.symbol.id) ? `$${part.symbol.id}` : undefined;
}

function edge(parts: readonly StringPart[]): string {
  const end = parts.findIndex((part) => part.kind !== "literal");
  const literal = end === -1 ? parts : parts.slice(0, end);
  return literal.map((part) => (part.kind === "literal" ? part.text : "")).join("");
}

function edgeBackwards(parts: readonly StringPart[]): string {
  const mirrored = parts
    .toReversed()
    .map((part) =>
      part.kind === "literal" ? { ...part, text: [...part.text].toReversed().join("") } : part,
    );
  return edge(mirrored);
}

function clash(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) !== b.slice(0, length);
}

function equalElements(a: readonly Value[], b: readonly Value[]): boolean | undefined {
  if (a.length !== b.length) return false;
  return all(a.map((element, index) => equalOptional(element, b[index])));
}

function equalEntries(a: MapValue | ObjectValue, b: MapValue | ObjectValue): boolean | undefined {
  if (hasLooseEntries(a) || hasLooseEntries(b)) return undefined;
  if (a.kind === "map" && !sameType(typeOf(a), typeOf(b))) return false;
  if (a.entries.size !== b.entries.size) return false;
  return all([...a.entries].map(([key, value]) => equalOptional(value, b.entries.get(key))));
}

function hasLooseEntries(value: MapValue | ObjectValue): boolean {
  return value.kind === "object" && value.looseEntries.length > 0;
}

function equalOptional(a: Value, b: Value | undefined): boolean | undefined {
  return b === undefined ? false : equal(a, b);
}

function all(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** The order in which Terraform iterates a set: null last among the known, unknown after everything. */
export function compareInSet(a: Value, b: Value): number {
  const [x, y] = [rank(a), rank(b)];
  if (x !== y) return x - y;
  if (a.kind === "number" && b.kind === "number") return compare(a.value, b.value);
  if (a.kind === "bool" && b.kind === "bool") return Number(a.value) - Number(b.value);
  const [left, right] = [asKnownString(a), asKnownString(b)];
  if (left !== undefined && right !== undefined) return compareText(left, right);
  return compareText(orderKey(a), orderKey(b));
}

function rank(value: Value): number {
  if (value.kind === "null") return 1;
  const known = value.kind !== "unknown" && value.kind !== "reference";
  return known && (value.kind !== "string" || asKnownString(value) !== undefined) ? 0 : 2;
}

/** A text that orders structured values as go-cty does. */
function orderKey(value: Value): string {
  switch (value.kind) {
    case "null":
      return "~";
    case "bool":
      return value.value ? "T" : "F";
    case "number":
      return numberText(value.value);
    case "string":
      return JSON.stringify(asKnownString(value) ?? "?");
    case "list":
    case "set":
      return `[${value.elements.map((element) => `${orderKey(element)};`).join("")}]`;
    case "tuple":
      return `<${value.elements.map((element) => `${orderKey(element)};`).join("")}>`;
    case "map":
      return `{${[...value.entries].map(([key, entry]) => `${JSON.stringify(key)}:${orderKey(entry)};`).join("")}}`;
    case "object":
      return `<${[...value.entries.values()].map((entry) => `${orderKey(entry)};`).join("")}>`;
    default:
      return "?";
  }
}
