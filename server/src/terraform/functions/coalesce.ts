/** `coalesce(value, …)`: https://developer.hashicorp.com/terraform/language/functions/coalesce */
import type { FunctionDefinition } from "./definition.ts";
import { convert } from "../convert.ts";
import { mayBeNull } from "../equal.ts";
import { dynamicType } from "../type.ts";
import { unify } from "../unify.ts";
import { asKnownString, isError, typeOf } from "../value.ts";
import { anything } from "./parameters.ts";
import { failure, undecided } from "./result.ts";

export const coalesce: FunctionDefinition = {
  parameters: [],
  rest: anything("vals"),
  result: dynamicType,
  call(args) {
    const type = unify(args.values.map(typeOf));
    if (type === undefined) return failure("all arguments must have the same type");
    for (const given of args.values) {
      const value = convert(given, type);
      // Terraform skips what it cannot convert.
      if (isError(value)) continue;
      const isEmpty = type.kind === "string" && asKnownString(value) === "";
      if (value.kind === "null" || isEmpty) continue;
      return mayBeNull(value) || value.kind === "reference" ? undecided([value], type) : value;
    }
    return failure("no non-null, non-empty-string arguments");
  },
};
