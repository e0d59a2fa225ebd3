/** Files on disk. Anything that cannot be read counts as not there. */
import { readdir, readFile, stat } from "node:fs/promises";
import { URI } from "vscode-uri";
import type { DirectoryEntry, FileSystem } from "./workspace/fileSystem.ts";

export const nodeFiles: FileSystem = {
  async readDirectory(uri) {
    const path = pathOf(uri);
    if (path === undefined) return [];
    try {
      const entries = await readdir(path, { withFileTypes: true });
      return entries.flatMap((entry): DirectoryEntry[] =>
        // A link may lead to a file; to which, reading it will tell. Sockets and the like are no files.
        entry.isFile() || entry.isSymbolicLink()
          ? [{ name: entry.name, isDirectory: false, isLink: entry.isSymbolicLink() }]
          : entry.isDirectory()
            ? [{ name: entry.name, isDirectory: true }]
            : [],
      );
    } catch {
      return [];
    }
  },

  async readFile(uri, maxBytes) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      const { size } = await stat(path);
      return size > maxBytes ? undefined : await readFile(path, "utf8");
    } catch {
      return undefined;
    }
  },
};

/** Undefined for documents that are on no disk, such as `untitled:` or `vscode-vfs:`. */
function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === "file" ? parsed.fsPath : undefined;
}
