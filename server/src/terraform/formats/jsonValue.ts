/** A value as it is after a way through JSON text, which knows no lists, sets and maps of one type. */
import type { Value } from "../value.ts";
import { nullValue, objectValue, tupleValue } from "../value.ts";

export function asJson(value: Value): Value {
  switch (value.kind) {
    case "null":
      return nullValue(undefined, value.origins);
    case "list":
    case "set":
    case "tuple":
      return tupleValue(value.elements.map(asJson), value.origins);
    case "map":
    case "object": {
      const entries = [...value.entries].map(([key, entry]) => [key, asJson(entry)] as const);
      const loose = value.kind === "object" ? value.looseEntries : [];
      const open = loose.map((entry) => ({ key: entry.key, value: asJson(entry.value) }));
      return objectValue(entries, value.origins, value.keyOrigins, open);
    }
    default:
      return value;
  }
}
