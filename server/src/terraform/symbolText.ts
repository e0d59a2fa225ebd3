/** How a value reads inside the name of a symbol that is made from it. */
import type { StringPart, Value } from "./value.ts";
import { numberText } from "./formatNumber.ts";

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
    if (part.kind === "literal") return JSON.stringify(part.text).slice(1, -1);
    return part.kind === "symbol" ? `\${${part.symbol.id}}` : undefined;
  });
  return texts.includes(undefined) ? undefined : `"${texts.join("")}"`;
}
