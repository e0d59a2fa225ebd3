/** Runs the extension-host tests in VS Code's server, shown by a browser. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchBrowser } from "./harness/chromium.ts";
import { projectRoot } from "./harness/paths.ts";
import { serveVsCode, type ServedVsCode } from "./harness/serve.ts";
import { copyOfFolder } from "./harness/workspace.ts";

const timeLimit = 300_000;

async function main(): Promise<void> {
  const workspace = await copyOfFolder(join(projectRoot, "examples"));
  const served = await serveVsCode();
  try {
    process.exitCode = await runSuite(served, workspace.path);
  } finally {
    await served.stop();
    await workspace.remove();
  }
}

/** Opens the page that runs the tests, prints what they print, and returns their exit code. */
async function runSuite(served: ServedVsCode, workspace: string): Promise<number> {
  const browser = await launchBrowser();
  const log: string[] = [];
  try {
    const page = await browser.newPage({ permissions: ["clipboard-read", "clipboard-write"] });
    const ended = endOfTests(page);
    await page.exposeFunction("codeAutomationLog", (_type: string, args: readonly unknown[]) => {
      printOrKeep(args.map(String).join(" "), log);
    });
    await page.goto(
      `${served.addressOf(workspace)}&payload=${encodeURIComponent(payload(served.authority))}`,
    );
    const exitCode = await ended;
    if (exitCode !== 0) console.error(["What VS Code itself logged:", ...log.slice(-40)].join("\n"));
    return exitCode;
  } finally {
    await browser.close();
  }
}

function endOfTests(page: Page): Promise<number> {
  return new Promise((resolve, reject) => {
    page.exposeFunction("codeAutomationExit", resolve).catch(reject);
    page.on("crash", () => {
      reject(new Error("The page crashed."));
    });
    setTimeout(() => {
      reject(new Error(`The tests did not end within ${timeLimit / 1000} s.`));
    }, timeLimit).unref();
  });
}

/** The tests mark their lines; the rest is VS Code's own, and its first lines matter when something failed. */
function printOrKeep(text: string, log: string[]): void {
  const mark = "[test] ";
  if (text.startsWith(mark)) console.log(text.slice(mark.length));
  else log.push(text.split("\n", 1).join());
}

/** What the workbench takes from its address when it runs as its own makers test it. */
function payload(authority: string): string {
  const remote = (path: string): string => `vscode-remote://${authority}${path}`;
  return JSON.stringify([
    ["extensionDevelopmentPath", remote(projectRoot)],
    ["extensionTestsPath", remote(join(projectRoot, "out/suite/index.js"))],
    ["skipWelcome", "true"],
  ]);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
