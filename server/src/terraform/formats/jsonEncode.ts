/** Values as JSON text, written as Go's encoder writes it; symbols stay parts of the text. */
import type { StringPart, Value } from "../value.ts";
import { withoutTexts } from "../choice.ts";
import { numberText } from "../formatNumber.ts";
import { joinLiterals } from "../parts.ts";
import { literalPart } from "../value.ts";

/** The text without white space, keys in order. */
export function jsonParts(value: Value): readonly StringPart[] {
  const parts: StringPart[] = [];
  write(value, parts);
  return joinLiterals(parts);
}

function write(value: Value, parts: StringPart[]): void {
  switch (value.kind) {
    case "null":
      parts.push(literalPart("null"));
      return;
    case "bool":
      parts.push(literalPart(String(value.value)));
      return;
    case "number":
      parts.push(literalPart(numberText(value.value)));
      return;
    case "string":
      writeString(value.parts, parts);
      return;
    case "list":
    case "set":
    case "tuple":
      writeElements(value.elements, parts);
      return;
    case "map":
    case "object":
      writeEntries(value, parts);
      return;
    case "unknown":
      parts.push(openPart(value));
      return;
    case "reference":
      parts.push({ kind: "unknown", reason: value.reason, origin: value.origins[0] });
  }
}

/** A symbol that is no string stands for its own JSON text. */
function openPart(value: Value & { kind: "unknown" }): StringPart {
  const origin = value.origins[0];
  if (value.symbol === undefined) return { kind: "unknown", reason: value.reason, origin, json: value };
  const symbol = { id: `jsonencode(${value.symbol.id})`, type: { kind: "string" } } as const;
  return { kind: "symbol", symbol, reason: value.reason, origin, json: value };
}

function writeString(text: readonly StringPart[], parts: StringPart[]): void {
  parts.push(literalPart('"'));
  for (const part of text) parts.push(escapedPart(part));
  parts.push(literalPart('"'));
}

function escapedPart(part: StringPart): StringPart {
  if (part.kind === "literal") return literalPart(escape(part.text));
  return part.kind === "unknown" && part.choice ? withoutTexts(part) : part;
}

function writeElements(elements: readonly Value[], parts: StringPart[]): void {
  parts.push(literalPart("["));
  for (const [index, element] of elements.entries()) {
    if (index > 0) parts.push(literalPart(","));
    write(element, parts);
  }
  parts.push(literalPart("]"));
}

function writeEntries(value: Value & { kind: "map" | "object" }, parts: StringPart[]): void {
  const loose = value.kind === "object" ? value.looseEntries[0] : undefined;
  if (loose !== undefined) {
    // Where the entry would stand among the others is not known.
    const [open] = jsonParts(loose.key).filter((part) => part.kind !== "literal");
    if (open !== undefined) parts.push({ kind: "unknown", reason: open.reason, origin: open.origin });
    return;
  }
  parts.push(literalPart("{"));
  for (const [index, [key, entry]] of [...value.entries].entries()) {
    parts.push(literalPart(`${index > 0 ? "," : ""}"${escape(key)}":`));
    write(entry, parts);
  }
  parts.push(literalPart("}"));
}

const short: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

const special = /["\\\u0000-\u001f<>&\u2028\u2029]/g;

function escape(text: string): string {
  return text.replace(
    special,
    (character) => short[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
