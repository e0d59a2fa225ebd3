/** `source[*].name` and `source.*.name`. */
import type { Location } from "../../base/location.ts";
import type { Splat } from "../../hcl/ast.ts";
import type { Scope } from "../scope.ts";
import type { UnknownValue, Value } from "../value.ts";
import type { Evaluate } from "./evaluator.ts";
import { mapChoice } from "../choice.ts";
import { childScope } from "../scope.ts";
import { mayBeNull } from "../equal.ts";
import { inOrderOf } from "../segments.ts";
import { sequenceOfStandIns } from "../standIns.ts";
import { symbolText } from "../symbolText.ts";
import { dynamicType } from "../type.ts";
import {
  errorValue,
  firstUnknown,
  isError,
  listValue,
  symbolValue,
  tupleValue,
  typeOf,
  unknownValue,
} from "../value.ts";
import { locationOf } from "./location.ts";
import { splatItemName } from "./traversal.ts";

export function evaluateSplat(splat: Splat, scope: Scope, evaluate: Evaluate): Value {
  const each = (item: Value): Value =>
    evaluate(splat.each, childScope(scope, new Map([[splatItemName, item]])));
  return splatOf(evaluate(splat.source, scope), each, locationOf(splat, scope));
}

function splatOf(source: Value, each: (item: Value) => Value, at: Location): Value {
  if (source.kind === "null") return splatOfNull(source, at);
  if (source.kind === "unknown") return isError(source) ? source : splatOfUnknown(source, each, at);
  if (!("elements" in source)) return splatOfSingle(source, each);
  const results = source.elements.map(each);
  if (source.kind === "tuple") return tupleValue(results, source.origins);
  const type = results[0] ? typeOf(results[0]) : dynamicType;
  return inOrderOf(source, listValue(type, results, source.origins));
}

function splatOfNull(source: Value & { kind: "null" }, at: Location): Value {
  const isSequence =
    source.type.kind === "list" || source.type.kind === "set" || source.type.kind === "tuple";
  return isSequence
    ? errorValue("Splat expressions cannot be applied to null sequences.", at)
    : tupleValue([], source.origins);
}

/** Whether it is a sequence is not known, but the steps may name something: `x[*].arn` stays a symbol. */
function splatOfUnknown(source: UnknownValue, each: (item: Value) => Value, at: Location): Value {
  const { symbol, reason, origins } = source;
  const item = symbol && symbolValue({ id: `${symbol.id}[*]`, type: dynamicType }, reason);
  const name = item && symbolText(each(item));
  const named = name === undefined ? undefined : { id: name, type: dynamicType };
  const whole = unknownValue(reason, dynamicType, origins, named);
  if (source.choice) return mapChoice(whole, source.choice, (one) => splatOf(one, each, at));
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
