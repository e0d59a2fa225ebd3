/** The elements that a `for` runs over, each with its key. */
import type { Location } from "../../base/location.ts";
import type { Value } from "../value.ts";
import { fromInteger } from "../bigFloat.ts";
import { typeName } from "../type.ts";
import { errorValue, isError, numberValue, stringValue, typeOf, unknownValue } from "../value.ts";

export interface IteratedElement {
  readonly key: Value;
  readonly value: Value;
}

/** The elements, or the value to return instead: an error, or unknown. */
export function elementsOf(collection: Value, at: Location): readonly IteratedElement[] | Value {
  if (isError(collection)) return collection;
  switch (collection.kind) {
    case "list":
    case "tuple":
      return collection.elements.map((value, index) => ({ key: numberValue(fromInteger(index)), value }));
    case "set":
      return collection.elements.map((value) => ({ key: value, value }));
    case "map":
    case "object": {
      const loose = collection.kind === "object" ? collection.looseEntries : [];
      return [
        ...[...collection.entries].map(([key, value]) => keyed(key, value, collection.keyOrigins)),
        ...loose,
      ];
    }
    case "unknown":
    case "reference":
      return unknownValue(collection.reason, undefined, collection.origins);
    case "null":
      return errorValue("A null value cannot be used as the collection in a 'for' expression.", at);
    default:
      return errorValue(
        `A value of type ${typeName(typeOf(collection))} cannot be used as the collection in a 'for' expression.`,
        at,
      );
  }
}

function keyed(key: string, value: Value, keyOrigins: ReadonlyMap<string, Location>): IteratedElement {
  const origin = keyOrigins.get(key);
  return { key: stringValue(key, origin && [origin]), value };
}

export function isElements(value: readonly IteratedElement[] | Value): value is readonly IteratedElement[] {
  return Array.isArray(value);
}
