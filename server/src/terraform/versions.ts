/**
 * Versions: what a declaration says together with all that it refers to. It is one object for as long as nothing of
 * that changes, from one edit of a file to the next, so that what was worked out from it can be kept with it.
 */
import type { Attribute, Block } from "../hcl/ast.ts";
import { localCalls, type Configuration } from "./configuration.ts";
import { nodeOf, type Module } from "./module.ts";
import { addressesReferredTo } from "./moduleReferences.ts";

/** An object to keep things with; it says nothing itself. */
export interface Version {
  readonly address: string;
}

/** What values depend on beside the declarations of the module. The same object while it is the same. */
interface Environment {
  readonly parts: readonly unknown[];
}

/** The version of an address; undefined where nothing declares it. */
export type VersionOf = (address: string) => Version | undefined;

export function createVersions(module: Module, environment: Environment): VersionOf {
  const known = new Map<string, Version | undefined>();
  const underWay = new Set<string>();
  return versionOf;

  function versionOf(address: string): Version | undefined {
    if (known.has(address)) return known.get(address);
    // What refers to itself has no value, and gets a version of its own each time.
    if (underWay.has(address)) return { address };
    underWay.add(address);
    const version = versionNow(address);
    underWay.delete(address);
    known.set(address, version);
    return version;
  }

  function versionNow(address: string): Version | undefined {
    const declarations = module.byAddress.get(address) ?? [];
    const [first] = declarations;
    if (!first) return undefined;
    const parts: unknown[] = [environment];
    for (const declaration of declarations) {
      parts.push(declaration.file.uri, nodeOf(declaration));
      for (const other of addressesReferredTo(declaration))
        if (other !== address) parts.push(versionOf(other));
    }
    const before = last.get(nodeOf(first));
    if (before && areSame(before.parts, parts)) return before.version;
    const version = { address };
    last.set(nodeOf(first), { parts, version });
    return version;
  }
}

interface Entry {
  readonly parts: readonly unknown[];
  readonly version: Version;
}

const last = new WeakMap<Block | Attribute, Entry>();

/** Of a module in which Terraform is run: the files beside it that count, and the modules that it calls. */
export function environmentOf(module: Module, configuration: Configuration): Environment {
  const { variableFiles, reads } = module.companions;
  const parts: readonly unknown[] = [
    module.uri,
    ...variableFiles.flatMap(({ uri, syntax }) => [uri, syntax]),
    ...[...reads.files].flat(),
    ...[...reads.folders].flatMap(([uri, paths]) => [uri, paths?.join("\n")]),
    ...calledModules(module, configuration),
  ];
  const same = lastEnvironments.find((environment) => areSame(environment.parts, parts));
  const environment = same ?? { parts };
  lastEnvironments = [environment, ...lastEnvironments.filter((other) => other !== environment)].slice(0, 8);
  return environment;
}

/** Those of the modules that were worked on last, so that they are found to be the same again. */
let lastEnvironments: readonly Environment[] = [];

function calledModules(module: Module, { modules }: Configuration): readonly unknown[] {
  const found = new Map<string, Module | undefined>();
  const queue = [module];
  for (const at of queue) {
    for (const { target } of localCalls(at)) {
      if (found.has(target)) continue;
      const called = modules.get(target);
      found.set(target, called);
      if (called) queue.push(called);
    }
  }
  return [...found].flat();
}

function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((part, index) => part === others[index]);
}
