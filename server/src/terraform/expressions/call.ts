/** Function calls: arguments, their conversion, and what becomes of unknown ones. */
import type { Location } from "../../base/location.ts";
import type { FunctionCall } from "../../hcl/ast.ts";
import type { FunctionDefinition, LazyFunction, Parameter } from "../functions/definition.ts";
import type { Scope } from "../scope.ts";
import type { Type } from "../type.ts";
import type { StringPart, UnknownReason, UnknownValue, Value } from "../value.ts";
import type { Evaluate } from "./evaluator.ts";
import { toSafeInteger } from "../bigFloat.ts";
import { overChoices } from "../choice.ts";
import { convert } from "../convert.ts";
import { filePathOf } from "../filePath.ts";
import { Arguments } from "../functions/definition.ts";
import { findFunction } from "../functions/table.ts";
import { dynamicType } from "../type.ts";
import {
  encodedString,
  errorValue,
  firstUnknown,
  isError,
  isWhollyKnown,
  mergeOrigins,
  symbolValue,
  unknownValue,
} from "../value.ts";
import { asSegment, flattenSegments, hasJson, joinSegments } from "../segments.ts";
import { onlyStandIn, standInAt, standInsAfter } from "../standIns.ts";
import { argumentText } from "../symbolText.ts";
import { locationOf } from "./location.ts";

export function evaluateCall(node: FunctionCall, scope: Scope, evaluate: Evaluate): Value {
  const at = locationOf(node, scope);
  const name = node.name.name.replace(/^core::/, "");
  const definition = findFunction(name);
  if (definition === "unknown") return errorValue(`There is no function named "${name}".`, at);
  if (definition === "unsupported" || definition === "not reproducible") {
    for (const arg of node.args) evaluate(arg, scope);
    const kind = definition === "unsupported" ? "unsupported function" : definition;
    return unknownValue({ kind, subject: name, at }, dynamicType);
  }
  if ("evaluateCall" in definition) return evaluateLazily(definition, node, scope, evaluate);
  const { failures } = scope.budget;
  const before = failures.length;
  const given = evaluateArguments(node, scope, evaluate);
  if (!Array.isArray(given)) return given;
  const failed = failures[before];
  const result = overChoices(given, (values) => callWith(name, definition, values, { at, scope, evaluate }));
  if (failed !== undefined && !keepsParts(result)) return unknownValue(failed);
  return withTrace(typed(result, definition.result), given, at);
}

/** What is unknown has at least the type that the function always gives. */
function typed(value: Value, type: Type): Value {
  const isOpen = value.kind === "unknown" && value.type.kind === "dynamic" && !isError(value);
  return isOpen && value.symbol === undefined ? { ...value, type } : value;
}

/** Terraform gives up where an argument has an error; the sound parts of a structure are worth keeping. */
function keepsParts(value: Value): boolean {
  return "elements" in value || "entries" in value || (value.kind === "string" && value.json !== undefined);
}

/** Expanded arguments are values already, so there is nothing left to try. */
function evaluateLazily(
  definition: LazyFunction,
  node: FunctionCall,
  scope: Scope,
  evaluate: Evaluate,
): Value {
  if (node.expand === undefined) return definition.evaluateCall(node, scope, evaluate);
  const given = evaluateArguments(node, scope, evaluate);
  if (!Array.isArray(given)) return given;
  const at = locationOf(node, scope);
  return unknownValue({ kind: "unsupported function", subject: node.name.name, at });
}

/** The values of the arguments, the last one expanded if `...` follows it; or the value to return instead. */
function evaluateArguments(node: FunctionCall, scope: Scope, evaluate: Evaluate): Value[] | Value {
  const values = node.args.map((arg) => evaluate(arg, scope));
  const last = values.at(-1);
  if (node.expand === undefined || last === undefined) return values;
  if (isError(last)) return last;
  if (last.kind === "unknown" || last.kind === "reference") {
    return unknownValue(last.reason, dynamicType, last.origins);
  }
  if (last.kind === "null" || !("elements" in last)) {
    return errorValue("The expanding argument must be a tuple, list, or set.", locationOf(node, scope));
  }
  return [...values.slice(0, -1), ...last.elements];
}

interface Place {
  readonly at: Location;
  readonly scope: Scope;
  readonly evaluate: Evaluate;
}

function callWith(
  name: string,
  definition: FunctionDefinition,
  given: readonly Value[],
  place: Place,
): Value {
  const { parameters, rest } = definition;
  if (given.length < parameters.length) {
    return errorValue(`Function "${name}" needs a value for "${parameters[given.length]?.name ?? ""}".`);
  }
  if (rest === undefined && given.length > parameters.length) {
    return errorValue(`Function "${name}" expects only ${parameters.length} argument(s).`);
  }
  const args: Value[] = [];
  let missing: UnknownReason | undefined;
  for (const [index, value] of given.entries()) {
    const parameter = parameters[index] ?? rest;
    if (parameter === undefined) continue;
    const arg = prepare(value, parameter, name);
    if (isError(arg)) return arg;
    missing ??= whatIsMissing(arg, parameter);
    args.push(arg);
  }
  if (missing !== undefined) return unknownResult(name, definition, given, missing, place.at);
  const result = definition.call(new Arguments(args), place);
  const isUnread = result.kind === "unknown" && result.reason.kind === "file not readable";
  return isUnread && !given.every(isWhollyKnown)
    ? unknownResult(name, definition, given, result.reason, place.at)
    : result;
}

function prepare(value: Value, parameter: Parameter, name: string): Value {
  if (isError(value)) return value;
  const arg = convert(value, parameter.type);
  if (isError(arg)) {
    return errorValue(`Invalid value for "${parameter.name}" of ${name}: ${arg.reason.message}.`);
  }
  return arg.kind === "null" && parameter.nullable !== true
    ? errorValue(`Invalid value for "${parameter.name}" of ${name}: argument must not be null.`)
    : arg;
}

/** Why the function cannot be called with the argument; undefined when it can. */
function whatIsMissing(value: Value, { needs = "everything" }: Parameter): UnknownReason | undefined {
  if (needs === "nothing") return undefined;
  if (needs === "everything") return firstUnknown(value);
  if (needs === "path") return filePathOf(value) ? undefined : firstUnknown(value);
  if (value.kind === "unknown" || value.kind === "reference") return value.reason;
  if (value.kind === "string") return firstUnknown(value);
  return value.kind === "object" && value.looseEntries[0]
    ? firstUnknown(value.looseEntries[0].key)
    : undefined;
}

/** The same call of the same symbols is the same symbol. */
function unknownResult(
  name: string,
  definition: FunctionDefinition,
  given: readonly Value[],
  reason: UnknownReason,
  at: Location,
): Value {
  const one = elementOf(name, given);
  if (one) return one;
  const texts = given.map(argumentText);
  const type = definition.result;
  const result = texts.includes(undefined)
    ? unknownValue(reason, type, [at])
    : symbolValue({ id: `${name}(${texts.join(", ")})`, type }, reason, at);
  if (result.kind !== "unknown") return result;
  const standIns = name === "concat" && given.some(hasJson) ? undefined : standInsAfter(name, given, reason);
  return standIns ? { ...result, standIns } : inSegments(name, given, result);
}

/** What functions take out of a sequence of which it is not known what is in it. */
function elementOf(name: string, [sequence, place]: readonly Value[]): Value | undefined {
  if (sequence?.kind !== "unknown") return undefined;
  if (name === "one") return onlyStandIn(sequence);
  const index = place?.kind === "number" ? toSafeInteger(place.value) : undefined;
  return name === "element" && index === 0 ? standInAt(sequence, index) : undefined;
}

/** What functions make of sequences that are put together, as far as the place of an element is not asked for. */
function inSegments(name: string, given: readonly Value[], result: UnknownValue): UnknownValue {
  const [first] = given;
  switch (name) {
    case "concat":
    case "setunion":
      return joinSegments(result, given.map(asSegment));
    case "distinct":
    case "reverse":
    case "sort":
      return first ? joinSegments(result, [asSegment(first)]) : result;
    case "flatten":
      return first ? flattenSegments(result, first) : result;
    default:
      return result;
  }
}

/** What the function made anew gets the places of its arguments, and of the call where they have none. */
function withTrace(value: Value, given: readonly Value[], at: Location): Value {
  if (isError(value) && value.reason.at === undefined) return errorValue(value.reason.message, at);
  const merged = mergeOrigins(given);
  return trace(value, merged.length > 0 ? merged : [at], at);
}

function trace(value: Value, origins: readonly Location[], at: Location): Value {
  if (value.origins.length > 0) return value;
  switch (value.kind) {
    case "string": {
      const { json } = value;
      const traced = () => value.parts.map((part) => tracePart(part, origins[0]));
      return json ? encodedString(json, traced, origins) : { ...value, origins, parts: traced() };
    }
    case "list":
    case "set":
    case "tuple":
      return { ...value, origins, elements: value.elements.map((element) => trace(element, origins, at)) };
    case "map":
      return { ...value, origins, entries: traceEntries(value.entries, origins, at) };
    case "object":
      return { ...value, origins, entries: traceEntries(value.entries, origins, at) };
    case "unknown":
      return { ...value, origins: [at], reason: { ...value.reason, at: value.reason.at ?? at } };
    default:
      return { ...value, origins };
  }
}

function traceEntries(
  entries: ReadonlyMap<string, Value>,
  origins: readonly Location[],
  at: Location,
): ReadonlyMap<string, Value> {
  return new Map([...entries].map(([key, entry]) => [key, trace(entry, origins, at)]));
}

function tracePart(part: StringPart, origin: Location | undefined): StringPart {
  return part.origin === undefined ? { ...part, origin } : part;
}
