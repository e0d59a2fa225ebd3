/** A folder that VS Code may change: a copy, in a temporary place. */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

interface Workspace {
  readonly path: string;
  remove(): Promise<void>;
}

/** The copy keeps the folder's name, which VS Code shows. */
export async function copyOfFolder(folder: string): Promise<Workspace> {
  const parent = await mkdtemp(join(tmpdir(), "spacelift-aws-folder-"));
  const path = join(parent, basename(folder));
  await cp(folder, path, { recursive: true });
  return { path, remove: () => rm(parent, { recursive: true, force: true }) };
}
