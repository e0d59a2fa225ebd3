/** How a value reads inside the name of a symbol that is made from it. */
import type { StringPart, Value } from "./value.ts";
import { numberText } from "./formatNumber.ts";

/** True where elements that stand for several have a part in the name, so that it is not the name of one value. */
export function standsForSeveral(name: string): boolean {
  return /\banother (?:key|index)\b/.test(name);
}

/** The name of an operand: what it is converted to counts, as `1` and `"1"` are not the same. */
export function operandText(value: Value): string | undefined {
  const text = symbolText(value);
  if (text === undefined || standsForSeveral(text)) return undefined;
  return value.kind === "unknown" ? `${text}: ${value.type.kind}` : text;
}

/** The name of what a function is given: a set has fewer elements than the list that it is made of. */
export function argumentText(value: Value): string | undefined {
  const text = symbolText(value);
  return value.kind === "unknown" && value.type.kind === "set" && text !== undefined
    ? `toset(${text})`
    : text;
}

const not = "!";

/** The name of the opposite of a truth value. */
export function negated(name: string): string {
  return name.startsWith(not) ? name.slice(not.length) : not + name;
}

export function isNegated(name: string): boolean {
  return name.startsWith(not);
}

/** Names that are longer get no further: each step could double them. */
const longestName = 1000;

/** Undefined where the value has no name, so that two mentions of it need not be the same. */
export function symbolText(value: Value): string | undefined {
  const text = nameOf(value);
  return text !== undefined && text.length > longestName ? undefined : text;
}

function nameOf(value: Value): string | undefined {
  switch (value.kind) {
    case "null":
      return "null";
    case "bool":
      return String(value.value);
    case "number":
      return numberText(value.value);
    case "string":
      return stringText(value.parts);
    case "unknown":
      return value.symbol?.id;
    case "reference":
      return value.id;
    case "list":
    case "set":
    case "tuple":
      return bracketed(value.elements.map(symbolText));
    case "map":
    case "object":
      return undefined;
  }
}

function bracketed(texts: readonly (string | undefined)[]): string | undefined {
  return texts.includes(undefined) ? undefined : `[${texts.join(", ")}]`;
}

function stringText(parts: readonly StringPart[]): string | undefined {
  const [only] = parts;
  if (parts.length === 1 && only?.kind === "symbol") return only.symbol.id;
  const texts = parts.map((part) => {
    if (part.kind === "literal")
      return JSON.stringify(part.text)
        .slice(1, -1)
        .replaceAll("${", () => "$${");
    return part.kind === "symbol" ? `\${${part.symbol.id}}` : undefined;
  });
  return texts.includes(undefined) ? undefined : `"${texts.join("")}"`;
}
