/** `npm test`: runs every check and every test, prints what they print, and ends with one line of counts. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Part {
  readonly title: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where the part writes its counts; a part without is one test that passes silently. */
  readonly results?: string;
}

const folder = mkdtempSync(join(tmpdir(), "spacelift-aws-results-"));

function vitest(title: string, ...options: readonly string[]): Part {
  const results = join(folder, `${title}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  return { title, command: ["npx", "vitest", "run", ...reporters, ...options], results };
}

const hostResults = join(folder, "host.json");

const parts: readonly Part[] = [
  { title: "Types", command: ["npm", "run", "--silent", "typecheck"] },
  { title: "Style", command: ["npm", "run", "--silent", "lint"] },
  { title: "Build", command: ["npm", "run", "--silent", "build"] },
  vitest("Layers, and the server over stdio"),
  {
    title: "Inside VS Code's extension host",
    command: ["npx", "tsx", "test/vscode/suiteInBrowser.ts"],
    env: { SPACELIFT_AWS_RESULTS: hostResults },
    results: hostResults,
  },
  vitest("In VS Code, as a person", "--config", "test/vscode/person/vitest.config.mts"),
];

async function main(): Promise<void> {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const part of parts) {
    console.log(`\n== ${part.title}`);
    const { passed, failed, skipped } = counted(await run(part), part.results);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  rmSync(folder, { recursive: true });
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

function run({ command, env = {} }: Part): Promise<boolean> {
  const [program = "", ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: "inherit", env: { ...process.env, ...env } });
    child.on("error", (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.on("close", (code) => {
      resolve(code === 0);
    });
  });
}

/** A part that ends badly counts as a failure, whatever it wrote; so does one that wrote no counts. */
function counted(ok: boolean, results: string | undefined): Counts {
  if (results === undefined) return { passed: 0, failed: ok ? 0 : 1, skipped: 0 };
  const counts = readCounts(results);
  if (counts === undefined) return { passed: 0, failed: 1, skipped: 0 };
  return ok ? counts : { ...counts, failed: Math.max(counts.failed, 1) };
}

const hostCounts = v.object({ passed: v.number(), failed: v.number(), skipped: v.number() });

const vitestCounts = v.pipe(
  v.object({
    numPassedTests: v.number(),
    numFailedTests: v.number(),
    numPendingTests: v.number(),
    numTodoTests: v.number(),
  }),
  v.transform(({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  })),
);

function readCounts(file: string): Counts | undefined {
  if (!existsSync(file)) return undefined;
  const { success, output } = v.safeParse(
    v.union([hostCounts, vitestCounts]),
    JSON.parse(readFileSync(file, "utf8")),
  );
  return success ? output : undefined;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
