/** Files in memory that can be changed, and that count how often they are read. */
import type { DirectoryEntry, FileSystem } from "../../server/src/workspace/fileSystem.ts";

export interface MemoryFileSystem extends FileSystem {
  readonly texts: Map<string, string>;
  /** The URIs of the files that were read, in order. */
  readonly reads: string[];
  /** Folders that lead to another one, as links do. */
  readonly links: Map<string, string>;
}

/** By path, such as `/a/main.tf`. */
export function memoryFileSystem(texts: Readonly<Record<string, string>>): MemoryFileSystem {
  const stored = new Map(Object.entries(texts).map(([path, text]) => [`file://${path}`, text]));
  const links = new Map<string, string>();
  const reads: string[] = [];
  const actual = (uri: string): string => {
    for (const [from, to] of links)
      if (uri === from || uri.startsWith(`${from}/`)) return actual(to + uri.slice(from.length));
    return uri;
  };
  return {
    texts: stored,
    reads,
    links,
    readDirectory: (uri) => Promise.resolve(entriesIn(actual(uri), stored, links)),
    readFile(uri, maxBytes) {
      reads.push(uri);
      const text = stored.get(actual(uri));
      return Promise.resolve(text === undefined || text.length > maxBytes ? undefined : text);
    },
  };
}

function entriesIn(
  folder: string,
  texts: ReadonlyMap<string, string>,
  links: ReadonlyMap<string, string>,
): readonly DirectoryEntry[] {
  const found = new Map<string, boolean>();
  for (const uri of [...texts.keys(), ...[...links.keys()].map((link) => `${link}/x`)]) {
    if (!uri.startsWith(`${folder}/`)) continue;
    const [name = "", ...below] = uri.slice(folder.length + 1).split("/");
    found.set(name, (found.get(name) ?? false) || below.length > 0);
  }
  return [...found].map(([name, isDirectory]) => ({ name, isDirectory }));
}
