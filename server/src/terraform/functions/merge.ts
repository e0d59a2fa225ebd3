/** `merge(map, …)`: https://developer.hashicorp.com/terraform/language/functions/merge */
import type { Location } from "../../base/location.ts";
import type { MapValue, ObjectValue, Value } from "../value.ts";
import type { FunctionDefinition } from "./definition.ts";
import { dynamicType, sameType } from "../type.ts";
import { mapValue, mergeOrigins, objectValue, typeOf } from "../value.ts";
import { anything } from "./parameters.ts";
import { failure, undecided } from "./result.ts";

export const merge: FunctionDefinition = {
  parameters: [],
  rest: anything("maps"),
  result: dynamicType,
  call(args) {
    const maps: (MapValue | ObjectValue)[] = [];
    let open: Value | undefined;
    for (const value of args.values) {
      if (value.kind === "map" || value.kind === "object") maps.push(value);
      else if (value.kind === "unknown" || value.kind === "reference") open ??= value;
      else if (value.kind !== "null") return failure("arguments must be maps or objects");
      else if (!["dynamic", "map", "object"].includes(value.type.kind)) {
        return failure("arguments must be maps or objects");
      }
    }
    if (open) return withParts(undecided([open], dynamicType), args.values);
    const nulls = args.values.filter((value) => value.kind === "null");
    return mergeAll(maps, nulls.length > 0);
  },
};

function withParts(whole: Value, values: readonly Value[]): Value {
  const merged = values.filter((value) => value.kind !== "null");
  return whole.kind === "unknown" ? { ...whole, merged } : whole;
}

/** Maps of one type stay a map; everything else becomes an object. */
function mergeAll(maps: readonly (MapValue | ObjectValue)[], withNull: boolean): MapValue | ObjectValue {
  const entries = new Map(maps.flatMap((map) => [...map.entries]));
  const origins = mergeOrigins(maps);
  const keyOrigins = new Map<string, Location>(maps.flatMap((map) => [...map.keyOrigins]));
  const [first] = maps;
  const isMap =
    first?.kind === "map" && !withNull && maps.every((map) => sameType(typeOf(map), typeOf(first)));
  if (isMap) return mapValue(first.elementType, entries, origins, keyOrigins);
  const loose = maps.flatMap((map) => (map.kind === "object" ? map.looseEntries : []));
  return objectValue(entries, origins, keyOrigins, loose);
}
