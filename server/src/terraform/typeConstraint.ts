/**
 * Type constraints of variables, with the defaults that `optional()` gives.
 * https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 */
import type { Expression, FunctionCall, ObjectConstructor } from "../hcl/ast.ts";
import type { Span } from "../base/span.ts";
import type { Type } from "./type.ts";
import type { Value } from "./value.ts";
import { withoutOptional } from "./conversion.ts";
import { convert } from "./convert.ts";
import { setValue } from "./set.ts";
import {
  boolType,
  dynamicType,
  listType,
  mapType,
  numberType,
  objectType,
  setType,
  stringType,
  tupleType,
} from "./type.ts";
import { isError, listValue, mapValue, objectValue, tupleValue } from "./value.ts";

export interface TypeConstraint {
  readonly type: Type;
  readonly defaults: Defaults;
  /** What is no type; `type` is `any` in its place. */
  readonly problem: TypeProblem | undefined;
}

interface TypeProblem extends Span {
  readonly message: string;
}

/** What a value that leaves attributes out gets in their place, level by level. */
interface Defaults {
  readonly attributes: ReadonlyMap<string, AttributeDefault>;
  /** For every element of a collection. */
  readonly element: Defaults | undefined;
  /** For the elements of a tuple. */
  readonly elements: readonly Defaults[];
}

interface AttributeDefault {
  readonly value: Value | undefined;
  readonly inside: Defaults;
}

const noDefaults: Defaults = { attributes: new Map(), element: undefined, elements: [] };
export const anyType: TypeConstraint = { type: dynamicType, defaults: noDefaults, problem: undefined };

/** How a default that is written in `optional()` is evaluated. */
type EvaluateDefault = (expression: Expression) => Value;

const primitives: ReadonlyMap<string, Type> = new Map<string, Type>([
  ["string", stringType],
  ["number", numberType],
  ["bool", boolType],
  ["any", dynamicType],
  // As they were written for Terraform 0.11.
  ["list", listType(dynamicType)],
  ["map", mapType(dynamicType)],
]);

/** Reads the value of `type`. */
export function typeConstraint(expression: Expression, evaluateDefault: EvaluateDefault): TypeConstraint {
  switch (expression.kind) {
    case "Variable":
      return namedType(expression.name, expression);
    case "Template":
      return quotedType(expression);
    case "Parentheses":
      return typeConstraint(expression.expression, evaluateDefault);
    case "FunctionCall":
      return constructedType(expression, evaluateDefault);
    default:
      return problem("A type must be a type keyword or a type constructor.", expression);
  }
}

function problem(message: string, { start, end }: Span): TypeConstraint {
  return { ...anyType, problem: { message, start, end } };
}

function namedType(name: string, at: Span): TypeConstraint {
  const type = primitives.get(name);
  return type ? { ...anyType, type } : problem(`"${name}" is no type.`, at);
}

/** `"string"`, as it was written for Terraform 0.11. */
function quotedType(template: Expression & { kind: "Template" }): TypeConstraint {
  const [part] = template.parts;
  const plain = template.parts.length === 1 && part?.kind === "TemplateLiteral" ? part.value : "";
  return ["string", "list", "map"].includes(plain)
    ? namedType(plain, template)
    : problem("A type is written without quotes.", template);
}

function constructedType(call: FunctionCall, evaluateDefault: EvaluateDefault): TypeConstraint {
  const [argument, ...others] = call.args;
  const { name } = call.name;
  if (argument === undefined || others.length > 0) return problem(`${name}() takes one argument.`, call);
  switch (name) {
    case "list":
      return collectionType(listType, argument, evaluateDefault);
    case "set":
      return collectionType(setType, argument, evaluateDefault);
    case "map":
      return collectionType(mapType, argument, evaluateDefault);
    case "tuple":
      return argument.kind === "TupleConstructor"
        ? tupleOf(argument.elements, evaluateDefault)
        : problem("tuple() takes a list of types.", argument);
    case "object":
      return argument.kind === "ObjectConstructor"
        ? objectOf(argument, evaluateDefault)
        : problem("object() takes attribute types in braces.", argument);
    default:
      return problem(`"${name}" is no type constructor.`, call.name);
  }
}

function collectionType(
  collection: (element: Type) => Type,
  argument: Expression,
  evaluateDefault: EvaluateDefault,
): TypeConstraint {
  const inner = typeConstraint(argument, evaluateDefault);
  return { ...inner, type: collection(inner.type), defaults: { ...noDefaults, element: inner.defaults } };
}

function tupleOf(elements: readonly Expression[], evaluateDefault: EvaluateDefault): TypeConstraint {
  const inner = elements.map((element) => typeConstraint(element, evaluateDefault));
  return {
    type: tupleType(inner.map(({ type }) => type)),
    defaults: { ...noDefaults, elements: inner.map(({ defaults }) => defaults) },
    problem: inner.find((element) => element.problem)?.problem,
  };
}

function objectOf(object: ObjectConstructor, evaluateDefault: EvaluateDefault): TypeConstraint {
  const types = new Map<string, Type>();
  const optional = new Set<string>();
  const attributes = new Map<string, AttributeDefault>();
  let found: TypeProblem | undefined;
  for (const { key, value } of object.items) {
    const name = attributeName(key);
    if (name === undefined) {
      found ??= { message: "An attribute of an object type needs a name.", start: key.start, end: key.end };
      continue;
    }
    const attribute = attributeType(value, evaluateDefault);
    found ??= attribute.constraint.problem;
    types.set(name, attribute.constraint.type);
    if (attribute.optional) optional.add(name);
    attributes.set(name, { value: attribute.value, inside: attribute.constraint.defaults });
  }
  return { type: objectType(types, optional), defaults: { ...noDefaults, attributes }, problem: found };
}

function attributeName(key: Expression): string | undefined {
  if (key.kind === "Variable") return key.name;
  const [part] = key.kind === "Template" ? key.parts : [];
  return part?.kind === "TemplateLiteral" ? part.value : undefined;
}

interface AttributeConstraint {
  readonly constraint: TypeConstraint;
  readonly optional: boolean;
  readonly value: Value | undefined;
}

function attributeType(expression: Expression, evaluateDefault: EvaluateDefault): AttributeConstraint {
  if (expression.kind !== "FunctionCall" || expression.name.name !== "optional") {
    return { constraint: typeConstraint(expression, evaluateDefault), optional: false, value: undefined };
  }
  const [argument, given] = expression.args;
  if (argument === undefined) {
    const constraint = problem("optional() takes a type and perhaps a default.", expression);
    return { constraint, optional: true, value: undefined };
  }
  const constraint = typeConstraint(argument, evaluateDefault);
  const value = given && convert(evaluateDefault(given), withoutOptional(constraint.type));
  return {
    constraint,
    optional: true,
    value: given && value && isError(value) ? evaluateDefault(given) : value,
  };
}

/** The value as a variable of this type has it: defaults filled in, then converted. */
export function applyConstraint(value: Value, { type, defaults }: TypeConstraint): Value {
  return convert(applyDefaults(value, defaults), type);
}

function applyDefaults(value: Value, defaults: Defaults): Value {
  switch (value.kind) {
    case "object":
    case "map":
      return defaults.element ? fillElements(value, defaults.element) : fillAttributes(value, defaults);
    case "list":
    case "set":
    case "tuple": {
      const elements = value.elements.map((element, index) =>
        applyDefaults(element, defaults.element ?? defaults.elements[index] ?? noDefaults),
      );
      return sequenceLike(value, elements);
    }
    default:
      return value;
  }
}

/** Filled elements may have types of their own, which the conversion that follows makes one again. */
function sequenceLike(value: Value & { kind: "list" | "set" | "tuple" }, elements: readonly Value[]): Value {
  if (value.kind === "tuple") return tupleValue(elements, value.origins);
  return value.kind === "list"
    ? listValue(value.elementType, elements, value.origins)
    : setValue(value.elementType, elements, value.origins);
}

type Keyed = Value & { kind: "map" | "object" };

function fillElements(value: Keyed, defaults: Defaults): Value {
  const entries = [...value.entries].map(([key, entry]) => [key, applyDefaults(entry, defaults)] as const);
  return value.kind === "map"
    ? mapValue(value.elementType, entries, value.origins, value.keyOrigins)
    : objectValue(entries, value.origins, value.keyOrigins, value.looseEntries);
}

function fillAttributes(value: Keyed, { attributes }: Defaults): Value {
  if (attributes.size === 0) return value;
  const entries = new Map(value.entries);
  for (const [name, { value: given, inside }] of attributes) {
    const current = entries.get(name);
    const chosen = current === undefined || current.kind === "null" ? (given ?? current) : current;
    if (chosen !== undefined) entries.set(name, applyDefaults(chosen, inside));
  }
  const loose = value.kind === "object" ? value.looseEntries : [];
  return objectValue(entries, value.origins, value.keyOrigins, loose);
}
