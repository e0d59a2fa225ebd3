/** The same value with other names for its symbols, as another module calls them. */
import { assertNever } from "../base/assertNever.ts";
import type { StringPart, StringValue, UnknownPart, UnknownValue, Value } from "./value.ts";

export type Rename = (id: string) => string;

/** Of a module that is the one that looks at it. */
export const sameNames: Rename = (id) => id;

/** Known values come back as they are. */
export function renameSymbols(value: Value, rename: Rename): Value {
  switch (value.kind) {
    case "null":
    case "bool":
    case "number":
      return value;
    case "string":
      return renameInString(value, rename);
    case "list":
    case "set":
    case "tuple":
      return { ...value, elements: value.elements.map((element) => renameSymbols(element, rename)) };
    case "map":
      return { ...value, entries: renameEntries(value.entries, rename) };
    case "object":
      return {
        ...value,
        entries: renameEntries(value.entries, rename),
        looseEntries: value.looseEntries.map((entry) => ({
          key: renameSymbols(entry.key, rename),
          value: renameSymbols(entry.value, rename),
        })),
      };
    case "reference":
      return { ...value, id: rename(value.id), attributes: renameEntries(value.attributes, rename) };
    case "unknown":
      return renameInUnknown(value, rename);
    default:
      return assertNever(value);
  }
}

function renameInUnknown(value: UnknownValue, rename: Rename): UnknownValue {
  const { symbol, standIns, choice, segments, merged } = value;
  const inside = (one: Value): Value => renameSymbols(one, rename);
  return {
    ...value,
    symbol: symbol && { ...symbol, id: rename(symbol.id) },
    ...(standIns && {
      standIns: standIns.map(({ key, value, under }) => ({
        key: inside(key),
        value: inside(value),
        under: under.map(rename),
      })),
    }),
    ...(choice && {
      choice: {
        condition: renameCondition(choice.condition, rename),
        then: inside(choice.then),
        otherwise: inside(choice.otherwise),
      },
    }),
    ...(segments && { segments: segments.map(inside) }),
    ...(merged && { merged: merged.map(inside) }),
  };
}

/** One without a name is another one in each module. */
function renameCondition(condition: Value, rename: Rename): Value {
  return { ...renameSymbols(condition, rename) };
}

function renameInString(value: StringValue, rename: Rename): StringValue {
  const { json } = value;
  if (!json && value.parts.every(hasNoNames)) return value;
  const parts = value.parts.map((part) => renamePart(part, rename));
  return json ? { ...value, parts, json: renameSymbols(json, rename) } : { ...value, parts };
}

function renamePart(part: StringPart, rename: Rename): StringPart {
  if (part.kind === "literal") return part;
  const json = part.json && { json: renameSymbols(part.json, rename) };
  if (part.kind === "unknown") return { ...part, ...json, ...renameTexts(part, rename) };
  return { ...part, ...json, symbol: { ...part.symbol, id: rename(part.symbol.id) } };
}

function renameTexts({ choice }: UnknownPart, rename: Rename): Pick<UnknownPart, "choice"> {
  if (!choice) return {};
  const { condition, then, otherwise } = choice;
  return {
    choice: {
      condition: renameCondition(condition, rename),
      then: renameInString(then, rename),
      otherwise: renameInString(otherwise, rename),
    },
  };
}

function hasNoNames(part: StringPart): boolean {
  return part.kind === "literal" || (part.kind === "unknown" && !part.json && !part.choice);
}

function renameEntries(entries: ReadonlyMap<string, Value>, rename: Rename): ReadonlyMap<string, Value> {
  return new Map([...entries].map(([key, value]) => [key, renameSymbols(value, rename)]));
}
