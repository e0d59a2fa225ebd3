/**
 * What waits for what in a module: Terraform makes a thing after everything that it refers to, straight or through
 * locals, data sources and `depends_on`. What a call of another module waits for inside is not known here.
 * https://developer.hashicorp.com/terraform/internals/graph
 */
import type { Declaration, Module } from "./module.ts";
import { declarationReferences, type PlacedReference } from "./moduleReferences.ts";

export interface Dependency {
  /** The address that waits. */
  readonly from: string;
  /** The address that it waits for. */
  readonly to: string;
  /** Where that is written. */
  readonly reference: PlacedReference;
}

type Graph = ReadonlyMap<string, readonly Dependency[]>;

const graphs = new WeakMap<Module, Graph>();

/** What the declarations of the address refer to, as far as the module declares it. */
export function dependenciesOf(module: Module, address: string): readonly Dependency[] {
  return graphOf(module).get(address) ?? [];
}

/** Whether `a` is made after `b`. `maybe` where the only way leads through a call of another module. */
export function waitsFor(module: Module, a: string, b: string): "yes" | "no" | "maybe" {
  if (pathBetween(module, a, b, isCertain)) return "yes";
  return pathBetween(module, a, b, () => true) ? "maybe" : "no";
}

/** The shortest cycle that leads from the address back to it; undefined where there is none for certain. */
export function cycleThrough(module: Module, address: string): readonly Dependency[] | undefined {
  return pathBetween(module, address, address, isCertain);
}

/** All addresses that wait for any of the given ones, in whatever way. */
export function dependentsOf(module: Module, addresses: readonly string[]): ReadonlySet<string> {
  const waiting = waitingOf(module);
  const found = new Set<string>();
  const queue = [...addresses];
  for (const address of queue) {
    for (const from of waiting.get(address) ?? []) {
      if (found.has(from)) continue;
      found.add(from);
      queue.push(from);
    }
  }
  return found;
}

/** An output of a module need not depend on every input of it. */
function isCertain({ from }: Dependency): boolean {
  return !from.startsWith("module.");
}

/** The shortest way along the dependencies that `allowed` lets through; of at least one step. */
function pathBetween(
  module: Module,
  start: string,
  end: string,
  allowed: (dependency: Dependency) => boolean,
): readonly Dependency[] | undefined {
  const cameBy = new Map<string, Dependency>();
  const queue = [start];
  for (const address of queue) {
    for (const dependency of dependenciesOf(module, address).filter(allowed)) {
      if (dependency.to === end) return [...wayTo(cameBy, start, address), dependency];
      if (dependency.to === start || cameBy.has(dependency.to)) continue;
      cameBy.set(dependency.to, dependency);
      queue.push(dependency.to);
    }
  }
  return undefined;
}

function wayTo(cameBy: ReadonlyMap<string, Dependency>, start: string, end: string): readonly Dependency[] {
  const way: Dependency[] = [];
  for (let at = end; at !== start;) {
    const dependency = cameBy.get(at);
    if (!dependency) break;
    way.unshift(dependency);
    at = dependency.from;
  }
  return way;
}

function graphOf(module: Module): Graph {
  const known = graphs.get(module);
  if (known) return known;
  const graph = new Map(
    [...module.byAddress].map(([address, declarations]) => [
      address,
      declarations.flatMap((declaration) => dependencies(module, address, declaration)),
    ]),
  );
  graphs.set(module, graph);
  return graph;
}

const reverseGraphs = new WeakMap<Module, ReadonlyMap<string, readonly string[]>>();

/** Who waits for each address directly. */
function waitingOf(module: Module): ReadonlyMap<string, readonly string[]> {
  const known = reverseGraphs.get(module);
  if (known) return known;
  const waiting = new Map<string, string[]>();
  for (const { from, to } of [...graphOf(module).values()].flat()) {
    const same = waiting.get(to);
    if (same) same.push(from);
    else waiting.set(to, [from]);
  }
  reverseGraphs.set(module, waiting);
  return waiting;
}

function dependencies(module: Module, from: string, declaration: Declaration): readonly Dependency[] {
  if (!takesPart(declaration)) return [];
  return declarationReferences(declaration)
    .filter(({ reference }) => module.byAddress.get(reference.address)?.some(takesPart))
    .map((reference) => ({ from, to: reference.reference.address, reference }));
}

/** Variables come from outside the module, and providers are set up apart from what they make. */
function takesPart({ kind }: Declaration): boolean {
  return kind !== "variable" && kind !== "provider" && kind !== "terraform";
}
