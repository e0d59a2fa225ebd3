/** `[for k, v in c : value if condition]` and `{for k, v in c : key => value... if condition}`. */
import type { Location } from "../../base/location.ts";
import type { Expression, ForExpression } from "../../hcl/ast.ts";
import { walk } from "../../hcl/walk.ts";
import type { Scope } from "../scope.ts";
import type { ErrorReason, LooseEntry, Value } from "../value.ts";
import type { Evaluate } from "./evaluator.ts";
import type { IteratedElement } from "./iterate.ts";
import { convert } from "../convert.ts";
import { childScope, noteFailure } from "../scope.ts";
import { boolType, dynamicType } from "../type.ts";
import {
  asKnownString,
  errorValue,
  firstUnknown,
  isError,
  objectValue,
  tupleValue,
  unknownValue,
} from "../value.ts";
import { asKey } from "./constructors.ts";
import { elementsOf, isElements } from "./iterate.ts";
import { asSequence, standInsOf } from "../standIns.ts";
import { locationOf } from "./location.ts";

export function evaluateFor(node: ForExpression, scope: Scope, evaluate: Evaluate): Value {
  const at = locationOf(node, scope);
  const elements = elementsOf(evaluate(node.collection, scope), at);
  if (!isElements(elements))
    return forStandIns(node, evaluate(node.collection, scope), scope, evaluate) ?? elements;
  const refused = elements.length === 0 ? checkCondition(node, scope, evaluate) : undefined;
  if (refused !== undefined) return refused;
  const kept = keepWanted(node, elements, scope, evaluate);
  if (!Array.isArray(kept)) return kept;
  return node.key === undefined
    ? tupleValue(
        kept.map((inner) => evaluate(node.value, inner)),
        [at],
      )
    : buildObject(node, node.key, kept, at, evaluate);
}

/** Nothing stands for what is the same for all: there may be no element at all. */
function forStandIns(
  node: ForExpression,
  collection: Value,
  scope: Scope,
  evaluate: Evaluate,
): Value | undefined {
  const standIns = standInsOf(collection);
  const { key, value } = node;
  if (!standIns || collection.kind !== "unknown" || node.condition || node.group) return undefined;
  if (!usesElement(node, key ?? value)) return undefined;
  const { reason } = collection;
  const { failures } = scope.budget;
  const before = failures.length;
  const inner = standIns.map((element) => scopeFor(node, element, scope));
  const values = inner.map((each) => ({ key: key && evaluate(key, each), value: evaluate(value, each) }));
  // What fails for an element fails only where there is one.
  failures.length = before;
  return {
    ...unknownValue(reason, dynamicType, [locationOf(node, scope)]),
    standIns: key
      ? values.map((each) => ({ ...each, key: each.key ?? each.value }))
      : asSequence(
          values.map((each) => each.value),
          reason,
        ),
  };
}

function usesElement({ keyName, valueName }: ForExpression, expression: Expression): boolean {
  const names = [keyName?.name, valueName?.name];
  let uses = false;
  walk(expression, (node) => {
    uses ||= node.kind === "Variable" && names.includes(node.name);
  });
  return uses;
}

/** The scopes of the elements that the condition lets through; a value where that is not known. */
function keepWanted(
  node: ForExpression,
  elements: readonly IteratedElement[],
  scope: Scope,
  evaluate: Evaluate,
): Scope[] | Value {
  const kept: Scope[] = [];
  for (const element of elements) {
    const inner = scopeFor(node, element, scope);
    const wanted =
      node.condition === undefined ? true : isWanted(evaluate(node.condition, inner), node, scope);
    if (typeof wanted !== "boolean") return wanted;
    if (wanted) kept.push(inner);
  }
  return kept;
}

/** Terraform looks at the condition even if there is nothing to ask it about. */
function checkCondition(node: ForExpression, scope: Scope, evaluate: Evaluate): Value | undefined {
  if (node.condition === undefined) return undefined;
  const open = unknownValue({ kind: "known after apply", subject: "", at: undefined });
  const condition = evaluate(node.condition, scopeFor(node, { key: open, value: open }, scope));
  const wanted = isWanted(condition, node, scope);
  return typeof wanted !== "boolean" && isError(wanted) ? wanted : undefined;
}

function scopeFor(
  { keyName, valueName }: ForExpression,
  { key, value }: IteratedElement,
  scope: Scope,
): Scope {
  const names = new Map<string, Value>();
  if (keyName !== undefined) names.set(keyName.name, key);
  if (valueName !== undefined) names.set(valueName.name, value);
  return childScope(scope, names);
}

function isWanted(condition: Value, node: ForExpression, scope: Scope): boolean | Value {
  const at = locationOf(node.condition ?? node, scope);
  if (condition.kind === "null") return errorValue("The value of the 'if' clause must not be null.", at);
  const decided = convert(condition, boolType);
  if (decided.kind === "bool") return decided.value;
  if (isError(decided)) return decided;
  return unknownValue(firstUnknown(decided) ?? { kind: "known after apply", subject: "", at }, dynamicType, [
    at,
  ]);
}

function buildObject(
  node: ForExpression,
  keyExpression: NonNullable<ForExpression["key"]>,
  scopes: readonly Scope[],
  at: Location,
  evaluate: Evaluate,
): Value {
  const groups = new Map<string, Value[]>();
  const keyOrigins = new Map<string, Location>();
  const looseEntries: LooseEntry[] = [];
  for (const inner of scopes) {
    const key = asKey(evaluate(keyExpression, inner), locationOf(keyExpression, inner));
    if (isError(key)) return key;
    const value = evaluate(node.value, inner);
    const name = asKnownString(key);
    if (name === undefined) {
      looseEntries.push({ key, value });
      continue;
    }
    const group = groups.get(name) ?? [];
    if (group.length > 0 && node.group === undefined) {
      noteFailure(inner.budget, duplicateKey(name, at));
      continue;
    }
    groups.set(name, [...group, value]);
    if (key.origins[0]) keyOrigins.set(name, key.origins[0]);
  }
  return objectValue(entriesOf(groups, node.group !== undefined, at), [at], keyOrigins, looseEntries);
}

function duplicateKey(name: string, at: Location): ErrorReason {
  return {
    kind: "error",
    message: `Two different items produced the key "${name}" in this 'for' expression.`,
    at,
  };
}

function entriesOf(groups: ReadonlyMap<string, Value[]>, grouped: boolean, at: Location): [string, Value][] {
  return [...groups].flatMap(([name, values]): [string, Value][] => {
    if (grouped) return [[name, tupleValue(values, [at])]];
    return values.map((value) => [name, value]);
  });
}
