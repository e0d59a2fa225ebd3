/** The folders of a workspace in which a module mentions Spacelift's resources. */
import type { FileSystem } from "./fileSystem.ts";
import { isModuleFile, limits, moduleFileNames } from "./moduleFiles.ts";
import { mentionsFamily } from "./snapshot.ts";
import { fileIn } from "./uris.ts";
import { walkFolders } from "./walkFolders.ts";

/** In the order of their names. `openText` is what counts of a file that is open. */
export async function familyFolders(
  files: FileSystem,
  roots: readonly string[],
  openText: (uri: string) => string | undefined,
  log: (message: string) => void,
): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { folder, names } of walkFolders(files, roots, log)) {
    const wanted = moduleFileNames(names.filter(isModuleFile)).slice(0, limits.filesPerFolder);
    for (const name of wanted) {
      const uri = fileIn(folder, name);
      const text = openText(uri) ?? (await files.readFile(uri, limits.bytesPerFile));
      if (text === undefined || !mentionsFamily(text)) continue;
      found.push(folder);
      break;
    }
  }
  return found.sort();
}
