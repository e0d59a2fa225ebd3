/** `lookup(map, key, default)`: https://developer.hashicorp.com/terraform/language/functions/lookup */
import type { FunctionDefinition } from "./definition.ts";
import { convert } from "../convert.ts";
import { dynamicType } from "../type.ts";
import { isError } from "../value.ts";
import { anything, shaped, text } from "./parameters.ts";
import { failure } from "./result.ts";

export const lookup: FunctionDefinition = {
  parameters: [shaped("inputMap"), text("key")],
  rest: anything("default"),
  result: dynamicType,
  call(args) {
    const map = args.value(0);
    if (args.count > 3) return failure("lookup() takes two or three arguments");
    if (map.kind !== "map" && map.kind !== "object")
      return failure("lookup() requires a map as the first argument");
    const fallback = args.count === 3 ? args.value(2) : undefined;
    const converted = fallback && map.kind === "map" ? convert(fallback, map.elementType) : fallback;
    if (converted !== undefined && isError(converted)) {
      return failure("the default value must have the same type as the map elements");
    }
    return (
      map.entries.get(args.text(1)) ?? converted ?? failure(`lookup failed to find key "${args.text(1)}"`)
    );
  },
};
