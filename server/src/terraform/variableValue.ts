/**
 * What a variable is worth: what it is given, converted to its type; its default where a call leaves it out; else a
 * symbol, since nobody knows what a run will be given.
 * https://developer.hashicorp.com/terraform/language/values/variables
 */
import type { Location } from "../base/location.ts";
import type { Expression } from "../hcl/ast.ts";
import type { BlockDeclaration, Module, ModuleFile } from "./module.ts";
import { attributeIn, onlyDeclaration } from "./overrides.ts";
import { boolType, dynamicType, listType, numberType, setType, stringType, type Type } from "./type.ts";
import { anyType, applyConstraint, typeConstraint, type TypeConstraint } from "./typeConstraint.ts";
import { isError, symbolValue, unknownValue, type PlainReason, type Value } from "./value.ts";

/** What is known of what a variable is given: a value, nothing at all, or nothing that we would know. */
export type Given =
  { readonly kind: "value"; readonly value: Value } | { readonly kind: "nothing" | "unknown" };

/** How an expression that stands in the module is evaluated. */
type EvaluateHere = (expression: Expression, file: ModuleFile) => Value;

export function variableValue(
  module: Module,
  name: string,
  given: Given,
  evaluate: EvaluateHere,
): (at: Location) => Value {
  const declaration = onlyDeclaration(module, `var.${name}`);
  if (declaration?.kind !== "variable") {
    return (at) => unknownValue({ kind: "not declared", subject: `var.${name}`, at });
  }
  const chosen = given.kind === "value" ? given.value : undefined;
  const useDefault =
    given.kind === "nothing" || (chosen?.kind === "null" && refusesNull(module, declaration, evaluate));
  const fallback = defaultOf(module, declaration, evaluate);
  const written = useDefault ? fallback : chosen;
  if (written) {
    const value = withType(module, declaration, written, evaluate);
    return () => value;
  }
  return (at) => openVariable(module, declaration, fallback, at);
}

function openVariable(
  module: Module,
  declaration: BlockDeclaration,
  fallback: Value | undefined,
  at: Location,
): Value {
  const { name } = declaration;
  const reason: PlainReason = {
    kind: "variable without value",
    subject: name,
    at,
    ...(fallback ? { fallback } : {}),
  };
  return symbolValue({ id: `var.${name}`, type: simpleType(module, declaration) }, reason, at);
}

function defaultOf(module: Module, declaration: BlockDeclaration, evaluate: EvaluateHere): Value | undefined {
  const found = attributeIn(module, declaration, "default");
  return found && evaluate(found.attribute.value, found.file);
}

/** What cannot be converted stays as it is given: Terraform refuses it, and a rule may say so. */
function withType(
  module: Module,
  declaration: BlockDeclaration,
  value: Value,
  evaluate: EvaluateHere,
): Value {
  const converted = applyConstraint(value, constraintOf(module, declaration, evaluate));
  return isError(converted) && !isError(value) ? value : converted;
}

function constraintOf(module: Module, declaration: BlockDeclaration, evaluate: EvaluateHere): TypeConstraint {
  const type = attributeIn(module, declaration, "type");
  return type ? typeConstraint(type.attribute.value, (given) => evaluate(given, type.file)) : anyType;
}

/** `nullable = false` puts the default in the place of a null. */
function refusesNull(module: Module, declaration: BlockDeclaration, evaluate: EvaluateHere): boolean {
  const found = attributeIn(module, declaration, "nullable");
  const value = found && evaluate(found.attribute.value, found.file);
  return value?.kind === "bool" && !value.value;
}

/** Only simple types and lists of texts: what a symbol of another type holds is found out where it is used. */
function simpleType(module: Module, declaration: BlockDeclaration): Type {
  const type = attributeIn(module, declaration, "type")?.attribute.value;
  if (type?.kind === "Variable") return primitives.get(type.name) ?? dynamicType;
  if (type?.kind !== "FunctionCall") return dynamicType;
  const [element, ...others] = type.args;
  if (element?.kind !== "Variable" || element.name !== "string" || others.length > 0) return dynamicType;
  return type.name.name === "list"
    ? listType(stringType)
    : type.name.name === "set"
      ? setType(stringType)
      : dynamicType;
}

const primitives: ReadonlyMap<string, Type> = new Map<string, Type>([
  ["string", stringType],
  ["number", numberType],
  ["bool", boolType],
]);
