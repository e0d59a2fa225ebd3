/**
 * What waits for what in a module: Terraform makes a thing after everything that it refers to, straight or through
 * locals, data sources and `depends_on`. What a call of another module waits for inside is not known here.
 * https://developer.hashicorp.com/terraform/internals/graph
 */
import type { Declaration, Module } from "./module.ts";
import { addressesReferredTo, declarationReferences, type PlacedReference } from "./moduleReferences.ts";

export interface Dependency {
  /** The address that waits. */
  readonly from: string;
  /** The address that it waits for. */
  readonly to: string;
  /** Where that is written first. */
  readonly reference: PlacedReference;
}

const dependencies = new WeakMap<Module, Map<string, readonly Dependency[]>>();

/** What the declarations of the address refer to, each thing once, as far as the module declares it. */
export function dependenciesOf(module: Module, address: string): readonly Dependency[] {
  const byAddress = dependencies.get(module) ?? new Map<string, readonly Dependency[]>();
  dependencies.set(module, byAddress);
  const found = byAddress.get(address) ?? readDependencies(module, address);
  byAddress.set(address, found);
  return found;
}

function readDependencies(module: Module, address: string): readonly Dependency[] {
  const found = new Map<string, Dependency>();
  for (const declaration of waiters(module, address)) {
    for (const reference of declarationReferences(declaration)) {
      const to = reference.reference.address;
      if (!found.has(to) && isWaitedFor(module, to)) found.set(to, { from: address, to, reference });
    }
  }
  return [...found.values()];
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
  return usersOf(module, address).length > 0 ? certainPath(module, address, address) : undefined;
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

const reverseGraphs = new WeakMap<Module, ReadonlyMap<string, readonly string[]>>();

/** Who waits for each address directly. */
function waitingOf(module: Module): ReadonlyMap<string, readonly string[]> {
  const known = reverseGraphs.get(module);
  if (known) return known;
  const waiting = new Map<string, string[]>();
  for (const from of module.byAddress.keys()) {
    for (const to of new Set(waiters(module, from).flatMap(addressesReferredTo))) {
      if (!isWaitedFor(module, to)) continue;
      const same = waiting.get(to);
      if (same) same.push(from);
      else waiting.set(to, [from]);
    }
  }
  reverseGraphs.set(module, waiting);
  return waiting;
}

/** The declarations of the address that wait for what they refer to. */
function waiters(module: Module, address: string): readonly Declaration[] {
  return module.byAddress.get(address)?.filter(takesPart) ?? [];
}

function isWaitedFor(module: Module, address: string): boolean {
  return module.byAddress.get(address)?.some(takesPart) ?? false;
}

/** Variables come from outside the module, and providers are set up apart from what they make. */
function takesPart({ kind }: Declaration): boolean {
  return kind !== "variable" && kind !== "provider" && kind !== "terraform";
}
