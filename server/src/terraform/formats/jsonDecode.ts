/**
 * JSON text as values. Symbols may stand inside strings of it or in the place of whole values, as they do in
 * policies that are written as text with interpolations; every value gets the place it is written at.
 */
import type { JsonSlip } from "../../base/jsonSlip.ts";
import type { Location } from "../../base/location.ts";
import type { StringPart, TextChoice, Value } from "../value.ts";
import { parseDecimal } from "../bigFloat.ts";
import { withoutTexts } from "../choice.ts";
import { sliceLiteral } from "../parts.ts";
import { asJson } from "./jsonValue.ts";
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
  readonly repeated: Repeated;
  /** Whether something that is not known stands in the place of a value, so that it may be more than one. */
  isOpen: boolean;
}

/** What becomes of a key that an object has before: Terraform takes the later one; or it is kept as a loose entry. */
type Repeated = "replaces" | "kept";

interface Failure {
  readonly failure: JsonSlip["kind"];
  readonly start: number;
  readonly end: number;
}

type Read<T extends Value = Value> = T | Failure;

/** Undefined where the text is no JSON. */
export function decodeJson(parts: readonly StringPart[], repeated: Repeated = "replaces"): Value | undefined {
  const reader = readerFor(parts, repeated);
  const read = reader && readDocument(reader);
  return !read || isFailure(read) ? undefined : read;
}

/**
 * Undefined where the text is JSON, or where it depends on what is not known. What is not known inside of a string is
 * taken for text without quotes.
 */
export function slipInJson(parts: readonly StringPart[]): JsonSlip | undefined {
  const reader = readerFor(parts);
  const read = reader && readDocument(reader);
  if (!read || !isFailure(read) || reader.isOpen) return undefined;
  const text = reader.text.slice(read.start, read.end);
  if (text.includes(placeholder)) return undefined;
  return { kind: read.failure, at: partsBetween(reader, read.start, read.end)[0]?.origin, text };
}

function readDocument(reader: Reader): Read {
  const value = readValue(reader);
  if (isFailure(value)) return value;
  skipSpace(reader);
  // Go's decoder looks for another value only, so it does not mind closing brackets.
  return ["", "}", "]"].includes(reader.text.charAt(reader.position)) ? value : unreadable(reader);
}

function isFailure(read: Read): read is Failure {
  return "failure" in read;
}

/** From where the reader is to the end of the word, or of the line if that is not far. */
function unreadable(reader: Reader): Failure {
  const { text, position } = reader;
  noteOpenWord(reader);
  const [found = ""] = /^(?:[\w-]+|[^\n]{1,20})?/.exec(text.slice(position)) ?? [];
  return { failure: "unreadable", start: position, end: position + found.length };
}

/** What begins as a number or a word may become one by what follows. */
function noteOpenWord(reader: Reader): void {
  if (/^[\w.+-]*\uffff/.test(reader.text.slice(reader.position))) reader.isOpen = true;
}

function unclosed(bracket: number): Failure {
  return { failure: "bracket-open", start: bracket, end: bracket + 1 };
}

/** The reader is at a bracket behind a comma. */
function strayComma({ text, position }: Reader): Failure {
  const comma = text.lastIndexOf(",", position);
  return { failure: "comma-too-many", start: comma, end: comma + 1 };
}

function noColon(reader: Reader, end: number): Failure {
  const next = reader.text.charAt(reader.position);
  if (next === placeholder) reader.isOpen = true;
  return next === "" ? unreadable(reader) : { failure: "colon-missing", start: end - 1, end };
}

/** Neither a comma nor the right bracket follows the value. */
function notGoingOn(reader: Reader, bracket: number, [start, end]: readonly [number, number]): Failure {
  const next = reader.text.charAt(reader.position);
  if (["", "}", "]"].includes(next)) return unclosed(bracket);
  noteOpenWord(reader);
  if (!/["{[\w-]/.test(next)) return unreadable(reader);
  const value = reader.text.slice(start, end);
  const isLong = value.includes("\n") || value.includes(placeholder);
  return { failure: "comma-missing", start: isLong ? end - 1 : start, end };
}

function readerFor(parts: readonly StringPart[], repeated: Repeated = "replaces"): Reader | undefined {
  let text = "";
  const placed: { start: number; part: StringPart }[] = [];
  for (const part of parts) {
    if (part.kind === "literal" && part.text.includes(placeholder)) return undefined;
    placed.push({ start: text.length, part });
    text += part.kind === "literal" ? part.text : placeholder;
  }
  return { text, parts: placed, position: 0, depth: 0, repeated, isOpen: false };
}

function skipSpace(reader: Reader): void {
  while (" \t\n\r".includes(reader.text.charAt(reader.position) || "x")) reader.position++;
}

function readValue(reader: Reader): Read {
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

function nested(reader: Reader, read: (reader: Reader) => Read): Read {
  if (reader.depth >= deepest) return unreadable(reader);
  reader.depth++;
  const value = read(reader);
  reader.depth--;
  return value;
}

type Origins = readonly Location[];

function readWord(reader: Reader, word: string, make: (origins: Origins) => Value): Read {
  const start = reader.position;
  if (!reader.text.startsWith(word, start)) return unreadable(reader);
  reader.position += word.length;
  return make(originsOf(reader, start));
}

/** A whole value that is not known. */
function readOpen(reader: Reader): Read {
  const part = partsBetween(reader, reader.position, reader.position + 1)[0];
  if (part === undefined || part.kind === "literal") return unreadable(reader);
  reader.position++;
  reader.isOpen = true;
  if (part.json) return asJson(part.json);
  const origins = part.origin === undefined ? [] : [part.origin];
  if (part.kind === "unknown") return unknownValue(part.reason, undefined, origins);
  const symbol = { id: `jsondecode(${part.symbol.id})`, type: { kind: "dynamic" } } as const;
  return unknownValue(part.reason, undefined, origins, symbol);
}

const numberPattern = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

function readNumber(reader: Reader): Read {
  numberPattern.lastIndex = reader.position;
  const match = numberPattern.exec(reader.text);
  const number = match === null ? undefined : parseDecimal(match[0]);
  if (match === null || number === undefined) return unreadable(reader);
  const start = reader.position;
  reader.position += match[0].length;
  return numberValue(number, originsOf(reader, start));
}

function readArray(reader: Reader): Read {
  const start = reader.position++;
  const elements: Value[] = [];
  if (takes(reader, "]")) return tupleValue(elements, originsOf(reader, start));
  for (;;) {
    if (isAt(reader, "")) return unclosed(start);
    const from = reader.position;
    const element = isAt(reader, "]") ? strayComma(reader) : readValue(reader);
    if (isFailure(element)) return element;
    elements.push(element);
    const end = reader.position;
    if (takes(reader, "]")) return tupleValue(elements, originsOf(reader, start));
    if (!takes(reader, ",")) return notGoingOn(reader, start, [from, end]);
  }
}

function isAt(reader: Reader, character: string): boolean {
  skipSpace(reader);
  return reader.text.charAt(reader.position) === character;
}

/** True, and behind it, when the next character is the given one. */
function takes(reader: Reader, character: string): boolean {
  if (!isAt(reader, character)) return false;
  reader.position++;
  return true;
}

function readObject(reader: Reader): Read {
  const start = reader.position++;
  const entries = new Map<string, Value>();
  const keyOrigins = new Map<string, Location>();
  const loose: { key: Value; value: Value }[] = [];
  const done = (): Value => objectValue(entries, originsOf(reader, start), keyOrigins, loose);
  if (takes(reader, "}")) return done();
  for (let isFirst = true; ; isFirst = false) {
    if (isAt(reader, "")) return unclosed(start);
    if (isAt(reader, "}") && !isFirst) return strayComma(reader);
    const key = isAt(reader, '"') ? readString(reader) : unreadable(reader);
    if (isFailure(key)) return key;
    const endOfKey = reader.position;
    const hasColon = takes(reader, ":");
    skipSpace(reader);
    const from = reader.position;
    const value = hasColon ? readValue(reader) : noColon(reader, endOfKey);
    if (isFailure(value)) return value;
    const end = reader.position;
    const name = textOf(key.parts);
    const isKept = name !== undefined && reader.repeated === "kept" && entries.has(name);
    if (name === undefined || isKept) loose.push({ key, value });
    else {
      entries.set(name, value);
      if (key.origins[0]) keyOrigins.set(name, key.origins[0]);
    }
    if (takes(reader, "}")) return done();
    if (!takes(reader, ",")) return notGoingOn(reader, start, [from, end]);
  }
}

function textOf(parts: readonly StringPart[]): string | undefined {
  return parts.every((part) => part.kind === "literal") ? parts.map((part) => part.text).join("") : undefined;
}

const stringPattern = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

function readString(reader: Reader): Read<Value & { kind: "string" }> {
  const start = reader.position;
  stringPattern.lastIndex = start;
  const match = stringPattern.exec(reader.text);
  if (match === null) return noString(reader);
  reader.position += match[0].length;
  const parts = partsBetween(reader, start + 1, reader.position - 1).map(decodePart);
  const origins = parts.flatMap((part) => part.origin ?? []);
  return stringOf(parts, origins.length > 0 ? origins : originsOf(reader, start));
}

const openString = /"(?:[^"\\\u0000-\u001f]|\\.)*/y;

function noString(reader: Reader): Failure {
  const { text, position } = reader;
  openString.lastIndex = position;
  const end = position + (openString.exec(text)?.[0].length ?? 0);
  return text.charAt(end) === '"' ? unreadable(reader) : { failure: "quote-open", start: position, end };
}

function decodePart(part: StringPart): StringPart {
  if (part.kind === "unknown" && part.choice) return isPlain(part.choice) ? part : withoutTexts(part);
  if (part.kind !== "literal" || !part.text.includes("\\")) return part;
  return literalPart(decodeEscapes(part.text), part.origin);
}

/** Whether the texts are the same inside a string of JSON. */
function isPlain({ then, otherwise }: TextChoice): boolean {
  return [then, otherwise].every(({ parts }) => parts.every(isPlainPart));
}

function isPlainPart(part: StringPart): boolean {
  if (part.kind === "literal") return !/["\\\u0000-\u001f]/.test(part.text);
  return part.kind === "symbol" || !part.choice || isPlain(part.choice);
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
