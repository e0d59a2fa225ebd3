/** JSON as a tree with positions, as far as it can be read; what comes behind the first mistake is left out. */
import type { Span } from "../../base/span.ts";

export type JsonNode = JsonString | JsonNumber | JsonBool | JsonNull | JsonArray | JsonObject;

export interface JsonString extends Span {
  readonly kind: "string";
  readonly value: string;
  /** Where each code unit of the value begins in the text, and where the last one ends; undefined without escapes. */
  readonly offsets: readonly number[] | undefined;
}

interface JsonNumber extends Span {
  readonly kind: "number";
  readonly text: string;
}

interface JsonBool extends Span {
  readonly kind: "bool";
  readonly value: boolean;
}

interface JsonNull extends Span {
  readonly kind: "null";
}

interface JsonArray extends Span {
  readonly kind: "array";
  readonly elements: readonly JsonNode[];
  /** False where the closing bracket was not reached. */
  readonly closed: boolean;
}

export interface JsonObject extends Span {
  readonly kind: "object";
  readonly properties: readonly JsonProperty[];
  readonly closed: boolean;
}

export interface JsonProperty {
  readonly key: JsonString;
  readonly colon: Span;
  readonly value: JsonNode;
}

interface JsonText {
  /** Undefined where there is no value at all. */
  readonly root: JsonNode | undefined;
  readonly problem: (Span & { readonly detail: string }) | undefined;
}

interface Reader {
  readonly text: string;
  at: number;
  depth: number;
  problem: JsonText["problem"];
}

const deepest = 400;

/** Reads the whole text as one value. */
export function readJson(text: string): JsonText {
  const reader: Reader = { text, at: text.startsWith("\ufeff") ? 1 : 0, depth: 0, problem: undefined };
  const root = readValue(reader);
  skipSpace(reader);
  if (reader.at < text.length) fail(reader, "Nothing may follow the value.");
  return { root, problem: reader.problem };
}

function readValue(reader: Reader): JsonNode | undefined {
  skipSpace(reader);
  if (reader.depth >= deepest) {
    fail(reader, "The values are nested too deeply.");
    return undefined;
  }
  switch (reader.text.charAt(reader.at)) {
    case "{":
      return nested(reader, readObject);
    case "[":
      return nested(reader, readArray);
    case '"':
      return readString(reader);
    default:
      return readWord(reader);
  }
}

function nested<T>(reader: Reader, read: (reader: Reader) => T): T {
  reader.depth++;
  const value = read(reader);
  reader.depth--;
  return value;
}

function readObject(reader: Reader): JsonObject {
  const start = reader.at++;
  const properties: JsonProperty[] = [];
  const closed = readList(reader, "}", () => {
    const property = readProperty(reader);
    if (property) properties.push(property);
  });
  return { kind: "object", properties, closed, start, end: reader.at };
}

function readProperty(reader: Reader): JsonProperty | undefined {
  skipSpace(reader);
  if (reader.text.charAt(reader.at) !== '"') {
    fail(reader, "A property begins with a name in quotes.");
    return undefined;
  }
  const key = readString(reader);
  skipSpace(reader);
  const colon = { start: reader.at, end: reader.at + 1 };
  if (!key || !take(reader, ":")) {
    fail(reader, "A colon belongs between name and value.");
    return undefined;
  }
  const value = readValue(reader);
  return value && { key, colon, value };
}

function readArray(reader: Reader): JsonArray {
  const start = reader.at++;
  const elements: JsonNode[] = [];
  const closed = readList(reader, "]", () => {
    const element = readValue(reader);
    if (element) elements.push(element);
  });
  return { kind: "array", elements, closed, start, end: reader.at };
}

/** Items between commas, up to the closing bracket or the first mistake. */
function readList(reader: Reader, close: string, readItem: () => void): boolean {
  skipSpace(reader);
  if (take(reader, close)) return true;
  for (;;) {
    readItem();
    skipSpace(reader);
    if (reader.problem) return false;
    if (take(reader, close)) return true;
    if (!take(reader, ",")) {
      fail(reader, `A comma or "${close}" belongs here.`);
      return false;
    }
  }
}

const plain = /[^"\\\u0000-\u001f]*/y;
const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

function readString(reader: Reader): JsonString | undefined {
  const { text } = reader;
  const start = reader.at++;
  let value = "";
  let offsets: number[] | undefined;
  for (;;) {
    plain.lastIndex = reader.at;
    const run = plain.exec(text)?.[0] ?? "";
    for (let index = 0; offsets && index < run.length; index++) offsets.push(reader.at + index);
    value += run;
    reader.at += run.length;
    if (take(reader, '"')) break;
    const escaped = readEscape(reader);
    if (!escaped) {
      fail(reader, "The string does not end, or has a character that needs an escape.");
      return undefined;
    }
    offsets ??= codeUnits(value.length, start + 1);
    offsets.push(reader.at);
    value += escaped.character;
    reader.at += escaped.length;
  }
  offsets?.push(reader.at - 1);
  return { kind: "string", value, offsets, start, end: reader.at };
}

function codeUnits(length: number, from: number): number[] {
  return Array.from({ length }, (_, index) => from + index);
}

function readEscape({
  text,
  at,
}: Reader): { readonly character: string; readonly length: number } | undefined {
  if (text.charAt(at) !== "\\") return undefined;
  const letter = text.charAt(at + 1);
  const character = escapes.get(letter);
  if (character !== undefined) return { character, length: 2 };
  const digits = /^[0-9a-fA-F]{4}$/.exec(text.slice(at + 2, at + 6))?.[0];
  return letter === "u" && digits !== undefined
    ? { character: String.fromCharCode(Number.parseInt(digits, 16)), length: 6 }
    : undefined;
}

const word = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function readWord(reader: Reader): JsonNode | undefined {
  word.lastIndex = reader.at;
  const text = word.exec(reader.text)?.[0];
  if (text === undefined) {
    fail(reader, "A value belongs here.");
    return undefined;
  }
  const start = reader.at;
  reader.at += text.length;
  const span = { start, end: reader.at };
  switch (text) {
    case "true":
    case "false":
      return { kind: "bool", value: text === "true", ...span };
    case "null":
      return { kind: "null", ...span };
    default:
      return { kind: "number", text, ...span };
  }
}

function take(reader: Reader, character: string): boolean {
  if (reader.text.charAt(reader.at) !== character) return false;
  reader.at++;
  return true;
}

function skipSpace(reader: Reader): void {
  while (" \t\n\r".includes(reader.text.charAt(reader.at) || "x")) reader.at++;
}

/** Only the first mistake counts. */
function fail(reader: Reader, detail: string): void {
  const start = Math.min(reader.at, Math.max(0, reader.text.length - 1));
  reader.problem ??= { start, end: Math.min(start + 1, reader.text.length), detail };
}
