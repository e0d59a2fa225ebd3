/** Starts VS Code's server on a free port of this machine, and ends it with everything it started. */
import { spawn, type ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lastLines, runProgram } from "./runProgram.ts";
import { workbenchSettings } from "./settings.ts";
import { vscodeServer } from "./vscodeServer.ts";

interface ServeOptions {
  /** A port, a range as "8100-8199", or "0" for any free one. */
  readonly port?: string;
  /** Packages to install first, as files. */
  readonly extensions?: readonly string[];
  /** Added to the settings that every run has. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Added to the environment of the server and of the extensions in it. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface ServedVsCode {
  /** As in the address: "127.0.0.1:8100". */
  readonly authority: string;
  /** The address at which a folder is open. */
  readonly addressOf: (folder: string) => string;
  readonly stop: () => Promise<void>;
}

const startLimit = 60_000;
const stopLimit = 5_000;

export async function serveVsCode(options: ServeOptions = {}): Promise<ServedVsCode> {
  const folder = await vscodeServer();
  const data = await mkdtemp(join(tmpdir(), "spacelift-aws-vscode-"));
  const run: Run = { data, child: undefined };
  const stop = stopOnce(run);
  try {
    await writeSettings(data, { ...workbenchSettings, ...options.settings });
    for (const file of options.extensions ?? []) await installExtension(folder, data, file);
    const child = startServer(folder, data, options);
    run.child = child;
    const authority = `127.0.0.1:${await portOf(child)}`;
    const addressOf = (path: string): string => `http://${authority}/?folder=${encodeURI(path)}`;
    return { authority, addressOf, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What has to go when this process ends. */
interface Run {
  readonly data: string;
  /** Undefined until the server is started. */
  child: ChildProcess | undefined;
}

/** With the machine's settings alone, VS Code still asks whether to trust the folder. */
async function writeSettings(data: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  for (const place of ["Machine", "User"]) {
    await mkdir(join(data, "data", place), { recursive: true });
    await writeFile(join(data, "data", place, "settings.json"), JSON.stringify(settings, undefined, 2));
  }
}

async function installExtension(folder: string, data: string, file: string): Promise<void> {
  const { ok, output } = await runProgram(
    process.execPath,
    [
      "out/server-main.js",
      "--server-data-dir",
      data,
      "--accept-server-license-terms",
      "--install-extension",
      file,
    ],
    { cwd: folder },
  );
  if (!ok) throw new Error(`VS Code did not install ${file}:\n${lastLines(output)}`);
}

function startServer(folder: string, data: string, { port = "0", env = {} }: ServeOptions): ChildProcess {
  const args = [
    "out/server-main.js",
    ...["--host", "127.0.0.1", "--port", port],
    ...["--without-connection-token", "--accept-server-license-terms", "--enable-smoke-test-driver"],
    ...["--telemetry-level", "off", "--server-data-dir", data],
  ];
  return spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that the extension hosts and language servers in it end with it.
    detached: true,
  });
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (what: string): void => {
      reject(new Error(`VS Code's server ${what}:\n${lastLines(output)}`));
    };
    const timer = setTimeout(() => {
      fail(`did not start within ${startLimit / 1000} s`);
    }, startLimit);
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(`ended at once with code ${String(code)}`);
    });
  });
}

/** Ends the server's group and removes its data, at the latest when this process ends. */
function stopOnce(run: Run): () => Promise<void> {
  const stopNow = (): void => {
    if (run.child) signalGroup(run.child, "SIGKILL");
    // What has just been killed may still be writing.
    rmSync(run.data, { recursive: true, force: true, maxRetries: 10 });
  };
  process.once("exit", stopNow);
  for (const signal of signals) process.on(signal, exitNow);
  const stop = async (): Promise<void> => {
    if (run.child) await ended(run.child, stopNow);
    process.off("exit", stopNow);
    for (const signal of signals) process.off(signal, exitNow);
    stopNow();
  };
  let stopping: Promise<void> | undefined;
  return () => (stopping ??= stop());
}

async function ended(child: ChildProcess, stopNow: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once("exit", resolve));
  signalGroup(child, "SIGTERM");
  const timer = setTimeout(stopNow, stopLimit);
  await exited;
  clearTimeout(timer);
}

const signals = ["SIGINT", "SIGTERM"] as const;

/**
 * A signal alone would end this process without its exit handlers. It stays handled: Ctrl+C in `npm start` arrives
 * twice, from the terminal and from the runner, and the second one must not cut the first one's work short.
 */
function exitNow(): void {
  process.exit(130);
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The whole group has ended already.
  }
}
