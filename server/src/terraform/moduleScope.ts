/**
 * What the names in a module's expressions stand for. Locals and what resources configure are known; variables,
 * data sources, outputs of modules and what a provider computes are symbols: nobody knows their values before a run,
 * but equal symbols have equal values. A variable's default is no value: a caller may set another one.
 */
import type { Location } from "../base/location.ts";
import type { Attribute, Expression } from "../hcl/ast.ts";
import { attributeOf } from "./block.ts";
import { evaluate } from "./evaluate.ts";
import { declarationOf, type BlockDeclaration, type Module, type ModuleFile } from "./module.ts";
import { repetitionOf } from "./moduleReferences.ts";
import { newBudget, type Budget, type Reference, type Resolution, type Scope } from "./scope.ts";
import { boolType, dynamicType, numberType, stringType, type Type } from "./type.ts";
import { symbolValue, unknownValue, type PlainReason, type UnknownReason, type Value } from "./value.ts";

/** The type of an attribute that a provider computes; `dynamic` where nobody knows it. */
export type AttributeTypes = (kind: "resource" | "data", type: string, attribute: string) => Type;

export type Evaluator = (expression: Expression, file: ModuleFile) => Value;

/** An evaluator over one module that remembers what it has evaluated. */
export function createEvaluator(
  module: Module,
  attributeTypes: AttributeTypes = () => dynamicType,
): Evaluator {
  const known = new WeakMap<Expression, Value>();
  const underWay = new Set<Expression>();

  const valueOf = (expression: Expression, uri: string, budget: Budget): Value => {
    const value = known.get(expression);
    if (value) return value;
    if (underWay.has(expression))
      return unknownValue({ kind: "cycle", subject: "", at: { uri, span: spanOf(expression) } });
    underWay.add(expression);
    const result = evaluate(expression, scopeOf(uri, budget));
    underWay.delete(expression);
    known.set(expression, result);
    return result;
  };

  const scopeOf = (uri: string, budget: Budget): Scope => ({
    uri,
    files: undefined,
    budget,
    resolve: (reference) => resolve(reference, budget),
  });

  const resolve = (reference: Reference, budget: Budget): Resolution => {
    const at: Location = { uri: reference.uri, span: reference.span };
    const name = nameAt(reference, 0);
    switch (reference.root) {
      case "local":
        return { value: local(name, at, budget), consumed: 1 };
      case "var":
        return { value: variable(module, name, at), consumed: 1 };
      case "module":
        return symbol(`module.${name}`, { kind: "module output", subject: name, at }, at);
      case "data":
        return thing("data", name, nameAt(reference, 1), reference, at, budget);
      case "path":
      case "terraform": {
        const id = `${reference.root}.${name}`;
        return symbol(id, { kind: "known after apply", subject: id, at }, at, stringType);
      }
      case "each":
      case "count":
      case "self":
      case "ephemeral":
        return {
          value: unknownValue({ kind: "known after apply", subject: reference.root, at }),
          consumed: 1,
        };
      default:
        return thing("resource", reference.root, name, reference, at, budget);
    }
  };

  const local = (name: string, at: Location, budget: Budget): Value => {
    const declaration = declarationOf(module, `local.${name}`);
    return declaration?.kind === "local"
      ? valueOf(declaration.attribute.value, declaration.file.uri, budget)
      : unknownValue({ kind: "not declared", subject: `local.${name}`, at });
  };

  /** A resource or a data source, or one of its attributes. */
  const thing = (
    kind: "resource" | "data",
    type: string,
    name: string,
    reference: Reference,
    at: Location,
    budget: Budget,
  ): Resolution => {
    const address = `${kind === "data" ? "data." : ""}${type}.${name}`;
    const consumed = kind === "data" ? 2 : 1;
    const declaration = declarationOf(module, address);
    if (declaration?.kind !== kind) {
      return { ...symbol(address, { kind: "not declared", subject: address, at }, at), consumed };
    }
    const reason: PlainReason = {
      kind: kind === "data" ? "data source" : "known after apply",
      subject: address,
      at,
    };
    if (repetitionOf(declaration.block)) return { ...symbol(address, reason, at), consumed };
    const id = identityOf(declaration, address);
    const step = reference.steps[consumed];
    if (typeof step?.key !== "string") {
      const whole: Value = {
        kind: "reference",
        id,
        attributes: new Map(),
        attributeTypes: new Map(),
        reason,
        origins: [at],
      };
      return { value: whole, consumed };
    }
    const attribute = attributeOf(declaration.block, step.key);
    const configured = attribute && configuredValue(attribute, declaration, budget);
    if (configured) return { value: configured, consumed: consumed + 1 };
    const attributeType = attributeTypes(kind, type, step.key);
    return {
      value: symbolValue({ id: `${id}.${step.key}`, type: attributeType }, reason, at),
      consumed: consumed + 1,
    };
  };

  /** Undefined where the provider decides in the end, or where nothing can be said of the value but its name. */
  const configuredValue = (
    attribute: Attribute,
    { file }: BlockDeclaration,
    budget: Budget,
  ): Value | undefined => {
    const value = valueOf(attribute.value, file.uri, budget);
    return value.kind === "null" || (value.kind === "unknown" && !value.symbol) ? undefined : value;
  };

  return (expression, file) => valueOf(expression, file.uri, newBudget());
}

function variable(module: Module, name: string, at: Location): Value {
  const declaration = declarationOf(module, `var.${name}`);
  if (declaration?.kind !== "variable") {
    return unknownValue({ kind: "not declared", subject: `var.${name}`, at });
  }
  const reason: PlainReason = { kind: "variable without value", subject: name, at };
  return symbolValue({ id: `var.${name}`, type: declaredType(declaration) }, reason, at);
}

/** Only simple types: what a symbol of another type holds is found out where it is used. */
function declaredType({ block }: BlockDeclaration): Type {
  const type = attributeOf(block, "type")?.value;
  if (type?.kind !== "Variable") return dynamicType;
  switch (type.name) {
    case "string":
      return stringType;
    case "number":
      return numberType;
    case "bool":
      return boolType;
    default:
      return dynamicType;
  }
}

/** Data sources without arguments that answer the same whatever they are called. */
const singletons: ReadonlySet<string> = new Set([
  "spacelift_account",
  "aws_caller_identity",
  "aws_partition",
]);

/** The name of a data source that exists once for its provider does not count. */
function identityOf({ kind, type, block }: BlockDeclaration, address: string): string {
  return kind === "data" && singletons.has(type) && !attributeOf(block, "provider")
    ? `data.${type}`
    : address;
}

function symbol(id: string, reason: UnknownReason, at: Location, type: Type = dynamicType): Resolution {
  return { value: symbolValue({ id, type }, reason, at), consumed: 1 };
}

function nameAt({ steps }: Reference, index: number): string {
  const key = steps[index]?.key;
  return key === undefined ? "" : String(key);
}

function spanOf({ start, end }: Expression): Location["span"] {
  return { start, end };
}
