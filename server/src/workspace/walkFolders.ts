/** Walks the folders of a workspace, as far as there can be modules in them. */
import type { FileSystem } from "./fileSystem.ts";
import { fileIn } from "./uris.ts";

interface WalkedFolder {
  readonly folder: string;
  /** The names of the files in it. */
  readonly names: readonly string[];
}

/** Bounds against links that lead in circles, and against disks that are no workspace. */
export const walkLimits = { folders: 20_000, depth: 24 } as const;

/** How many folders are read at a time. */
const atOnce = 32;

/** Level by level. Hidden folders, `.terraform` and `.git` among them, and packages of Node hold no modules. */
export async function* walkFolders(
  files: FileSystem,
  roots: readonly string[],
  log: (message: string) => void,
): AsyncGenerator<WalkedFolder> {
  const seen = new Set(roots);
  let level: readonly string[] = [...seen];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > walkLimits.depth) {
      log(`Folders more than ${walkLimits.depth} levels deep are left out, such as ${level[0] ?? ""}.`);
      return;
    }
    const below: string[] = [];
    for (let at = 0; at < level.length; at += atOnce) {
      const read = await Promise.all(level.slice(at, at + atOnce).map((folder) => readNames(files, folder)));
      for (const { folder, names, folders } of read) {
        yield { folder, names };
        for (const name of folders) below.push(fileIn(folder, name));
      }
    }
    level = below.filter((folder) => !seen.has(folder)).slice(0, Math.max(0, walkLimits.folders - seen.size));
    if (level.length < below.length) log(`Only the first ${walkLimits.folders} folders are looked at.`);
    for (const folder of level) seen.add(folder);
  }
}

async function readNames(
  files: FileSystem,
  folder: string,
): Promise<WalkedFolder & { readonly folders: readonly string[] }> {
  const entries = await files.readDirectory(folder);
  return {
    folder,
    names: entries.filter(({ isDirectory }) => !isDirectory).map(({ name }) => name),
    folders: entries
      .filter(({ isDirectory, name }) => isDirectory && !isSkipped(name))
      .map(({ name }) => name),
  };
}

function isSkipped(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}
