/** Writes a value as `terraform console` writes it, so that types are compared too. */
import { numberText } from "../../../server/src/terraform/formatNumber.ts";
import type { Type } from "../../../server/src/terraform/type.ts";
import type { Value } from "../../../server/src/terraform/value.ts";
import { knownText } from "../../../server/src/terraform/value.ts";
import { typeName } from "../../../server/src/terraform/type.ts";

export function formatValue(value: Value, indent = 0): string {
  switch (value.kind) {
    case "null":
      return formatNull(value.type);
    case "bool":
      return String(value.value);
    case "number":
      return numberText(value.value);
    case "string":
      return formatString(knownText(value.parts) ?? "(unknown)", indent);
    case "tuple":
      return formatElements(value.elements, indent);
    case "list":
    case "set":
      return `to${value.kind}(${formatElements(value.elements, indent)})`;
    case "map":
      return `tomap(${formatEntries(value.entries, indent)})`;
    case "object":
      return formatEntries(value.entries, indent);
    default:
      return "(known after apply)";
  }
}

function formatNull(type: Type): string {
  switch (type.kind) {
    case "dynamic":
      return "null";
    case "string":
    case "number":
    case "bool":
      return `to${type.kind}(null)`;
    case "list":
    case "set":
    case "map":
      return `to${type.kind}(null) /* of ${friendlyName(type.element)} */`;
    default:
      return `null /* ${type.kind} */`;
  }
}

function friendlyName(type: Type): string {
  return type.kind === "dynamic" ? "dynamic" : typeName(type);
}

function formatElements(elements: readonly Value[], indent: number): string {
  const inner = " ".repeat(indent + 2);
  const lines = elements.map((element) => `\n${inner}${formatValue(element, indent + 2)},`);
  return `[${lines.join("")}${lines.length > 0 ? `\n${" ".repeat(indent)}` : ""}]`;
}

function formatEntries(entries: ReadonlyMap<string, Value>, indent: number): string {
  const inner = " ".repeat(indent + 2);
  const lines = [...entries].map(
    ([key, entry]) => `\n${inner}${formatString(key, indent + 2)} = ${formatValue(entry, indent + 2)}`,
  );
  return `{${lines.join("")}${lines.length > 0 ? `\n${" ".repeat(indent)}` : ""}}`;
}

function formatString(text: string, indent: number): string {
  const lines = text.split("\n");
  if (lines.length < 2) return quote(text);
  let marker = "EOT";
  while (lines.some((line) => line.trim() === marker)) marker += "_";
  const margin = " ".repeat(indent);
  const body = lines.map((line) => `\n${margin}${line}`).join("");
  return `${indent > 0 ? "<<-" : "<<"}${marker}${body}\n${margin}${marker}`;
}

const short: Readonly<Record<string, string>> = {
  "\x07": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
  '"': '\\"',
  "\\": "\\\\",
};

/** As Go quotes: https://pkg.go.dev/strconv#Quote */
function quote(text: string): string {
  const letters = Array.from(text, (letter) => {
    const known = short[letter];
    if (known !== undefined) return known;
    const code = letter.codePointAt(0) ?? 0;
    if (letter === " " || /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(letter)) return letter;
    const digits = code.toString(16);
    if (code < 0x80) return `\\x${digits.padStart(2, "0")}`;
    return code <= 0xffff ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
  });
  return `"${letters.join("")}"`;
}
