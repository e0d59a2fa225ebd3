/**
 * Gathers the modules that have to do with one: those that it calls, those that call it, and what these call in turn.
 * Other callers of what it calls are left alone.
 */
import { createConfiguration, localCalls, type Configuration } from "../terraform/configuration.ts";
import type { Module } from "../terraform/module.ts";

interface Modules {
  readonly read: (folder: string) => Promise<Module>;
  /** Folders that may call this one. */
  readonly callersOf: (folder: string) => readonly string[];
}

/** More modules are not looked at together. */
export const mostModules = 64;

export async function gather(
  start: Module,
  modules: Modules,
  log: (message: string) => void,
): Promise<Configuration> {
  const found = new Map([[start.uri, start]]);
  await addCalled(found, [start], modules);
  const callers = await addCallers(found, start, modules);
  await addCalled(found, callers, modules);
  if (found.size >= mostModules)
    log(`${start.uri}: looked at with the first ${mostModules} modules around it.`);
  return createConfiguration(found.values());
}

type Found = Map<string, Module>;

/** What the modules call, and what that calls. */
async function addCalled(found: Found, from: readonly Module[], modules: Modules): Promise<void> {
  for (let level = from; level.length > 0;) {
    const targets = new Set(level.flatMap(localCalls).map(({ target }) => target));
    const read = await readNew(found, [...targets], modules);
    // A folder without files is not there.
    level = read.filter(({ files }) => files.length > 0);
    for (const module of level) found.set(module.uri, module);
  }
}

/** Those that call the module, and those that call them. */
async function addCallers(found: Found, start: Module, modules: Modules): Promise<readonly Module[]> {
  const callers: Module[] = [];
  for (let level: readonly Module[] = [start]; level.length > 0;) {
    const called = new Set(level.map(({ uri }) => uri));
    const candidates = new Set([...called].flatMap(modules.callersOf));
    const read = await readNew(found, [...candidates], modules);
    level = read.filter((module) => localCalls(module).some(({ target }) => called.has(target)));
    for (const module of level) found.set(module.uri, module);
    callers.push(...level);
  }
  return callers;
}

function readNew(found: Found, folders: readonly string[], modules: Modules): Promise<readonly Module[]> {
  const room = Math.max(0, mostModules - found.size);
  const wanted = folders.filter((folder) => !found.has(folder)).slice(0, room);
  return Promise.all(wanted.map(modules.read));
}
