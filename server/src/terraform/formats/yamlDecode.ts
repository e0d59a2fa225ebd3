/**
 * YAML text as values, resolved as Terraform does it: YAML 1.1's booleans, timestamps as strings, merge keys.
 * https://github.com/zclconf/go-cty-yaml
 */
import type { Document, Pair, Scalar } from "yaml";
import type { Value } from "../value.ts";
import { isAlias, isDocument, isMap, isPair, isScalar, isSeq, parseAllDocuments } from "yaml";
import { parseDecimal, fromBigInt } from "../bigFloat.ts";
import { convert } from "../convert.ts";
import { mostElements } from "../scope.ts";
import { stringType } from "../type.ts";
import {
  asKnownString,
  boolValue,
  nullValue,
  numberValue,
  objectValue,
  stringValue,
  tupleValue,
  unknownValue,
} from "../value.ts";
import { timestampText } from "./timestamp.ts";

type Resolve = (node: unknown) => Value | undefined;

/** Undefined where Terraform would refuse the text. */
export function decodeYaml(text: string): Value | undefined {
  const [document, ...others] = readDocuments(text);
  if (document === undefined || others.length > 0) return undefined;
  if (document.errors.length > 0 || document.contents === null) return undefined;
  let budget = mostElements;
  const resolve: Resolve = (node) => {
    if (budget-- <= 0) return undefined;
    if (isAlias(node)) return resolveAlias(node.resolve(document), resolve);
    return decodeNode(node, resolve);
  };
  return resolve(document.contents);
}

/** None where the text is nested too deeply to be read. */
function readDocuments(text: string): readonly Document[] {
  try {
    return [
      ...parseAllDocuments(text, { schema: "failsafe", merge: false, uniqueKeys: false, logLevel: "silent" }),
    ].filter((document) => isDocument(document));
  } catch {
    return [];
  }
}

function resolveAlias(target: unknown, resolve: Resolve): Value | undefined {
  return target === undefined ? undefined : resolve(target);
}

function decodeNode(node: unknown, resolve: Resolve): Value | undefined {
  if (node === null || node === undefined) return nullValue();
  if (isScalar(node)) return decodeScalar(node);
  if (isSeq(node)) {
    const elements = node.items.map(resolve);
    return elements.includes(undefined)
      ? undefined
      : tupleValue(elements.filter((item) => item !== undefined));
  }
  return isMap(node) ? decodeMapping(node.items, resolve) : undefined;
}

function decodeMapping(pairs: readonly Pair[], resolve: Resolve): Value | undefined {
  const entries = new Map<string, Value>();
  for (const pair of pairs) {
    if (!isPair(pair) || !isScalar(pair.key)) return undefined;
    const value = resolve(pair.value);
    if (value === undefined) return undefined;
    if (isMergeKey(pair.key)) {
      if (!mergeInto(entries, value)) return undefined;
      continue;
    }
    const key = decodeScalar(pair.key);
    const name = key && asKnownString(convert(key, stringType));
    if (name === undefined) return undefined;
    entries.set(name, value);
  }
  return objectValue(entries);
}

function isMergeKey(key: Scalar): boolean {
  return key.value === "<<" && key.type === "PLAIN";
}

function mergeInto(entries: Map<string, Value>, value: Value): boolean {
  const sources = value.kind === "tuple" ? value.elements : [value];
  for (const source of sources) {
    if (source.kind !== "object") return false;
    for (const [name, entry] of source.entries) entries.set(name, entry);
  }
  return true;
}

const stringTag = "tag:yaml.org,2002:str";
const tags: ReadonlySet<string> = new Set(
  ["str", "bool", "int", "float", "null", "timestamp"].map((name) => `tag:yaml.org,2002:${name}`),
);

const unsupported = unknownValue({ kind: "unsupported function", subject: "yamldecode", at: undefined });

const words: ReadonlyMap<string, boolean | null> = new Map([
  ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map(
    (word) => [word, true] as const,
  ),
  ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map(
    (word) => [word, false] as const,
  ),
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null] as const),
]);

function decodeScalar(node: Scalar): Value | undefined {
  const text = typeof node.value === "string" ? node.value : (node.source ?? "");
  if (node.tag !== undefined && !tags.has(node.tag)) return undefined;
  if (node.type !== "PLAIN" || node.tag === stringTag) return stringValue(text);
  if (node.tag !== undefined) return unsupported;
  const word = words.get(text);
  if (word === null) return nullValue();
  if (word !== undefined) return boolValue(word);
  return decodePlain(text);
}

const infinite = /^[-+]?\.(?:inf|Inf|INF)$/;
const notNumber = /^\.(?:nan|NaN|NAN)$/;
const integer = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const timestamp =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]| )(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?)?$/;

function decodePlain(text: string): Value | undefined {
  if (infinite.test(text)) return unsupported;
  if (notNumber.test(text)) return undefined;
  const date = timestamp.exec(text);
  if (date !== null) return decodeTimestamp(text, date);
  if (!integer.test(text) && !decimal.test(text)) return stringValue(text);
  const number = parseDecimal(text) ?? (/^0[ox]/.test(text) ? fromBigInt(BigInt(text)) : undefined);
  return number && numberValue(number);
}

/** Written in RFC 3339; what is no date stays as it is. */
function decodeTimestamp(text: string, match: RegExpExecArray): Value {
  const fields = match.slice(1, 7).map((part: string | undefined) => Number(part ?? 0));
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields;
  const zone = match[7] ?? "";
  const hasTime = match[4] !== undefined;
  const spaced = text.includes(" ");
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || hour > 23 || minute > 59 || second > 59 || (hasTime && spaced !== (zone === ""))) {
    return stringValue(text);
  }
  date.setUTCHours(hour, minute, second);
  const offset = zoneMinutes(zone);
  const nanoseconds = BigInt(date.getTime() - offset * 60_000) * 1_000_000n;
  return stringValue(timestampText({ nanoseconds, offset }));
}

function zoneMinutes(zone: string): number {
  if (zone === "" || zone === "Z") return 0;
  const size = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith("-") ? -size : size;
}
