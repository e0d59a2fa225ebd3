/** `[a, b]` and `{ key = value }`. */
import type { Location } from "../../base/location.ts";
import type { ObjectConstructor, ObjectItem, TupleConstructor } from "../../hcl/ast.ts";
import type { Scope } from "../scope.ts";
import type { LooseEntry, Value } from "../value.ts";
import type { Evaluate } from "./evaluator.ts";
import { convert } from "../convert.ts";
import { stringType } from "../type.ts";
import { asKnownString, errorValue, isError, objectValue, stringValue, tupleValue } from "../value.ts";
import { locationOf } from "./location.ts";

export function evaluateTuple(node: TupleConstructor, scope: Scope, evaluate: Evaluate): Value {
  const elements = node.elements.map((element) => evaluate(element, scope));
  return tupleValue(elements, [locationOf(node, scope)]);
}

export function evaluateObject(node: ObjectConstructor, scope: Scope, evaluate: Evaluate): Value {
  const entries = new Map<string, Value>();
  const keyOrigins = new Map<string, Location>();
  const looseEntries: LooseEntry[] = [];
  for (const item of node.items) {
    const key = evaluateKey(item, scope, evaluate);
    const value = evaluate(item.value, scope);
    if (isError(key)) return key;
    const name = asKnownString(key);
    if (name === undefined) looseEntries.push({ key, value });
    else {
      entries.set(name, value);
      keyOrigins.set(name, locationOf(item.key, scope));
    }
  }
  return objectValue(entries, [locationOf(node, scope)], keyOrigins, looseEntries);
}

/** A bare name stands for itself; anything else is evaluated. */
function evaluateKey({ key }: ObjectItem, scope: Scope, evaluate: Evaluate): Value {
  const at = locationOf(key, scope);
  if (key.kind === "Variable") return stringValue(key.name, [at]);
  if (key.kind === "BoolLiteral") return stringValue(String(key.value), [at]);
  if (key.kind === "NullLiteral") return stringValue("null", [at]);
  if (key.kind === "GetAttribute")
    return errorValue("An attribute key must be in parentheses or quotes.", at);
  const value = evaluate(key, scope);
  return isError(value) ? value : asKey(value, at);
}

/** The value as the key of an object. */
export function asKey(value: Value, at: Location): Value {
  const key = convert(value, stringType);
  return key.kind === "null" ? errorValue("Can't use a null value as a key.", at) : key;
}
