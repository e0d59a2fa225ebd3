/**
 * Runs the tests beside this file inside VS Code's extension host, with mocha; VS Code calls `run`.
 *
 * What it prints is marked, because in a browser it comes between the messages of VS Code itself. The counts are
 * also written to the file that SPACELIFT_AWS_RESULTS names.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Runner } from "mocha";

export async function run(): Promise<void> {
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({ ui: "bdd", timeout: 60_000, reporter: Mocha.reporters.Base });
  for (const name of readdirSync(__dirname)) {
    if (name.endsWith(".test.js")) mocha.addFile(join(__dirname, name));
  }
  const failed = await new Promise<number>((resolve) => {
    report(mocha.run(resolve));
  });
  if (failed > 0) throw new Error(`${failed} failed`);
}

/** One marked line for each test, and for a failure what went wrong. */
function report(runner: Runner): void {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  runner.on("pass", (test) => {
    counts.passed += 1;
    say(`✓ ${test.fullTitle()} ${test.duration ?? 0}ms`);
  });
  runner.on("pending", (test) => {
    counts.skipped += 1;
    say(`- ${test.fullTitle()}`);
  });
  runner.on("fail", (test, error: unknown) => {
    counts.failed += 1;
    say(`✗ ${test.fullTitle()}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  });
  runner.on("end", () => {
    const file = process.env["SPACELIFT_AWS_RESULTS"];
    if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
  });
}

function say(text: string): void {
  for (const line of text.split("\n")) console.log(`[test] ${line}`);
}
