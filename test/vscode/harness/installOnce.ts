/**
 * Installs something into the cache folder on first use.
 *
 * The work is done in a folder beside the final one, which gets its name only when every step has succeeded:
 * an interrupted install is never mistaken for a finished one, and two at once do not disturb each other.
 */
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder } from "./paths.ts";
import { lastLines, runProgram } from "./runProgram.ts";

export interface InstallStep {
  /** What the step does, as printed: "download VS Code's server (70 MB)". */
  readonly does: string;
  readonly command: string;
  readonly args: readonly string[];
  /** The folder to run in, below the one that is installed. */
  readonly within?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What to do when the step fails. */
  readonly help: string;
}

interface Install {
  /** The folder's name in the cache; it carries the version. */
  readonly folder: string;
  /** As printed: "VS Code 1.99.3". */
  readonly title: string;
  readonly steps: readonly InstallStep[];
}

/** Returns the folder of a finished install, installing first where there is none. */
export async function installOnce({ folder, title, steps }: Install): Promise<string> {
  const finished = join(cacheFolder, folder);
  await removeAbandoned(folder);
  if (existsSync(finished)) return finished;
  const started = Date.now();
  const partial = join(cacheFolder, `${folder}.partial-${process.pid}`);
  await mkdir(partial, { recursive: true });
  await writeFile(join(partial, "package.json"), '{ "private": true }\n');
  console.log(`Installing ${title} into .cache (first run only)`);
  for (const [index, step] of steps.entries()) {
    console.log(`  ${index + 1}/${steps.length} ${step.does}`);
    await runStep(title, step, partial);
  }
  await moveInPlace(partial, finished);
  console.log(`  done in ${Math.round((Date.now() - started) / 1000)} s`);
  return finished;
}

async function runStep(title: string, step: InstallStep, folder: string): Promise<void> {
  const { ok, output } = await runProgram(step.command, step.args, {
    cwd: join(folder, step.within ?? "."),
    ...(step.env && { env: step.env }),
  });
  if (ok) return;
  await rm(folder, { recursive: true, force: true });
  throw new Error(
    `Installing ${title} failed at the step "${step.does}".\n\n` +
      `${step.command} ${step.args.join(" ")}\n${lastLines(output)}\n\n${step.help}`,
  );
}

/** Whoever comes second, when two processes installed at the same time, uses what the first one made. */
async function moveInPlace(partial: string, finished: string): Promise<void> {
  try {
    await rename(partial, finished);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(finished)) throw error;
  }
}

/** Removes what interrupted installs of earlier processes left. */
async function removeAbandoned(folder: string): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  const prefix = `${folder}.partial-`;
  for (const name of await readdir(cacheFolder)) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)))) {
      await rm(join(cacheFolder, name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
