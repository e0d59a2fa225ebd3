/** Values of a module as parts of a policy: every part keeps the place that a person would change. */
import { assertNever } from "../../base/assertNever.ts";
import type { Location } from "../../base/location.ts";
import type { Choice } from "../../iam/choice.ts";
import { listed } from "../../iam/elements.ts";
import { loopedItem } from "../../iam/answers.ts";
import { appendString, appendText, symbolic, type Segment, type SymbolicString } from "../../iam/symbolic.ts";
import type { ObjectEntry, UnknownValue as IamUnknown, Value } from "../../iam/value.ts";
import { toDouble } from "../../terraform/bigFloat.ts";
import { choiceOf, conditionId } from "../../terraform/choice.ts";
import { withoutErrors } from "../../terraform/refusedChoices.ts";
import { decodeJson, slipInJson } from "../../terraform/formats/jsonDecode.ts";
import { areApart } from "../../terraform/parts.ts";
import { isDecodedJson } from "../../terraform/symbolNames.ts";
import { sequenceOfStandIns } from "../../terraform/standIns.ts";
import {
  firstUnknown,
  knownText,
  type Choice as ModuleChoice,
  type StringPart,
  type StringValue,
  type SymbolPart,
  type UnknownPart,
  type UnknownReason,
  type UnknownValue,
  type Value as ModuleValue,
} from "../../terraform/value.ts";
import { elsewhere, renameValue } from "./elsewhere.ts";
import { splitLines } from "./literalLines.ts";
import { spaceBefore } from "./spaceBefore.ts";
import type { PolicyReader } from "./reader.ts";
import { reasonInWords } from "./reasons.ts";
import { openSymbol } from "./shapes.ts";

export function readValue(reader: PolicyReader, value: ModuleValue): Value {
  const origin = value.origins[0];
  switch (value.kind) {
    case "null":
      return { kind: "null", origin };
    case "bool":
      return { kind: "bool", value: value.value, origin };
    case "number":
      return { kind: "number", value: toDouble(value.value), origin };
    case "string":
      return readString(reader, value);
    case "list":
    case "set":
    case "tuple":
      return { kind: "list", items: value.elements.map(reader.value), origin };
    case "map":
    case "object":
      return { kind: "object", entries: entriesOf(reader, value), origin };
    case "reference":
      return unknown(value.reason, origin);
    case "unknown":
      return readUnknown(reader, value);
    default:
      return assertNever(value);
  }
}

/** Text with a part that is one of two is one of two texts. */
function readString(reader: PolicyReader, value: StringValue): Value {
  const origin = value.origins[0];
  const choice = choiceOf(value);
  const reason = choice && firstUnknown(value);
  return reason
    ? { ...unknown(reason, origin), choice: readChoice(reader, choice) }
    : { kind: "string", value: reader.string(value.parts), origin };
}

function entriesOf(
  reader: PolicyReader,
  value: ModuleValue & { kind: "map" | "object" },
): readonly ObjectEntry[] {
  const known = [...value.entries].map(([key, entry]) => ({
    key: symbolic`${key}`,
    keyOrigin: value.keyOrigins.get(key),
    value: reader.value(entry),
  }));
  const loose = value.kind === "object" ? value.looseEntries : [];
  return [...known, ...loose.map(({ key, value: entry }) => looseEntry(reader, key, entry))];
}

function looseEntry(reader: PolicyReader, key: ModuleValue, value: ModuleValue): ObjectEntry {
  return { key: textOfKey(reader, key), keyOrigin: key.origins[0], value: reader.value(value) };
}

function textOfKey(reader: PolicyReader, key: ModuleValue): SymbolicString {
  if (key.kind === "string") return reader.string(key.parts);
  return "reason" in key ? nameless(key.reason) : [openSymbol("a key", "a key")];
}

/** A symbol that is a string, or one that stands for decoded JSON; everything else may be anything. */
function readUnknown(reader: PolicyReader, value: UnknownValue): Value {
  const { symbol, reason, origins } = value;
  const origin = origins[0];
  const decoded = symbol && readDecoded(reader, symbol.id);
  if (decoded) return decoded.origin ? decoded : { ...decoded, origin };
  const standIns = sequenceOfStandIns(value);
  if (standIns) {
    const items = standIns.map(({ value: item, under }) =>
      under.length === 0 ? reader.value(item) : loopedItem(under, reader.value(item), origin),
    );
    return { kind: "list", items, origin };
  }
  if (value.choice) return readEither(reader, value, value.choice);
  if (value.segments) {
    const parts = value.segments.map(reader.value);
    return { kind: "list", items: parts.flatMap((part) => itemsOf(part, reason)), origin };
  }
  if (value.merged) return readMerged(reader, value.merged, origin) ?? unknown(reason, origin);
  if (symbol === undefined) return unknown(reason, origin);
  const there = elsewhere(reader.view, symbol.id);
  if (there) {
    const read = reader.in(there.view).value({ ...value, symbol: { ...symbol, id: there.id } });
    return renameValue(read, there.back);
  }
  const text = reader.symbol(symbol);
  return text === undefined ? unknown(reason, origin) : { kind: "string", value: text, origin };
}

function readEither(reader: PolicyReader, value: UnknownValue, choice: ModuleChoice): Value {
  const sound = withoutErrors(value);
  return sound === value
    ? { ...unknown(value.reason, value.origins[0]), choice: readChoice(reader, choice) }
    : reader.value(sound);
}

function readChoice(reader: PolicyReader, { condition, then, otherwise }: ModuleChoice): Choice<Value> {
  return {
    condition: conditionId(condition),
    then: [reader.value(then)],
    otherwise: [reader.value(otherwise)],
  };
}

/** Undefined where it is not known which keys there are. */
function readMerged(
  reader: PolicyReader,
  merged: readonly ModuleValue[],
  origin: Location | undefined,
): Value | undefined {
  const entries = new Map<string, ObjectEntry>();
  for (const part of merged.map(reader.value)) {
    if (part.kind !== "object") return undefined;
    for (const entry of part.entries) {
      const key = concatText(entry.key);
      if (key === undefined) return undefined;
      entries.set(key, entry);
    }
  }
  return { kind: "object", entries: [...entries.values()], origin };
}

/** What `flatten` was given may be an item instead of a list of them. */
function itemsOf(segment: Value, reason: UnknownReason): readonly Value[] {
  const isItem = segment.kind === "object" || segment.kind === "string";
  return isItem || segment.kind === "list" || segment.kind === "unknown"
    ? listed(segment)
    : [unknown(reason, segment.origin)];
}

/** `jsondecode(x)` with steps behind it. */
function readDecoded(reader: PolicyReader, id: string): Value | undefined {
  if (!isDecodedJson(id)) return undefined;
  const there = elsewhere(reader.view, id);
  if (there) {
    const read = readDecoded(reader.in(there.view), there.id);
    return read && renameValue(read, there.back);
  }
  const [, inner, steps = ""] = decodedForm.exec(id) ?? [];
  const document = inner === undefined ? undefined : reader.document(inner);
  const keys = [...steps.matchAll(stepForm)].map(([, name, index, all]) => all ?? name ?? Number(index));
  return document && keys.reduce<Value | undefined>(step, document);
}

const decodedForm = /^jsondecode\((.*)\)((?:\.[\w-]+|\[(?:\d+|\*|each)\])*)$/s;
/** `.name`, `[0]`, and both ways to say all elements of a list. */
const stepForm = /\.([\w-]+)|\[(\d+)\]|(\[\*\]|\[each\])/g;

/** What is one of several is not gone into. */
function step(value: Value | undefined, key: string | number): Value | undefined {
  if (value?.kind === "unknown") return value.choice ? undefined : value;
  if (value?.kind === "list") {
    if (typeof key === "string") return key.startsWith("[") ? value : undefined;
    return value.items.slice(0, key + 1).some(({ kind }) => kind === "unknown")
      ? undefined
      : value.items[key];
  }
  return value?.kind === "object"
    ? value.entries.find((entry) => concatText(entry.key) === key)?.value
    : undefined;
}

function concatText(text: SymbolicString): string | undefined {
  const [first, ...rest] = text;
  return first?.kind === "literal" && rest.length === 0 ? first.text : undefined;
}

/** Strings of the module: symbols by what they stand for; text without a name is a new symbol each time. */
export function stringReader(textOfSymbol: PolicyReader["text"]): PolicyReader["string"] {
  const textOf = (part: SymbolPart | UnknownPart): SymbolicString =>
    part.kind === "symbol" ? textOfSymbol(part.symbol.id) : nameless(part.reason);
  const segmentOf = (part: StringPart): Segment | undefined =>
    part.kind === "literal" ? part : onlySegment(textOf(part));
  const joined = (parts: readonly StringPart[]): SymbolicString => {
    const result: Segment[] = [];
    for (const part of parts) {
      if (part.kind === "literal") appendText(result, part.text);
      else appendString(result, textOf(part));
    }
    return result;
  };
  return (parts) => {
    const segments = parts.map(segmentOf);
    return areApart(segments) ? segments : joined(parts);
  };
}

function onlySegment(text: SymbolicString): Segment | undefined {
  return text.length === 1 ? text[0] : undefined;
}

/** Counts on, so that no two texts without a name are ever taken for one. */
let namelessCount = 0;

function nameless(reason: UnknownReason): SymbolicString {
  namelessCount++;
  return [openSymbol(`unknown ${namelessCount}`, `a text that is not known: ${reasonInWords(reason)}`)];
}

/**
 * JSON text, written out, encoded or handed on. What is no JSON stays a string, for the policy's reader to refuse, and
 * so does a key that is there twice; but where Terraform decodes the text, the later one replaces the other, and white
 * space may stand before it.
 */
export function readJson(reader: PolicyReader, written: ModuleValue, decodedBy: "IAM" | "Terraform"): Value {
  const text = withoutErrors(written);
  const read = readJsonText(reader, text, decodedBy);
  if (decodedBy === "Terraform" || text.kind !== "string" || text.isEncoded || read.kind === "string")
    return read;
  const slip = spaceBefore(reader.view, text.parts);
  return slip ? { ...read, slip } : read;
}

function readJsonText(reader: PolicyReader, text: ModuleValue, decodedBy: "IAM" | "Terraform"): Value {
  const origin = text.origins[0];
  const eitherOf = ({ condition, then, otherwise }: ModuleChoice, reason: UnknownReason): Value => {
    const read = (one: ModuleValue): readonly Value[] => [readJson(reader, one, decodedBy)];
    const choice = { condition: conditionId(condition), then: read(then), otherwise: read(otherwise) };
    return { ...unknown(reason, origin), choice };
  };
  if (text.kind === "unknown" && text.choice) return eitherOf(text.choice, text.reason);
  if (text.kind === "unknown") {
    const document = text.symbol && reader.document(text.symbol.id);
    return document ?? unknown(text.reason, origin);
  }
  if (text.kind !== "string") return reader.value(text);
  if (text.json !== undefined) return reader.value(text.json);
  const whole = wholeSymbol(text.parts);
  if (whole !== undefined) {
    return reader.document(whole.symbol.id) ?? unknown(whole.reason, origin);
  }
  const lines = splitLines(reader.view, text.parts);
  const decoded = decodeJson(lines, decodedBy === "IAM" ? "kept" : "replaces");
  if (decoded !== undefined) return reader.value(decoded);
  const [choice, open] = [choiceOf(text), firstUnknown(text)];
  if (choice && open) return eitherOf(choice, open);
  const slip = isMeantAsJson(text.parts) ? slipInJson(lines) : undefined;
  if (slip) return { kind: "string", value: reader.string(text.parts), origin, slip };
  const reason = knownText(text.parts) === undefined ? firstUnknown(text) : undefined;
  return reason ? unknown(reason, origin) : reader.value(text);
}

/** Other text is no slip: it is something else. */
function isMeantAsJson([first]: readonly StringPart[]): boolean {
  return first?.kind === "literal" && /^\s*[{[]/.test(first.text);
}

function wholeSymbol(parts: readonly StringPart[]) {
  const [only] = parts.filter((part) => part.kind !== "literal" || /\S/.test(part.text));
  const rest = parts.filter((part) => part.kind !== "literal" || /\S/.test(part.text)).slice(1);
  return rest.length === 0 && only?.kind === "symbol" ? only : undefined;
}

export function unknown(reason: UnknownReason, origin: Location | undefined): IamUnknown {
  return { kind: "unknown", reason: reasonInWords(reason), origin: origin ?? reason.at };
}
