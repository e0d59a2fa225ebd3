/**
 * The instances of modules: one for each call that leads to a module, and for each key of a call that is repeated.
 * What a call passes goes in, outputs come out. A module that nobody calls is a root, and gets what its files of
 * values say.
 */
import type { Location } from "../base/location.ts";
import { stepText } from "./access.ts";
import { attributeOf } from "./block.ts";
import { callersOf, localCalls, type Configuration, type LocalCall } from "./configuration.ts";
import type { BlockDeclaration, Module } from "./module.ts";
import { equal } from "./equal.ts";
import { renameFacts, type Fact } from "./facts.ts";
import { createEvaluator, type AttributeTypes, type Evaluator } from "./moduleScope.ts";
import { outputValue, outputsValue } from "./moduleOutputs.ts";
import { attributeIn, repetitionIn } from "./overrides.ts";
import { renameSymbols, type Rename } from "./renameSymbols.ts";
import { instancesOf, type Instance } from "./repetition.ts";
import type { Budget, Reference, Resolution } from "./scope.ts";
import { inCalled, inCaller } from "./symbolNames.ts";
import { isWhollyKnown, objectValue, tupleValue, type Value } from "./value.ts";
import { valueInFiles } from "./variableFiles.ts";
import type { Given } from "./variableValue.ts";
import { createVersions, environmentOf, type VersionOf } from "./versions.ts";

export interface ModuleInstance {
  readonly module: Module;
  /** The calls that lead here, outermost first, such as `module.team["a"]`; empty for a root. */
  readonly path: readonly string[];
  /** Undefined for a root. */
  readonly caller: ModuleInstance | undefined;
  /** The folder in which Terraform is run; undefined where nobody knows. */
  readonly root: string | undefined;
  readonly given: (name: string, budget: Budget) => Given;
  readonly evaluate: Evaluator;
  /** What is known, as its call is there. */
  readonly facts: readonly Fact[];
  /** The versions of its declarations; undefined where they depend on what calls it. */
  readonly versionOf: VersionOf | undefined;
}

/** A called module as its caller sees it. */
export interface CalledInstance {
  readonly instance: ModuleInstance;
  /** With the step of the instance, as symbols begin: `module.team.a`. */
  readonly address: string;
  /** Of the call. */
  readonly repetition: Instance;
  /** The names of its symbols in the caller. */
  readonly rename: Rename;
  /** The names of the caller's symbols in it. */
  readonly inside: Rename;
}

interface Tree {
  readonly configuration: Configuration;
  readonly attributeTypes: AttributeTypes;
  readonly of: Map<string, readonly ModuleInstance[]>;
  readonly called: Map<ModuleInstance, Map<string, readonly CalledInstance[]>>;
}

/** More instances of one module are not looked at. */
const mostInstances = 32;
const deepestPath = 12;

export interface Instances {
  /** The instances of a module of the configuration; a module always has at least one. */
  readonly of: (module: Module) => readonly ModuleInstance[];
  /** What holds in all of them: the only one, or one whose variables are known as far as all calls agree. */
  readonly common: (module: Module) => ModuleInstance;
  /** What an instance calls. */
  readonly called: (instance: ModuleInstance) => readonly CalledInstance[];
}

export function createInstances(configuration: Configuration, attributeTypes: AttributeTypes): Instances {
  const tree: Tree = { configuration, attributeTypes, of: new Map(), called: new Map() };
  return {
    of: (module) => instancesAt(tree, module),
    called: (instance) => localCalls(instance.module).flatMap((call) => calledBy(tree, instance, call)),
    common: (module) => {
      const [first, ...others] = instancesAt(tree, module);
      if (first && others.length === 0) return first;
      const root = others.every((other) => other.root === first?.root) ? first?.root : undefined;
      return createInstance(tree, module, { caller: undefined, path: [], root, facts: [] }, (name, budget) =>
        agreed(instancesAt(tree, module).map((instance) => instance.given(name, budget))),
      );
    },
  };
}

function agreed(all: readonly Given[]): Given {
  const [first] = all;
  if (first?.kind === "nothing" && all.every(({ kind }) => kind === "nothing")) return first;
  if (first?.kind !== "value" || !isWhollyKnown(first.value)) return { kind: "unknown" };
  return all.every((other) => other.kind === "value" && equal(first.value, other.value))
    ? first
    : { kind: "unknown" };
}

function instancesAt(tree: Tree, module: Module): readonly ModuleInstance[] {
  const known = tree.of.get(module.uri);
  if (known) return known;
  // Modules that call one another in a circle end here.
  tree.of.set(module.uri, []);
  const callers = callersOf(tree.configuration, module.uri);
  const made = callers.flatMap(({ module: caller, call }) =>
    instancesAt(tree, caller).flatMap((instance) =>
      calledBy(tree, instance, call).map((entry) => entry.instance),
    ),
  );
  const found = made.length > 0 ? made.slice(0, mostInstances) : [rootOf(tree, module, callers.length === 0)];
  tree.of.set(module.uri, found);
  return found;
}

/** Files of values and of relative paths count only where Terraform is run in the folder. */
function rootOf(tree: Tree, module: Module, isRoot: boolean): ModuleInstance {
  const root = isRoot ? module.uri : undefined;
  return createInstance(tree, module, { caller: undefined, path: [], root, facts: [] }, (name) => {
    const value = isRoot ? valueInFiles(module, name) : undefined;
    return value ? { kind: "value", value } : { kind: "unknown" };
  });
}

function createInstance(
  tree: Tree,
  module: Module,
  place: Pick<ModuleInstance, "caller" | "path" | "root" | "facts">,
  given: (name: string, budget: Budget) => Given,
): ModuleInstance {
  // What a module that is called is given comes from elsewhere, so nothing of it is kept.
  const isAlone = place.caller === undefined && place.root !== undefined;
  const versionOf = isAlone ? createVersions(module, environmentOf(module, tree.configuration)) : undefined;
  const evaluate = createEvaluator(module, tree.attributeTypes, {
    root: place.root,
    given,
    versionOf,
    called: (call, reference, budget) => resolveCall(tree, instance, call, reference, budget),
  });
  const instance: ModuleInstance = { module, ...place, given, evaluate, versionOf };
  return instance;
}

/** The instances that a call makes, each once. */
function calledBy(tree: Tree, caller: ModuleInstance, call: LocalCall): readonly CalledInstance[] {
  const byName = tree.called.get(caller) ?? new Map<string, readonly CalledInstance[]>();
  tree.called.set(caller, byName);
  const known = byName.get(call.name);
  if (known) return known;
  const module = tree.configuration.modules.get(call.target);
  const follow = module && caller.path.length < deepestPath && !isAbove(caller, call.target);
  const repetitions = follow ? instancesOf(caller, call.declaration).slice(0, mostInstances) : [];
  const made = module
    ? repetitions.map((repetition) => callInstance(tree, caller, call, module, repetition))
    : [];
  // The evaluation of `for_each` may have led here already.
  const first = byName.get(call.name) ?? made;
  byName.set(call.name, first);
  return first;
}

/** A module that calls itself has no end. */
function isAbove(caller: ModuleInstance, uri: string): boolean {
  return caller.module.uri === uri || (caller.caller !== undefined && isAbove(caller.caller, uri));
}

function callInstance(
  tree: Tree,
  caller: ModuleInstance,
  { declaration }: LocalCall,
  module: Module,
  repetition: Instance,
): CalledInstance {
  const address = `${declaration.address}${repetition.step}`;
  const sameProviders = attributeOf(declaration.block, "providers") === undefined;
  const inside = inCalled(address, sameProviders);
  const path = [...caller.path, declaration.address + writtenStep(repetition)];
  const facts = renameFacts(repetition.facts, inside);
  const instance = createInstance(
    tree,
    module,
    { caller, path, root: caller.root, facts },
    (name, budget) => {
      const argument = attributeIn(caller.module, declaration, name);
      if (!argument) return { kind: "nothing" };
      const value = caller.evaluate(argument.attribute.value, argument.file, repetition.names, budget);
      return { kind: "value", value: renameSymbols(value, inside) };
    },
  );
  return { instance, address, repetition, rename: inCaller(address, sameProviders), inside };
}

/** As Terraform writes the key; nothing for an instance that stands for any. */
function writtenStep(repetition: Instance): string {
  const key = keyOf(repetition);
  if (!repetition.known) return "";
  return key === undefined ? repetition.step : `[${JSON.stringify(key)}]`;
}

/** `module.x.out`, `module.x["a"].out`, and whole calls. */
function resolveCall(
  tree: Tree,
  caller: ModuleInstance,
  declaration: BlockDeclaration,
  reference: Reference,
  budget: Budget,
): Resolution | undefined {
  const call = localCalls(caller.module).find((candidate) => candidate.declaration === declaration);
  const called = call ? calledBy(tree, caller, call) : [];
  const isRepeated = repetitionIn(caller.module, declaration) !== undefined;
  const { at } = reference;
  if (called.some(({ repetition }) => !repetition.known)) return undefined;
  if (!isRepeated) {
    const [only] = called;
    return only && outputAt(only, reference, 1, at, budget);
  }
  const key = reference.steps[1]?.key;
  if (key === undefined)
    return called.length > 0 ? { value: allOf(called, at, budget), consumed: 1 } : undefined;
  const step = stepText(key);
  const one = called.find(({ repetition }) => repetition.step === step);
  return one && outputAt(one, reference, 2, at, budget);
}

function outputAt(
  { instance, rename }: CalledInstance,
  { steps }: Reference,
  consumed: number,
  at: Location,
  budget: Budget,
): Resolution | undefined {
  const key = steps[consumed]?.key;
  if (key === undefined) return { value: outputsValue(instance, rename, at, budget), consumed };
  const value = outputValue(instance, String(key), rename, at, budget);
  return value && { value, consumed: consumed + 1 };
}

/** A repeated call as a whole: a list of objects for `count`, a map of them for `for_each`. */
function allOf(called: readonly CalledInstance[], at: Location, budget: Budget): Value {
  const values = called.map(({ instance, rename }) => outputsValue(instance, rename, at, budget));
  const keys = called.map(({ repetition }) => keyOf(repetition));
  return keys.every((key) => key !== undefined)
    ? objectValue(
        values.map((value, index) => [keys[index] ?? "", value]),
        [at],
      )
    : tupleValue(values, [at]);
}

/** The key of `for_each`; undefined with `count`. */
function keyOf({ names }: Instance): string | undefined {
  const each = names.get("each");
  const key = each?.kind === "object" ? each.entries.get("key") : undefined;
  const [part] = key?.kind === "string" ? key.parts : [];
  return part?.kind === "literal" ? part.text : key?.kind === "string" ? "" : undefined;
}
