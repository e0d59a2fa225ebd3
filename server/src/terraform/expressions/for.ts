/** `[for k, v in c : value if condition]` and `{for k, v in c : key => value... if condition}`. */
import type { Location } from "../../base/location.ts";
import type { Expression, ForExpression } from "../../hcl/ast.ts";
import { walk } from "../../hcl/walk.ts";
import type { Scope } from "../scope.ts";
import type {
  ErrorReason,
  LooseEntry,
  StandIn,
  UnknownReason,
  UnknownValue,
  Value,
  ValueSymbol,
} from "../value.ts";
import type { Evaluate } from "./evaluator.ts";
import type { IteratedElement } from "./iterate.ts";
import { between, mapChoice } from "../choice.ts";
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
import { inOrderOf, joinSegments } from "../segments.ts";
import { asSequence, mostStandIns, standInsOf } from "../standIns.ts";
import { isDecodedJson, nameOfElements } from "../symbolNames.ts";
import { locationOf } from "./location.ts";

export function evaluateFor(node: ForExpression, scope: Scope, evaluate: Evaluate): Value {
  return forOver(node, evaluate(node.collection, scope), scope, evaluate);
}

function forOver(node: ForExpression, collection: Value, scope: Scope, evaluate: Evaluate): Value {
  const at = locationOf(node, scope);
  const elements = elementsOf(collection, at);
  if (!isElements(elements)) {
    return (
      forParts(node, collection, scope, evaluate) ??
      forStandIns(node, collection, scope, evaluate) ??
      elements
    );
  }
  const refused = elements.length === 0 ? checkCondition(node, scope, evaluate) : undefined;
  if (refused !== undefined) return refused;
  const chosen = chooseElements(node, elements, scope, evaluate);
  if (!Array.isArray(chosen)) return chosen;
  const built = build(node, chosen, at, evaluate);
  return built.kind === "tuple" ? inOrderOf(collection, built) : built;
}

/** The elements that the condition lets through; where that is not known, those that it may. */
function build(node: ForExpression, chosen: readonly Chosen[], at: Location, evaluate: Evaluate): Value {
  const kept = chosen.filter(({ wanted }) => wanted !== false);
  const open = kept.find(isOpen);
  if (!open) {
    const scopes = kept.map(({ inner }) => inner);
    return node.key === undefined
      ? tupleValue(
          scopes.map((inner) => evaluate(node.value, inner)),
          [at],
        )
      : buildObject(node, node.key, scopes, at, evaluate);
  }
  const whole = unknownValue(open.wanted.reason, dynamicType, [open.wanted.at]);
  if (node.key === undefined) {
    return joinSegments(
      whole,
      kept.map((one) => elementOrNone(node, one, evaluate)),
    );
  }
  if (kept.filter(isOpen).length > mostOpen) return whole;
  const where = (wanted: boolean): Value =>
    build(
      node,
      kept.map((one) => (one === open ? { ...one, wanted } : one)),
      at,
      evaluate,
    );
  return between(whole, open.wanted.condition, where(true), where(false));
}

/** Entries of an object of which it is not known whether they are there: each doubles the number of objects. */
const mostOpen = 4;

function isOpen(one: Chosen): one is Chosen & { readonly wanted: OpenCondition } {
  return typeof one.wanted !== "boolean";
}

/** Over a collection that is one of two, or a list that is put together, as over each of them. */
function forParts(
  node: ForExpression,
  collection: Value,
  scope: Scope,
  evaluate: Evaluate,
): Value | undefined {
  if (collection.kind !== "unknown") return undefined;
  const { choice, segments, reason } = collection;
  const whole = unknownValue(reason, dynamicType, [locationOf(node, scope)]);
  const over = (part: Value): Value => forOver(node, part, scope, evaluate);
  const { failures } = scope.budget;
  const before = failures.length;
  const result = choice
    ? mapChoice(whole, choice, over)
    : segments && !node.key && !usesKey(node)
      ? joinSegments(
          whole,
          segments.map((segment) => (mayBeItem(segment) ? whole : over(segment))),
        )
      : undefined;
  // What fails for an element fails only where it is there.
  failures.length = before;
  return result;
}

function forStandIns(
  node: ForExpression,
  collection: Value,
  scope: Scope,
  evaluate: Evaluate,
): Value | undefined {
  const standIns = standInsOf(collection);
  if (!standIns || collection.kind !== "unknown" || node.group) return undefined;
  // Loops inside of one another multiply.
  scope.budget.steps -= standIns.length * stepsPerElement;
  if (standIns.length > mostStandIns || scope.budget.steps <= 0) return undefined;
  const { failures } = scope.budget;
  const before = failures.length;
  const chosen = chooseElements(node, standIns, scope, evaluate);
  const whole = unknownValue(collection.reason, dynamicType, [locationOf(node, scope)]);
  const named = { ...whole, symbol: sameElements(node, collection) };
  const made = Array.isArray(chosen) ? madeOf(node, chosen, standIns, named, evaluate) : undefined;
  // What fails for an element fails only where there is one.
  failures.length = before;
  return made;
}

const stepsPerElement = 200;

/** Of a loop over decoded JSON that hands on each element as it is. */
function sameElements(node: ForExpression, { symbol }: UnknownValue): ValueSymbol | undefined {
  const { key, value, valueName, condition } = node;
  const isSame = !key && !condition && value.kind === "Variable" && value.name === valueName?.name;
  return isSame && symbol && isDecodedJson(symbol.id)
    ? { id: nameOfElements(symbol.id), type: dynamicType }
    : undefined;
}

/** Undefined for a mapping of which it is not known which elements go into it. */
function madeOf(
  node: ForExpression,
  chosen: readonly Chosen[],
  standIns: readonly StandIn[],
  whole: UnknownValue,
  evaluate: Evaluate,
): Value | undefined {
  const made = chosen.flatMap(({ inner, wanted }, index) => {
    if (wanted === false) return [];
    const value = evaluate(node.value, inner);
    const key = node.key ? evaluate(node.key, inner) : value;
    return [{ wanted, standIn: { key, value, under: standIns[index]?.under ?? [] } }];
  });
  if (made.every(({ wanted }) => wanted === true)) {
    const elements = made.map(({ standIn }) => standIn);
    return { ...whole, standIns: node.key ? elements : asSequence(elements, whole.reason) };
  }
  if (node.key) return undefined;
  const parts = made.map(({ wanted, standIn }) => {
    const part: Value = { ...whole, standIns: asSequence([standIn], whole.reason) };
    return typeof wanted === "boolean" ? part : between(whole, wanted.condition, part, tupleValue([]));
  });
  return joinSegments(whole, parts);
}

function usesKey({ keyName, value, condition }: ForExpression): boolean {
  return [value, condition].some((expression) => expression && usesName(expression, [keyName?.name]));
}

function usesName(expression: Expression, names: readonly (string | undefined)[]): boolean {
  let uses = false;
  walk(expression, (node) => {
    uses ||= node.kind === "Variable" && names.includes(node.name);
  });
  return uses;
}

/** What `flatten` was given may be an element itself, or a list of some. */
function mayBeItem(segment: Value): boolean {
  return segment.kind === "unknown" && !segment.choice && !segment.standIns;
}

/** An element with the scope that it is evaluated in, and whether the condition lets it through. */
interface Chosen {
  readonly inner: Scope;
  readonly wanted: boolean | OpenCondition;
}

interface OpenCondition {
  readonly condition: Value;
  readonly reason: UnknownReason;
  readonly at: Location;
}

/** The error where Terraform refuses a condition. */
function chooseElements(
  node: ForExpression,
  elements: readonly IteratedElement[],
  scope: Scope,
  evaluate: Evaluate,
): Chosen[] | Value {
  const chosen: Chosen[] = [];
  for (const element of elements) {
    const inner = scopeFor(node, element, scope);
    const wanted =
      node.condition === undefined ? true : isWanted(evaluate(node.condition, inner), node, scope);
    if (typeof wanted !== "boolean" && "kind" in wanted) return wanted;
    chosen.push({ inner, wanted });
  }
  return chosen;
}

/** Where it is not known whether the element is wanted: a list of it, or an empty one. */
function elementOrNone(node: ForExpression, { inner, wanted }: Chosen, evaluate: Evaluate): Value {
  const value = tupleValue([evaluate(node.value, inner)]);
  if (typeof wanted === "boolean") return value;
  const { condition, reason, at } = wanted;
  return between(unknownValue(reason, dynamicType, [at]), condition, value, tupleValue([]));
}

/** Terraform looks at the condition even if there is nothing to ask it about. */
function checkCondition(node: ForExpression, scope: Scope, evaluate: Evaluate): Value | undefined {
  if (node.condition === undefined) return undefined;
  const open = unknownValue({ kind: "known after apply", subject: "", at: undefined });
  const condition = evaluate(node.condition, scopeFor(node, { key: open, value: open }, scope));
  const wanted = isWanted(condition, node, scope);
  return typeof wanted !== "boolean" && "kind" in wanted ? wanted : undefined;
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

function isWanted(condition: Value, node: ForExpression, scope: Scope): boolean | OpenCondition | Value {
  const at = locationOf(node.condition ?? node, scope);
  if (condition.kind === "null") return errorValue("The value of the 'if' clause must not be null.", at);
  const decided = convert(condition, boolType);
  if (decided.kind === "bool") return decided.value;
  if (isError(decided)) return decided;
  return { condition, reason: firstUnknown(decided) ?? { kind: "known after apply", subject: "", at }, at };
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
