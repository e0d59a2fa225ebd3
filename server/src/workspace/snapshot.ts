/** What every feature works on: one module as it is at one moment. It never changes; an edit makes a new one. */
import { perObject } from "../base/remember.ts";
import { withModule, type Configuration } from "../terraform/configuration.ts";
import type { Module, ModuleFile } from "../terraform/module.ts";
import type { Settings } from "./settings.ts";

export interface Snapshot {
  readonly settings: Settings;
  /** Another extension in the same editor already shows plain attribute names, documentation and syntax errors. */
  readonly besideTerraformExtension: boolean;
  readonly module: Module;
  /** The module with those that it calls, those that call it, and what these call. */
  readonly configuration: Configuration;
  /** Files that these modules read, and modules elsewhere too, of which nothing else is known here. */
  readonly readElsewhere: ReadonlySet<string>;
  /** The version that the client gave each open document, by URI. */
  readonly versions: ReadonlyMap<string, number>;
}

/** The modules around, with the snapshot's own in its newest state. */
export const configurationOf = perObject(({ configuration, module }: Snapshot): Configuration =>
  withModule(configuration, module),
);

/** A file of the module by its URI. */
export function fileOf({ module }: Snapshot, uri: string): ModuleFile | undefined {
  return module.files.find((file) => file.uri === uri);
}

/** A file by its URI, wherever in the configuration it is. */
export function anyFileOf(snapshot: Snapshot, uri: string): ModuleFile | undefined {
  return fileOf(snapshot, uri) ?? filesByUri(snapshot.configuration).get(uri);
}

const fileMaps = new WeakMap<Configuration, ReadonlyMap<string, ModuleFile>>();

function filesByUri(configuration: Configuration): ReadonlyMap<string, ModuleFile> {
  const known = fileMaps.get(configuration);
  if (known) return known;
  const files = [...configuration.modules.values()].flatMap(allFilesOf);
  const map = new Map(files.map((file) => [file.uri, file]));
  fileMaps.set(configuration, map);
  return map;
}

/** The text of a file of the configuration, or of one that its functions read. */
export function textAt(snapshot: Snapshot, uri: string): { readonly text: string } | undefined {
  const file = anyFileOf(snapshot, uri);
  if (file) return file.syntax;
  for (const { companions } of configurationOf(snapshot).modules.values()) {
    const reading = companions.reads.files.get(uri);
    if (reading?.kind === "text") return reading;
  }
  return undefined;
}

/** The files of a module, and those beside them that count for it. */
export function allFilesOf({ files, companions }: Module): readonly ModuleFile[] {
  const { variableFiles, lockFile } = companions;
  return [...files, ...variableFiles, ...(lockFile ? [lockFile] : [])];
}

/** The same moment, seen from another module of the configuration. */
export function seenFrom(snapshot: Snapshot, module: Module): Snapshot {
  return module === snapshot.module ? snapshot : { ...snapshot, module };
}

/** True when any file of the module mentions the family at all: everything else costs nothing and gets nothing. */
export function concernsSpacelift(module: Module): boolean {
  return module.files.some(mentionsSpacelift);
}

export function mentionsFamily(text: string): boolean {
  return text.includes("spacelift_");
}

const mentions = new WeakMap<object, boolean>();

function mentionsSpacelift(file: ModuleFile): boolean {
  const known = mentions.get(file.syntax);
  if (known !== undefined) return known;
  const answer = mentionsFamily(file.syntax.text);
  mentions.set(file.syntax, answer);
  return answer;
}
