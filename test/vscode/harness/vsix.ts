/** The extension as users get it: packed into a .vsix, in the cache folder. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder, projectRoot } from "./paths.ts";
import { lastLines, runProgram } from "./runProgram.ts";

export async function packageExtension(): Promise<string> {
  const file = join(cacheFolder, "extension.vsix");
  await mkdir(cacheFolder, { recursive: true });
  const { ok, output } = await runProgram("npm", ["run", "package", "--", "--out", file], {
    cwd: projectRoot,
  });
  if (!ok) throw new Error(`Packing the extension failed:\n${lastLines(output)}`);
  return file;
}
