/** The instances of a block with `count` or `for_each`: each known one, or one that stands for any. */
import { fromInteger, toSafeInteger } from "./bigFloat.ts";
import { stepText } from "./access.ts";
import { elementsOf, isElements, type IteratedElement } from "./expressions/iterate.ts";
import type { BlockDeclaration, Module } from "./module.ts";
import { dynamicType } from "./type.ts";
import {
  asKnownString,
  numberValue,
  objectValue,
  symbolValue,
  type UnknownValue,
  type Value,
} from "./value.ts";
import type { Evaluator } from "./moduleScope.ts";
import { attributeIn, onlyDeclaration } from "./overrides.ts";
import { factsWhere } from "./alternatives.ts";
import type { Fact } from "./facts.ts";
import { anyElement, collectionId, countNames } from "./standIns.ts";

/** A module with what its expressions are worth. */
export interface EvaluatedModule {
  readonly module: Module;
  readonly evaluate: Evaluator;
  /** What is known, as the module is there: its call may depend on conditions. */
  readonly facts: readonly Fact[];
}

export interface Instance {
  /** What follows the address to name the instance: `[0]`, `.a`, `["a b"]`; empty for a block that is not repeated. */
  readonly step: string;
  /** `each` or `count` as the block's expressions see them. */
  readonly names: ReadonlyMap<string, Value>;
  /** False for one that stands for any number of instances. */
  readonly known: boolean;
  /** What is known, as there is this instance. */
  readonly facts: readonly Fact[];
}

const noNames: ReadonlyMap<string, Value> = new Map();
const single: Instance = { step: "", names: noNames, known: true, facts: [] };
/** More are not told apart. */
export const mostInstances = 200;

export function instancesOf(evaluated: EvaluatedModule, declaration: BlockDeclaration): readonly Instance[] {
  const { facts } = evaluated;
  const instances = instancesWithin(evaluated, declaration, deepestChain);
  if (facts.length === 0) return instances;
  return instances.map((instance) => ({ ...instance, facts: [...facts, ...instance.facts] }));
}

/** How many blocks may be repeated for one another. */
const deepestChain = 8;

function instancesWithin(
  evaluated: EvaluatedModule,
  declaration: BlockDeclaration,
  depth: number,
): readonly Instance[] {
  const { module, evaluate } = evaluated;
  const forEach = attributeIn(module, declaration, "for_each");
  if (forEach) {
    const collection = evaluate(forEach.attribute.value, forEach.file);
    return chained(evaluated, collection, depth) ?? eachOf(collection, declaration.address);
  }
  const count = attributeIn(module, declaration, "count");
  return count ? countedBy(evaluate(count.attribute.value, count.file), declaration.address) : [single];
}

/** Where the number is not known the first instance stands for all: if there is any, there is that one. */
function countedBy(count: Value, address: string): readonly Instance[] {
  const number = count.kind === "number" ? toSafeInteger(count.value) : undefined;
  const length = number === undefined ? 1 : Math.min(Math.max(number, 0), mostInstances);
  return Array.from({ length }, (_, index) => ({
    step: stepText(index),
    names: new Map([["count", objectValue([["index", numberValue(fromInteger(index))]])]]),
    known: number !== undefined,
    facts: number === undefined ? factsOfCount(count, address) : [],
  }));
}

/** There are some, so the conditions are such that there can be. */
function factsOfCount(count: Value, address: string): readonly Fact[] {
  const conditions = factsWhere(count, (one) => one.kind !== "number" || (toSafeInteger(one.value) ?? 1) > 0);
  return [existing(countNames(count, address).first), ...conditions];
}

function existing(condition: string): Fact {
  return { condition, holds: true };
}

/** `for_each = spacelift_stack.all`: an instance for each instance of another block. */
function chained(
  evaluated: EvaluatedModule,
  collection: Value,
  depth: number,
): readonly Instance[] | undefined {
  const id = collectionId(collection);
  const other = id === undefined || depth === 0 ? undefined : onlyDeclaration(evaluated.module, id);
  if (other?.kind !== "resource" && other?.kind !== "data") return undefined;
  if (collection.kind !== "unknown" || !attributeIn(evaluated.module, other, "for_each")) return undefined;
  return instancesWithin(evaluated, other, depth - 1).flatMap((instance) => {
    const key = keyOf(instance);
    const value = symbolValue({ id: `${id}${instance.step}`, type: dynamicType }, collection.reason);
    return key === undefined ? [] : [{ ...instance, names: each(key, value) }];
  });
}

function keyOf({ names }: Instance): Value | undefined {
  const bound = names.get("each");
  return bound?.kind === "object" ? bound.entries.get("key") : undefined;
}

function eachOf(collection: Value, address: string): readonly Instance[] {
  const elements = elementsOf(collection, { uri: "", span: { start: 0, end: 0 } });
  if (!isElements(elements)) return elements.kind === "unknown" ? [anyOf(collection, elements, address)] : [];
  const named = elements.slice(0, mostInstances).map(instanceFor);
  return named.includes(undefined)
    ? [anyOf(collection, undefined, address)]
    : named.filter((instance) => instance !== undefined);
}

function instanceFor({ key, value }: IteratedElement): Instance | undefined {
  const name = asKnownString(key);
  return name === undefined
    ? undefined
    : { step: stepText(name), names: each(key, value), known: true, facts: [] };
}

/** Blocks that are repeated over the same thing have the same keys. */
function anyOf(collection: Value, unknown: UnknownValue | undefined, address: string): Instance {
  const reason = unknown?.reason ?? {
    kind: "known after apply",
    subject: `for_each of ${address}`,
    at: undefined,
  };
  const { name, key, value, under } = anyElement(collection, address, reason);
  return { step: `[${name}]`, names: each(key, value), known: false, facts: under.map(existing) };
}

function each(key: Value, value: Value): ReadonlyMap<string, Value> {
  return new Map([
    [
      "each",
      objectValue([
        ["key", key],
        ["value", value],
      ]),
    ],
  ]);
}
