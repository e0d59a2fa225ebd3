/**
 * What the names in a module's expressions stand for. Locals and what resources configure are known; data sources and
 * what a provider computes are symbols: nobody knows their values before a run, but equal symbols have equal values.
 * Variables and outputs of modules are what the modules around make of them, symbols where these are not known.
 */
import type { Location } from "../base/location.ts";
import type { Expression } from "../hcl/ast.ts";
import { attributeOf } from "./block.ts";
import { stepText } from "./access.ts";
import { toSafeInteger } from "./bigFloat.ts";
import { choiceOf, withChoice } from "./choice.ts";
import { evaluate } from "./evaluate.ts";
import { elementsOf, isElements } from "./expressions/iterate.ts";
import { declarationAt, type BlockDeclaration, type Module, type ModuleFile } from "./module.ts";
import { attributeIn, localIn, onlyDeclaration, repetitionIn, type PlacedAttribute } from "./overrides.ts";
import { instanceStandIns } from "./standIns.ts";
import { filesOf } from "./readableFiles.ts";
import {
  childScope,
  newBudget,
  type Budget,
  type Files,
  type Reference,
  type Resolution,
  type Scope,
} from "./scope.ts";
import { dynamicType, stringType, type Type } from "./type.ts";
import {
  asKnownString,
  objectValue,
  symbolValue,
  tupleValue,
  unknownValue,
  type PlainReason,
  type UnknownReason,
  type UnknownValue,
  type Value,
  type ValueSymbol,
} from "./value.ts";
import { variableValue, type Given } from "./variableValue.ts";
import type { Version, VersionOf } from "./versions.ts";

/** The type of an attribute that a provider computes; `dynamic` where nobody knows it. */
export type AttributeTypes = (kind: "resource" | "data", type: string, attribute: string) => Type;

/**
 * With names that are bound around the expression, such as `each` in one instance of a block. A budget is given where
 * the evaluation is part of another one.
 */
export type Evaluator = (
  expression: Expression,
  file: ModuleFile,
  names?: ReadonlyMap<string, Value>,
  budget?: Budget,
) => Value;

/** What the modules around one have to do with the values in it. */
interface Surroundings {
  /** The folder in which Terraform is run; undefined where nobody knows. */
  readonly root: string | undefined;
  /** What a variable is given. */
  readonly given: (name: string, budget: Budget) => Given;
  /** What a reference to a call of a module stands for; undefined where the call cannot be followed. */
  readonly called: (call: BlockDeclaration, reference: Reference, budget: Budget) => Resolution | undefined;
  /** The versions of the module's declarations; undefined where values are not kept from one edit to the next. */
  readonly versionOf: VersionOf | undefined;
}

const alone: Surroundings = {
  root: undefined,
  given: () => ({ kind: "unknown" }),
  called: () => undefined,
  versionOf: undefined,
};

/** What one module's evaluations share: what they have found, and what they are at. */
interface Evaluation {
  readonly module: Module;
  readonly attributeTypes: AttributeTypes;
  readonly surroundings: Surroundings;
  readonly files: Files;
  readonly known: WeakMap<Expression, Value>;
  readonly variables: Map<string, (at: Location) => Value>;
  readonly things: Record<Thing["kind"], Map<string, Map<string, Thing | undefined>>>;
  readonly underWay: Set<Expression>;
}

/** An evaluator over one module that remembers what it has evaluated. */
export function createEvaluator(
  module: Module,
  attributeTypes: AttributeTypes = () => dynamicType,
  surroundings: Surroundings = alone,
): Evaluator {
  const evaluation: Evaluation = {
    module,
    attributeTypes,
    surroundings,
    files: filesOf(module, surroundings.root),
    known: new WeakMap(),
    variables: new Map(),
    things: { resource: new Map(), data: new Map() },
    underWay: new Set(),
  };
  return (expression, { uri }, names, budget = newBudget()) => {
    if (!names || names.size === 0) return valueOf(evaluation, expression, uri, budget);
    return evaluate(expression, childScope(scopeOf(evaluation, uri, budget), names));
  };
}

function valueOf(evaluation: Evaluation, expression: Expression, uri: string, budget: Budget): Value {
  const { known, underWay } = evaluation;
  const found = known.get(expression);
  if (found) return found;
  if (underWay.has(expression)) {
    const { start, end } = expression;
    return unknownValue({ kind: "cycle", subject: "", at: { uri, span: { start, end } } });
  }
  const kept = keptFor(evaluation, expression, uri);
  const value = kept?.get(expression) ?? evaluated(evaluation, expression, uri, budget);
  known.set(expression, value);
  if (budget.steps > 0) kept?.set(expression, value);
  return value;
}

function evaluated(evaluation: Evaluation, expression: Expression, uri: string, budget: Budget): Value {
  evaluation.underWay.add(expression);
  const value = evaluate(expression, scopeOf(evaluation, uri, budget));
  evaluation.underWay.delete(expression);
  return value;
}

const valuesByVersion = new WeakMap<Version, Map<Expression, Value>>();

/** The values that are kept for the declaration in which the expression stands. */
function keptFor(
  { module, surroundings }: Evaluation,
  expression: Expression,
  uri: string,
): Map<Expression, Value> | undefined {
  const address = surroundings.versionOf && declarationAt(module, uri, expression.start)?.address;
  const version = address === undefined ? undefined : surroundings.versionOf?.(address);
  if (!version) return undefined;
  const kept = valuesByVersion.get(version) ?? new Map<Expression, Value>();
  valuesByVersion.set(version, kept);
  return kept;
}

function scopeOf(evaluation: Evaluation, uri: string, budget: Budget): Scope {
  return {
    uri,
    files: evaluation.files,
    budget,
    resolve: (reference) => resolve(evaluation, reference, budget),
  };
}

function resolve(evaluation: Evaluation, reference: Reference, budget: Budget): Resolution {
  const { root, at } = reference;
  const name = nameAt(reference, 0);
  switch (root) {
    case "local":
      return { value: local(evaluation, name, at, budget), consumed: 1 };
    case "var":
      return { value: variable(evaluation, name, at, budget), consumed: 1 };
    case "module":
      return (
        called(evaluation, name, reference, budget) ??
        symbol(`module.${name}`, { kind: "module output", subject: name, at }, at)
      );
    case "data":
      return thing(
        evaluation,
        { kind: "data", type: name, name: nameAt(reference, 1), consumed: 2, reference },
        budget,
      );
    case "path":
    case "terraform": {
      const id = `${root}.${name}`;
      return symbol(id, { kind: "known after apply", subject: id, at }, at, stringType);
    }
    case "each":
    case "count":
    case "self":
    case "ephemeral":
      return { value: unknownValue({ kind: "known after apply", subject: root, at }), consumed: 1 };
    default:
      return thing(evaluation, { kind: "resource", type: root, name, consumed: 1, reference }, budget);
  }
}

function local(evaluation: Evaluation, name: string, at: Location, budget: Budget): Value {
  const found = localIn(evaluation.module, name);
  return found
    ? valueOf(evaluation, found.attribute.value, found.file.uri, budget)
    : unknownValue({ kind: "not declared", subject: `local.${name}`, at });
}

function variable(evaluation: Evaluation, name: string, at: Location, budget: Budget): Value {
  const { module, surroundings, variables } = evaluation;
  const known = variables.get(name);
  if (known) return known(at);
  const given = surroundings.given(name, budget);
  const value = variableValue(module, name, given, (expression, { uri }) =>
    valueOf(evaluation, expression, uri, budget),
  );
  variables.set(name, value);
  return value(at);
}

function called(
  { module, surroundings }: Evaluation,
  name: string,
  reference: Reference,
  budget: Budget,
): Resolution | undefined {
  const declaration = onlyDeclaration(module, `module.${name}`);
  return declaration?.kind === "module" ? surroundings.called(declaration, reference, budget) : undefined;
}

/** A resource or a data source that the module declares, and what its attributes are known by. */
interface Thing {
  readonly kind: "resource" | "data";
  readonly address: string;
  readonly declaration: BlockDeclaration;
  readonly repetition: PlacedAttribute | undefined;
  readonly id: string;
  readonly symbols: Map<string, ValueSymbol>;
}

function thingAt(evaluation: Evaluation, { kind, type, name }: ThingReference): Thing | undefined {
  const ofKind = evaluation.things[kind];
  const ofType = ofKind.get(type) ?? new Map<string, Thing | undefined>();
  ofKind.set(type, ofType);
  if (ofType.has(name)) return ofType.get(name);
  const address = addressOf({ kind, type, name });
  const declaration = onlyDeclaration(evaluation.module, address);
  const found =
    declaration?.kind === kind
      ? {
          kind,
          address,
          declaration,
          repetition: repetitionIn(evaluation.module, declaration),
          id: identityOf(declaration, address),
          symbols: new Map<string, ValueSymbol>(),
        }
      : undefined;
  ofType.set(name, found);
  return found;
}

function addressOf({ kind, type, name }: Pick<ThingReference, "kind" | "type" | "name">): string {
  return `${kind === "data" ? "data." : ""}${type}.${name}`;
}

/** The one of an attribute that nothing configures. */
function symbolOf(evaluation: Evaluation, thing: Thing, key: string): ValueSymbol {
  const { kind, declaration, id, symbols } = thing;
  const known = symbols.get(key);
  if (known) return known;
  const made = { id: `${id}.${key}`, type: evaluation.attributeTypes(kind, declaration.type, key) };
  symbols.set(key, made);
  return made;
}

/** A reference to a resource or a data source. */
interface ThingReference {
  readonly kind: "resource" | "data";
  readonly type: string;
  readonly name: string;
  /** How many steps its address takes. */
  readonly consumed: number;
  readonly reference: Reference;
}

function thing(evaluation: Evaluation, found: ThingReference, budget: Budget): Resolution {
  const { consumed, reference } = found;
  const { at } = reference;
  const declared = thingAt(evaluation, found);
  if (!declared) {
    const address = addressOf(found);
    return { ...symbol(address, { kind: "not declared", subject: address, at }, at), consumed };
  }
  const { address } = declared;
  const reason: PlainReason = {
    kind: declared.kind === "data" ? "data source" : "known after apply",
    subject: address,
    at,
  };
  const { declaration, repetition, id } = declared;
  if (repetition) {
    const isWhole = reference.steps.length === consumed;
    return isWhole
      ? { value: everyInstance(evaluation, repetition, address, reason, budget), consumed }
      : { ...symbol(address, reason, at), consumed };
  }
  const key = reference.steps[consumed]?.key;
  if (typeof key !== "string") {
    const none = new Map<string, never>();
    const value: Value = {
      kind: "reference",
      id,
      attributes: none,
      attributeTypes: none,
      reason,
      origins: [at],
    };
    return { value, consumed };
  }
  const configured = configuredValue(evaluation, declaration, key, budget);
  if (configured) return { value: configured, consumed: consumed + 1 };
  return { value: symbolValue(symbolOf(evaluation, declared, key), reason, at), consumed: consumed + 1 };
}

/** The instances by their keys or in their order, or those that stand for all where the repetition does not tell. */
function everyInstance(
  evaluation: Evaluation,
  { attribute, file }: PlacedAttribute,
  address: string,
  reason: PlainReason,
  budget: Budget,
): Value {
  const repeatedBy = valueOf(evaluation, attribute.value, file.uri, budget);
  const instance = (key: string | number): Value =>
    symbolValue({ id: `${address}${stepText(key)}`, type: dynamicType }, reason);
  const repetition = attribute.name.name;
  const listed = (by: Value): Value | undefined =>
    repetition === "count" ? counted(by, instance) : keyed(by, instance);
  const all = unknownValue(reason, dynamicType, undefined, { id: address, type: dynamicType });
  const standIns = instanceStandIns(repetition, repeatedBy, address, reason);
  return listed(repeatedBy) ?? listedInEither(repeatedBy, all, listed) ?? { ...all, standIns };
}

/** `count = var.create ? 1 : 0`; undefined where not even then it can be told which there are. */
function listedInEither(
  repeatedBy: Value,
  all: UnknownValue,
  listed: (by: Value) => Value | undefined,
): Value | undefined {
  const choice = choiceOf(repeatedBy);
  if (!choice) return undefined;
  const [then, otherwise] = [choice.then, choice.otherwise].map(
    (by) => listed(by) ?? listedInEither(by, all, listed),
  );
  return then && otherwise && withChoice(all, { condition: choice.condition, then, otherwise });
}

function keyed(collection: Value, instance: (key: string) => Value): Value | undefined {
  const elements = elementsOf(collection, { uri: "", span: { start: 0, end: 0 } });
  if (!isElements(elements)) return undefined;
  const keys = elements.map(({ key }) => asKnownString(key));
  const known = keys.filter((key) => key !== undefined);
  return known.length < keys.length ? undefined : objectValue(known.map((key) => [key, instance(key)]));
}

/** More are not told apart. */
const mostCounted = 200;

function counted(count: Value, instance: (index: number) => Value): Value | undefined {
  const length = count.kind === "number" ? toSafeInteger(count.value) : undefined;
  if (length === undefined || length < 0 || length > mostCounted) return undefined;
  return tupleValue(Array.from({ length }, (_, index) => instance(index)));
}

/** Undefined where the provider decides in the end, or where nothing can be said of the value but its name. */
function configuredValue(
  evaluation: Evaluation,
  declaration: BlockDeclaration,
  name: string,
  budget: Budget,
): Value | undefined {
  const found = attributeIn(evaluation.module, declaration, name);
  if (!found) return undefined;
  const value = valueOf(evaluation, found.attribute.value, found.file.uri, budget);
  return value.kind === "null" || (value.kind === "unknown" && !value.symbol) ? undefined : value;
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
