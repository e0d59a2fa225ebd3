/** Findings of all instances of a module as one list: what holds in some calls only says in which. */
import type { Module } from "../terraform/module.ts";
import type { ModuleInstance } from "../terraform/moduleInstances.ts";
import type { Finding } from "./finding.ts";

interface InstanceFindings {
  readonly instance: ModuleInstance;
  readonly findings: readonly Finding[];
}

/** Equal findings once, in the order in which they first come. */
export function mergeFindings(module: Module, all: readonly InstanceFindings[]): readonly Finding[] {
  const own = new Set(module.files.map(({ uri }) => uri));
  const merged = new Map<string, { finding: Finding; instances: Set<ModuleInstance> }>();
  for (const { instance, findings } of all) {
    for (const finding of findings) {
      const key = keyOf(finding);
      const known = merged.get(key) ?? { finding, instances: new Set() };
      merged.set(key, known);
      known.instances.add(instance);
    }
  }
  const manyRoots = new Set(all.map(({ instance }) => rootOf(instance))).size > 1;
  return [...merged.values()].map(({ finding, instances }) =>
    // A place in a caller's file tells the call by itself.
    instances.size === all.length || !own.has(finding.location.uri)
      ? finding
      : {
          ...finding,
          message: `${finding.message} This is so only in ${listed(module, [...instances], manyRoots)}.`,
        },
  );
}

function keyOf({ code, severity, location, message }: Finding): string {
  return JSON.stringify([code, severity, location, message]);
}

const mostNamed = 3;

/** `in module.a, module.b and 2 more calls`, with the folders of the roots where there are several. */
function listed(module: Module, instances: readonly ModuleInstance[], manyRoots: boolean): string {
  const names = instances.map((instance) => nameOf(module, instance, manyRoots));
  const named = names.slice(0, names.length > mostNamed + 1 ? mostNamed : names.length);
  const rest = names.length - named.length;
  const last = rest > 0 ? `${rest} more calls` : named.pop();
  return named.length === 0 ? (last ?? "") : `${named.join(", ")} and ${last ?? ""}`;
}

function nameOf(module: Module, instance: ModuleInstance, manyRoots: boolean): string {
  const name = instance.path.join(".");
  return manyRoots ? `${name} of ${relativeFolder(module.uri, rootOf(instance).module.uri)}` : name;
}

function rootOf(instance: ModuleInstance): ModuleInstance {
  return instance.caller ? rootOf(instance.caller) : instance;
}

/** The way from one folder to another, as people write it. */
function relativeFolder(from: string, to: string): string {
  const [start, end] = [from.split("/"), to.split("/")];
  const shared = start.findIndex((segment, index) => segment !== end[index]);
  const common = shared < 0 ? start.length : shared;
  const up = start.slice(common).map(() => "..");
  const path = [...up, ...end.slice(common)].map(decode).join("/");
  return path === "" ? "." : path;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
