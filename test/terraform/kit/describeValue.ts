/** Writes a symbolic value so that a test can be read: symbols as `${id}`, unknowns as `?reason`. */
import { numberText } from "../../../server/src/terraform/formatNumber.ts";
import type { StringPart, Value } from "../../../server/src/terraform/value.ts";

export function describeValue(value: Value): string {
  switch (value.kind) {
    case "null":
      return "null";
    case "bool":
      return String(value.value);
    case "number":
      return numberText(value.value);
    case "string":
      return `"${value.parts.map(describePart).join("")}"`;
    case "list":
    case "set":
      return `${value.kind}(${value.elements.map(describeValue).join(", ")})`;
    case "tuple":
      return `[${value.elements.map(describeValue).join(", ")}]`;
    case "map":
    case "object":
      return describeEntries(value);
    case "reference":
      return `<${value.id}>`;
    case "unknown":
      return value.symbol === undefined ? `?${value.reason.kind}` : `\${${value.symbol.id}}`;
  }
}

function describePart(part: StringPart): string {
  switch (part.kind) {
    case "literal":
      return part.text;
    case "symbol":
      return `\${${part.symbol.id}}`;
    case "unknown":
      return `\${?${part.reason.kind}}`;
  }
}

function describeEntries(value: Value & { kind: "map" | "object" }): string {
  const entries = [...value.entries].map(([key, entry]) => `${key} = ${describeValue(entry)}`);
  const loose = value.kind === "object" ? value.looseEntries : [];
  const open = loose.map(({ key, value: entry }) => `(${describeValue(key)}) = ${describeValue(entry)}`);
  return `${value.kind === "map" ? "map" : ""}{ ${[...entries, ...open].join(", ")} }`;
}
