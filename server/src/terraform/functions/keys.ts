/** `keys(map)`: https://developer.hashicorp.com/terraform/language/functions/keys */
import type { FunctionDefinition } from "./definition.ts";
import { dynamicType, stringType } from "../type.ts";
import { listValue, stringValue, tupleValue } from "../value.ts";
import { shaped } from "./parameters.ts";
import { failure } from "./result.ts";

export const keys: FunctionDefinition = {
  parameters: [shaped("inputMap")],
  result: dynamicType,
  call(args) {
    const map = args.value(0);
    if (map.kind !== "map" && map.kind !== "object") return failure("must have map or object type");
    const names = [...map.entries.keys()].map((name) => {
      const origin = map.keyOrigins.get(name);
      return stringValue(name, origin && [origin]);
    });
    return map.kind === "map" ? listValue(stringType, names) : tupleValue(names);
  },
};
