/** `coalesce(value, …)`: https://developer.hashicorp.com/terraform/language/functions/coalesce */
import type { FunctionDefinition } from "./definition.ts";
import type { Type } from "../type.ts";
import { between } from "../choice.ts";
import { convert } from "../convert.ts";
import { mayBeEmpty, mayBeNull } from "../equal.ts";
import { symbolText } from "../symbolText.ts";
import { boolType, dynamicType } from "../type.ts";
import { unify } from "../unify.ts";
import { asKnownString, firstUnknown, isError, typeOf, unknownValue, type Value } from "../value.ts";
import { anything } from "./parameters.ts";
import { failure } from "./result.ts";

export const coalesce: FunctionDefinition = {
  parameters: [],
  rest: anything("vals"),
  result: dynamicType,
  call(args) {
    const type = unify(args.values.map(typeOf));
    return type === undefined ? failure("all arguments must have the same type") : firstOf(args.values, type);
  },
};

function firstOf([given, ...others]: readonly Value[], type: Type): Value {
  if (!given) return failure("no non-null, non-empty-string arguments");
  const value = convert(given, type);
  const isEmpty = type.kind === "string" && asKnownString(value) === "";
  // Terraform skips what it cannot convert.
  if (isError(value) || value.kind === "null" || isEmpty) return firstOf(others, type);
  return mayBeSkipped(value) ? eitherOf(value, others, type) : value;
}

/** An open value may be null, or an empty string. */
function mayBeSkipped(value: Value): boolean {
  return value.kind === "string" ? mayBeEmpty(value) : mayBeNull(value) || value.kind === "reference";
}

/** The value if it is there, and else one of the others; where there are none it has to be there. */
function eitherOf(value: Value, others: readonly Value[], type: Type): Value {
  const reason = firstUnknown(value) ?? { kind: "known after apply", subject: "", at: undefined };
  const whole = unknownValue(reason, type);
  const name = symbolText(value);
  const symbol = name === undefined ? undefined : { id: `(${name} is set)`, type: boolType };
  const otherwise = firstOf(others, type);
  if (isError(otherwise)) return value;
  return between(whole, unknownValue(reason, boolType, undefined, symbol), value, otherwise);
}
