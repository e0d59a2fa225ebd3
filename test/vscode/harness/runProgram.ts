/** Runs a program to its end and keeps what it printed, to show it only when something went wrong. */
import { spawn } from "node:child_process";

interface ProgramResult {
  readonly ok: boolean;
  /** Standard output and standard error, as they came. */
  readonly output: string;
}

interface ProgramOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function runProgram(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: ProgramOptions,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => {
      resolve({ ok: false, output: `${output}${error.message}\n` });
    });
    child.on("close", (code) => {
      resolve({ ok: code === 0, output });
    });
  });
}

/** The last lines of an output: enough to see why a program failed. */
export function lastLines(output: string, count = 20): string {
  return output.trimEnd().split("\n").slice(-count).join("\n");
}
