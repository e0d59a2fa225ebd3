/** A folder as it is on disk: the files that count for its module, read and parsed. */
import type { ModuleFile } from "../terraform/module.ts";
import { parseFile } from "../terraform/parseFile.ts";
import type { FileSystem } from "./fileSystem.ts";
import { isCompanionFile, limits, moduleFileNames } from "./moduleFiles.ts";
import { fileIn } from "./uris.ts";

export interface Folder {
  readonly files: readonly ModuleFile[];
  /** False where a file that belongs to the module is not among them. */
  readonly complete: boolean;
}

/** What is left out is said in the log. */
export async function readFolder(
  files: FileSystem,
  folder: string,
  log: (message: string) => void,
): Promise<Folder> {
  const entries = await files.readDirectory(folder);
  const names = entries.filter((entry) => !entry.isDirectory).map((entry) => entry.name);
  const all = [...moduleFileNames(names), ...names.filter(isCompanionFile)];
  const wanted = all.slice(0, limits.filesPerFolder);
  if (wanted.length < all.length) {
    log(`${folder}: read the first ${wanted.length} of ${all.length} files; the others are left out.`);
  }
  const read = await Promise.all(wanted.map((name) => readModuleFile(files, fileIn(folder, name), log)));
  const found = read.filter((file) => file !== undefined);
  return { files: found, complete: found.length === all.length };
}

async function readModuleFile(
  files: FileSystem,
  uri: string,
  log: (message: string) => void,
): Promise<ModuleFile | undefined> {
  const text = await files.readFile(uri, limits.bytesPerFile);
  if (text === undefined) log(`${uri}: left out, it cannot be read or is larger than 4 MB.`);
  return text === undefined ? undefined : { uri, syntax: parseFile(uri, text) };
}
