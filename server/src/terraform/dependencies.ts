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

/** The addresses whose declarations refer to the address. */
export function usersOf(module: Module, address: string): readonly string[] {
  return waitingOf(module).get(address) ?? [];
}

/** Whether `a` is made after `b`. `maybe` where the only way leads through a call of another module. */
export function waitsFor(module: Module, a: string, b: string): "yes" | "no" | "maybe" {
  const { certainly, possibly } = waitingFor(module, b);
  if (certainly.has(a)) return "yes";
  return possibly.has(a) ? "maybe" : "no";
}

/** The shortest cycle that leads from the address back to it; undefined where there is none for certain. */
export function cycleThrough(module: Module, address: string): readonly Dependency[] | undefined {
  return certainPath(module, address, address);
}

/** All addresses that wait for any of the given ones, in whatever way. */
export function dependentsOf(module: Module, addresses: readonly string[]): ReadonlySet<string> {
  return waitingAlong(module, addresses, () => true);
}

interface Waiting {
  readonly certainly: ReadonlySet<string>;
  readonly possibly: ReadonlySet<string>;
}

const waitingByTarget = new WeakMap<Module, Map<string, Waiting>>();

function waitingFor(module: Module, address: string): Waiting {
  const byTarget = waitingByTarget.get(module) ?? new Map<string, Waiting>();
  waitingByTarget.set(module, byTarget);
  const waiting = byTarget.get(address) ?? {
    certainly: waitingAlong(module, [address], (from) => !isCall(from)),
    possibly: dependentsOf(module, [address]),
  };
  byTarget.set(address, waiting);
  return waiting;
}

/** Who waits for one of the addresses, where only those that `allowed` lets through wait. */
function waitingAlong(
  module: Module,
  addresses: readonly string[],
  allowed: (from: string) => boolean,
): ReadonlySet<string> {
  const waiting = waitingOf(module);
  const found = new Set<string>();
  const queue = [...addresses];
  for (const address of queue) {
    for (const from of waiting.get(address) ?? []) {
      if (found.has(from) || !allowed(from)) continue;
      found.add(from);
      queue.push(from);
    }
  }
  return found;
}

/** An output of a module need not depend on every input of it, so what leads through a call is not certain. */
function isCall(address: string): boolean {
  return address.startsWith("module.");
}

/** The shortest way along certain dependencies; of at least one step. */
function certainPath(module: Module, start: string, end: string): readonly Dependency[] | undefined {
  const cameBy = new Map<string, Dependency>();
  const queue = [start];
  for (const address of queue) {
    for (const dependency of dependenciesOf(module, address).filter(({ from }) => !isCall(from))) {
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
