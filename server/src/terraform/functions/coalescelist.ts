/** `coalescelist(list, …)`: https://developer.hashicorp.com/terraform/language/functions/coalescelist */
import type { FunctionDefinition } from "./definition.ts";
import { dynamicType } from "../type.ts";
import { isBareNull, typeOf } from "../value.ts";
import { anything } from "./parameters.ts";
import { failure, undecided } from "./result.ts";

export const coalescelist: FunctionDefinition = {
  parameters: [],
  rest: anything("vals"),
  result: dynamicType,
  call(args) {
    if (args.count === 0) return failure("at least one argument is required");
    const kinds = args.values.map((value) => typeOf(value).kind);
    if (kinds.some((kind) => kind !== "list" && kind !== "tuple" && kind !== "dynamic")) {
      return failure("coalescelist arguments must be lists or tuples");
    }
    const open = args.values.findIndex((value) => value.kind === "unknown" || value.kind === "reference");
    const checked = open < 0 ? args.values : args.values.slice(0, open);
    if (checked.some(isBareNull)) return failure("coalescelist arguments must be lists or tuples");
    for (const value of args.values) {
      if (value.kind === "unknown" || value.kind === "reference") return undecided([value], dynamicType);
      if ("elements" in value && value.elements.length > 0) return value;
    }
    return failure("no non-null arguments");
  },
};
