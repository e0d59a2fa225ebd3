/** `condition ? then : otherwise`. Terraform gives both results one type, even the one it drops. */
import type { Conditional } from "../../hcl/ast.ts";
import type { Location } from "../../base/location.ts";
import type { Scope } from "../scope.ts";
import type { Type } from "../type.ts";
import type { Value } from "../value.ts";
import type { Evaluate } from "./evaluator.ts";
import { between } from "../choice.ts";
import { convert } from "../convert.ts";
import { equal } from "../equal.ts";
import { boolType, dynamicType, sameType } from "../type.ts";
import { unify } from "../unify.ts";
import { errorValue, firstUnknown, isBareNull, isError, typeOf, unknownValue } from "../value.ts";
import { locationOf } from "./location.ts";

export function evaluateConditional(node: Conditional, scope: Scope, evaluate: Evaluate): Value {
  const { failures } = scope.budget;
  const before = failures.length;
  const then = evaluate(node.then, scope);
  const thenFailures = failures.splice(before);
  const otherwise = evaluate(node.otherwise, scope);
  const otherwiseFailures = failures.splice(before);
  const condition = evaluate(node.condition, scope);
  const value = choose(condition, then, otherwise, locationOf(node, scope));
  const decided = convert(condition, boolType);
  if (decided.kind === "bool") failures.push(...(decided.value ? thenFailures : otherwiseFailures));
  return value;
}

/** What a condition makes of two values; also for `%{ if }`. */
export function choose(condition: Value, then: Value, otherwise: Value, at: Location): Value {
  const type = commonType(then, otherwise);
  if (type === undefined) {
    return errorValue("The true and false result expressions must have consistent types.", at);
  }
  if (isError(condition)) return { ...condition, type };
  if (condition.kind === "null") return refuse("The condition value is null.", type, at);
  const decided = convert(condition, boolType);
  if (isError(decided)) return refuse("The condition expression must be of type bool.", type, at);
  if (decided.kind === "bool") return settle(decided.value ? then : otherwise, type);
  if (equal(then, otherwise) === true && sameType(typeOf(then), typeOf(otherwise))) return then;
  const reason = firstUnknown(decided) ?? { kind: "known after apply", subject: "", at };
  return between(unknownValue(reason, type, [at]), condition, settle(then, type), settle(otherwise, type));
}

function refuse(message: string, type: Type, at: Location): Value {
  return unknownValue({ kind: "error", message, at }, type);
}

/** `dynamic` where one result is not known well enough to tell; undefined where the types cannot agree. */
function commonType(then: Value, otherwise: Value): Type | undefined {
  const [a, b] = [typeOf(then), typeOf(otherwise)];
  if (isBareNull(then)) return b;
  if (isBareNull(otherwise)) return a;
  if (a.kind === "dynamic" || b.kind === "dynamic") return dynamicType;
  return unify([a, b]);
}

function settle(value: Value, type: Type): Value {
  return type.kind === "dynamic" || isError(value) ? value : convert(value, type);
}
