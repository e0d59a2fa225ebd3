/**
 * JSON text as values. Symbols may stand inside strings of it or in the place of whole values, as they do in
 * policies that are written as text with interpolations; every value gets the place it is written at.
 */
import type { Location } from "../../base/location.ts";
import type { StringPart, Value } from "../value.ts";
import { parseDecimal } from "../bigFloat.ts";
import { sliceLiteral } from "../parts.ts";
import {
  boolValue,
  literalPart,
  nullValue,
  numberValue,
  objectValue,
  stringOf,
  tupleValue,
  unknownValue,
} from "../value.ts";

/** Stands in the text for a part that is not literal. It is no character. */
const placeholder = "\uffff";
const deepest = 500;

interface Reader {
  readonly text: string;
  /** The parts with the offsets at which they begin. */
  readonly parts: readonly { readonly start: number; readonly part: StringPart }[];
  position: number;
  depth: number;
}

/** Undefined where the text is no JSON. */
export function decodeJson(parts: readonly StringPart[]): Value | undefined {
  const reader = readerFor(parts);
  const value = reader && readValue(reader);
  if (reader === undefined || value === undefined) return undefined;
  skipSpace(reader);
  // Go's decoder looks for another value only, so it does not mind closing brackets.
  return ["", "}", "]"].includes(reader.text.charAt(reader.position)) ? value : undefined;
}

function readerFor(parts: readonly StringPart[]): Reader | undefined {
  let text = "";
  const placed: { start: number; part: StringPart }[] = [];
  for (const part of parts) {
    if (part.kind === "literal" && part.text.includes(placeholder)) return undefined;
    placed.push({ start: text.length, part });
    text += part.kind === "literal" ? part.text : placeholder;
  }
  return { text, parts: placed, position: 0, depth: 0 };
}

function skipSpace(reader: Reader): void {
  while (" \t\n\r".includes(reader.text.charAt(reader.position) || "x")) reader.position++;
}

function readValue(reader: Reader): Value | undefined {
  skipSpace(reader);
  const start = reader.position;
  switch (reader.text.charAt(start)) {
    case "{":
      return nested(reader, readObject);
    case "[":
      return nested(reader, readArray);
    case '"':
      return readString(reader);
    case "t":
      return readWord(reader, "true", (origins) => boolValue(true, origins));
    case "f":
      return readWord(reader, "false", (origins) => boolValue(false, origins));
    case "n":
      return readWord(reader, "null", (origins) => nullValue(undefined, origins));
    case placeholder:
      return readOpen(reader);
    default:
      return readNumber(reader);
  }
}

function nested(reader: Reader, read: (reader: Reader) => Value | undefined): Value | undefined {
  if (reader.depth >= deepest) return undefined;
  reader.depth++;
  const value = read(reader);
  reader.depth--;
  return value;
}

type Origins = readonly Location[];

function readWord(reader: Reader, word: string, make: (origins: Origins) => Value): Value | undefined {
  const start = reader.position;
  if (!reader.text.startsWith(word, start)) return undefined;
  reader.position += word.length;
  return make(originsOf(reader, start));
}

/** A whole value that is not known. */
function readOpen(reader: Reader): Value | undefined {
  const part = partsBetween(reader, reader.position, reader.position + 1)[0];
  reader.position++;
  if (part === undefined || part.kind === "literal") return undefined;
  const origins = part.origin === undefined ? [] : [part.origin];
  if (part.kind === "unknown") return unknownValue(part.reason, undefined, origins);
  const encoded = /^jsonencode\((.*)\)$/s.exec(part.symbol.id)?.[1];
  const symbol = { id: encoded ?? `jsondecode(${part.symbol.id})`, type: { kind: "dynamic" } } as const;
  return unknownValue(part.reason, undefined, origins, symbol);
}

const numberPattern = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

function readNumber(reader: Reader): Value | undefined {
  numberPattern.lastIndex = reader.position;
  const match = numberPattern.exec(reader.text);
  const number = match === null ? undefined : parseDecimal(match[0]);
  if (match === null || number === undefined) return undefined;
  const start = reader.position;
  reader.position += match[0].length;
  return numberValue(number, originsOf(reader, start));
}

function readArray(reader: Reader): Value | undefined {
  const start = reader.position++;
  const elements: Value[] = [];
  if (takes(reader, "]")) return tupleValue(elements, originsOf(reader, start));
  for (;;) {
    const element = readValue(reader);
    if (element === undefined) return undefined;
    elements.push(element);
    if (takes(reader, "]")) return tupleValue(elements, originsOf(reader, start));
    if (!takes(reader, ",")) return undefined;
  }
}

/** True, and behind it, when the next character is the given one. */
function takes(reader: Reader, character: string): boolean {
  skipSpace(reader);
  if (reader.text.charAt(reader.position) !== character) return false;
  reader.position++;
  return true;
}

function readObject(reader: Reader): Value | undefined {
  const start = reader.position++;
  const entries = new Map<string, Value>();
  const keyOrigins = new Map<string, Location>();
  const loose: { key: Value; value: Value }[] = [];
  const done = (): Value => objectValue(entries, originsOf(reader, start), keyOrigins, loose);
  if (takes(reader, "}")) return done();
  for (;;) {
    skipSpace(reader);
    const key = reader.text.charAt(reader.position) === '"' ? readString(reader) : undefined;
    const value = key && takes(reader, ":") ? readValue(reader) : undefined;
    if (key === undefined || value === undefined) return undefined;
    const name = textOf(key.parts);
    if (name === undefined) loose.push({ key, value });
    else {
      entries.set(name, value);
      if (key.origins[0]) keyOrigins.set(name, key.origins[0]);
    }
    if (takes(reader, "}")) return done();
    if (!takes(reader, ",")) return undefined;
  }
}

function textOf(parts: readonly StringPart[]): string | undefined {
  return parts.every((part) => part.kind === "literal") ? parts.map((part) => part.text).join("") : undefined;
}

const stringPattern = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

function readString(reader: Reader): (Value & { kind: "string" }) | undefined {
  const start = reader.position;
  stringPattern.lastIndex = start;
  const match = stringPattern.exec(reader.text);
  if (match === null) return undefined;
  reader.position += match[0].length;
  const parts = partsBetween(reader, start + 1, reader.position - 1).map(decodePart);
  const origins = parts.flatMap((part) => part.origin ?? []);
  return stringOf(parts, origins.length > 0 ? origins : originsOf(reader, start));
}

function decodePart(part: StringPart): StringPart {
  if (part.kind !== "literal" || !part.text.includes("\\")) return part;
  return literalPart(decodeEscapes(part.text), part.origin);
}

const letters: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

function decodeEscapes(text: string): string {
  const decoded = text.replace(
    /\\(?:u([0-9a-fA-F]{4})|(.))/g,
    (_, code: string | undefined, letter: string) =>
      code === undefined ? (letters[letter] ?? letter) : String.fromCharCode(parseInt(code, 16)),
  );
  return decoded.replace(/\p{Surrogate}/gu, "\ufffd");
}

/** The parts that lie between two offsets, cut at them. */
function partsBetween(reader: Reader, start: number, end: number): readonly StringPart[] {
  const found: StringPart[] = [];
  for (const { start: offset, part } of reader.parts) {
    const length = part.kind === "literal" ? part.text.length : 1;
    if (offset + length <= start || offset >= end) continue;
    if (part.kind !== "literal") found.push(part);
    else found.push(sliceLiteral(part, Math.max(0, start - offset), Math.min(length, end - offset)));
  }
  return found;
}

function originsOf(reader: Reader, start: number): Origins {
  return partsBetween(reader, start, reader.position)
    .flatMap((part) => part.origin ?? [])
    .slice(0, 1);
}
