/** `source[*].name` and `source.*.name`. */
import type { Splat } from "../../hcl/ast.ts";
import type { Scope } from "../scope.ts";
import type { UnknownValue, Value } from "../value.ts";
import type { Evaluate } from "./evaluator.ts";
import { childScope } from "../scope.ts";
import { mayBeNull } from "../equal.ts";
import { sequenceOfStandIns } from "../standIns.ts";
import { dynamicType } from "../type.ts";
import { errorValue, firstUnknown, isError, listValue, tupleValue, typeOf, unknownValue } from "../value.ts";
import { locationOf } from "./location.ts";
import { splatItemName } from "./traversal.ts";

export function evaluateSplat(splat: Splat, scope: Scope, evaluate: Evaluate): Value {
  const source = evaluate(splat.source, scope);
  const at = locationOf(splat, scope);
  if (source.kind === "null") return splatOfNull(source, at);
  const each = (item: Value): Value =>
    evaluate(splat.each, childScope(scope, new Map([[splatItemName, item]])));
  if (source.kind === "unknown") return isError(source) ? source : splatOfUnknown(source, each);
  if (!("elements" in source)) return splatOfSingle(source, each);
  const results = source.elements.map(each);
  return source.kind === "tuple"
    ? tupleValue(results, source.origins)
    : listValue(results[0] ? typeOf(results[0]) : dynamicType, results, source.origins);
}

function splatOfNull(source: Value & { kind: "null" }, at: ReturnType<typeof locationOf>): Value {
  const isSequence =
    source.type.kind === "list" || source.type.kind === "set" || source.type.kind === "tuple";
  return isSequence
    ? errorValue("Splat expressions cannot be applied to null sequences.", at)
    : tupleValue([], source.origins);
}

/** Whether it is a sequence is not known, but the steps may name something: `x[*].arn` stays a symbol. */
function splatOfUnknown(source: UnknownValue, each: (item: Value) => Value): Value {
  const symbol = source.symbol && { id: `${source.symbol.id}[*]`, type: dynamicType };
  const whole = unknownValue(source.reason, dynamicType, source.origins, symbol);
  const standIns = sequenceOfStandIns(source);
  if (!standIns) return whole;
  return { ...whole, standIns: standIns.map((one) => ({ ...one, value: each(one.value) })) };
}

/** Anything that is no sequence is treated as a sequence of one. */
function splatOfSingle(source: Value, each: (item: Value) => Value): Value {
  const result = each(source);
  const reason = mayBeNull(source) ? firstUnknown(source) : undefined;
  return reason === undefined
    ? tupleValue([result], source.origins)
    : unknownValue(reason, dynamicType, source.origins);
}
