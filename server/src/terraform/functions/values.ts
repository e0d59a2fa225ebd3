/** `values(map)`: https://developer.hashicorp.com/terraform/language/functions/values */
import type { FunctionDefinition } from "./definition.ts";
import { dynamicType } from "../type.ts";
import { listValue, tupleValue } from "../value.ts";
import { shaped } from "./parameters.ts";
import { failure } from "./result.ts";

export const values: FunctionDefinition = {
  parameters: [shaped("mapping")],
  result: dynamicType,
  call(args) {
    const map = args.value(0);
    if (map.kind === "map") return listValue(map.elementType, [...map.entries.values()]);
    return map.kind === "object"
      ? tupleValue([...map.entries.values()])
      : failure("values() requires a map as the first argument");
  },
};
