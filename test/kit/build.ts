/** Builds the bundles once before the tests, since some of them start the server as a process. */
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";

export default function build(): void {
  const root = resolve(import.meta.dirname, "../..");
  execFileSync(process.execPath, ["esbuild.mjs"], { cwd: root, stdio: "inherit" });
}
