/** Values as short text: what is known as it is, symbols in angle brackets, other unknowns as their reason. */
import { numberText } from "../../../server/src/terraform/formatNumber.ts";
import type { Value } from "../../../server/src/terraform/value.ts";

export function showValue(value: Value): string {
  switch (value.kind) {
    case "null":
      return "null";
    case "bool":
      return String(value.value);
    case "number":
      return numberText(value.value);
    case "string":
      return value.parts
        .map((part) =>
          part.kind === "literal" ? part.text : part.kind === "symbol" ? `<${part.symbol.id}>` : "?",
        )
        .join("");
    case "list":
    case "set":
    case "tuple":
      return `[${value.elements.map(showValue).join(", ")}]`;
    case "map":
    case "object":
      return `{${[...value.entries].map(([key, entry]) => `${key}: ${showValue(entry)}`).join(", ")}}`;
    case "reference":
      return `<${value.id}>`;
    case "unknown":
      return value.symbol ? `<${value.symbol.id}>` : `(${value.reason.kind})`;
  }
}
