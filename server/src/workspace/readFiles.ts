/**
 * Gives the modules that have to do with Spacelift what their functions read from the workspace: evaluation cannot wait
 * for a disk. Only paths that are written out are followed, and none that leads out of the workspace.
 */
import { createConfiguration, type Configuration } from "../terraform/configuration.ts";
import { fileCallsIn, fileCallTargets, type FileCall } from "../terraform/fileCalls.ts";
import type { Module } from "../terraform/module.ts";
import type { FileReading, Reads } from "../terraform/reads.ts";
import type { FileReader } from "./fileReader.ts";
import { concernsSpacelift } from "./snapshot.ts";
import { isBelow } from "./uris.ts";

/** More files for one module are not read. */
export const mostReads = 100;

/** The same modules as before where they have nothing to read, or read the same as before. */
export async function withReads(
  configuration: Configuration,
  reader: FileReader,
  workspace: readonly string[],
  log: (message: string) => void,
): Promise<Configuration> {
  const modules = [...configuration.modules.values()];
  if (!modules.some(concernsSpacelift)) return configuration;
  const read = await Promise.all(
    modules.map((module) => readFor(module, configuration, reader, workspace, log)),
  );
  return read.every((module, index) => module === modules[index]) ? configuration : createConfiguration(read);
}

async function readFor(
  module: Module,
  configuration: Configuration,
  reader: FileReader,
  workspace: readonly string[],
  log: (message: string) => void,
): Promise<Module> {
  const all = wantedBy(module, configuration).flatMap((one) => {
    const top = [...workspace, module.uri].find((folder) => isBelow(folder, one.uri));
    return top === undefined || /\/\.(?:git|terraform)(?:\/|$)/.test(one.uri) ? [] : [{ ...one, top }];
  });
  if (all.length === 0) return module;
  const wanted = all.slice(0, mostReads);
  if (wanted.length < all.length) log(`${module.uri}: the first ${mostReads} files that it names are read.`);
  const files = new Map<string, FileReading>();
  const folders = new Map<string, readonly string[] | undefined>();
  for (const { what, uri, top } of wanted) {
    if (what === "folder") folders.set(uri, await reader.list(uri));
    else files.set(uri, await reader.read(uri, top));
  }
  return withSameReads(module, { files, folders });
}

interface Wanted {
  readonly what: FileCall["what"];
  readonly uri: string;
}

/** What the calls of the module name. */
function wantedBy(module: Module, configuration: Configuration): readonly Wanted[] {
  return module.files.flatMap(({ syntax }) =>
    fileCallsIn(syntax).flatMap((call) =>
      fileCallTargets(call, module, configuration).map((uri) => ({ what: call.what, uri })),
    ),
  );
}

const last = new WeakMap<Module, Module>();

function withSameReads(module: Module, reads: Reads): Module {
  const before = last.get(module);
  if (before && isSame(before.companions.reads, reads)) return before;
  const made = { ...module, companions: { ...module.companions, reads } };
  last.set(module, made);
  return made;
}

/** Readings that are equal are one object. */
function isSame(one: Reads, other: Reads): boolean {
  return (
    one.files.size === other.files.size &&
    one.folders.size === other.folders.size &&
    [...one.files].every(([uri, reading]) => other.files.get(uri) === reading) &&
    [...one.folders].every(([uri, paths]) => other.folders.get(uri)?.join("\n") === paths?.join("\n"))
  );
}

/** True where one of the modules reads the file, or lists a folder above it. */
export function readsFrom({ modules }: Configuration, uri: string): boolean {
  return [...modules.values()].some(
    ({ companions: { reads } }) =>
      [...reads.files.keys()].some((file) => isBelow(uri, file)) ||
      [...reads.folders.keys()].some((folder) => isBelow(folder, uri)),
  );
}
