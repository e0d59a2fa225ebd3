/** `zipmap(keys, values)`: https://developer.hashicorp.com/terraform/language/functions/zipmap */
import type { Value } from "../value.ts";
import type { FunctionDefinition } from "./definition.ts";
import { dynamicType, listType, stringType } from "../type.ts";
import { asKnownString, mapValue, objectValue } from "../value.ts";
import { shaped } from "./parameters.ts";
import { failure } from "./result.ts";

export const zipmap: FunctionDefinition = {
  parameters: [{ name: "keys", type: listType(stringType) }, shaped("values")],
  result: dynamicType,
  call(args) {
    const names = args.elements(0);
    const list = args.value(1);
    if (list.kind !== "list" && list.kind !== "tuple")
      return failure("values argument must be a list or tuple value");
    if (names.length !== list.elements.length)
      return failure("number of keys does not match number of values");
    const entries: [string, Value][] = [];
    for (const [position, name] of names.entries()) {
      const key = asKnownString(name);
      if (key === undefined) return failure("keys list has a null value");
      const value = list.elements[position];
      if (value !== undefined) entries.push([key, value]);
    }
    return list.kind === "list" ? mapValue(list.elementType, entries) : objectValue(entries);
  },
};
