/** Runs the extension-host tests in a desktop VS Code, which is downloaded: for machines that can. */
import { runTests } from "@vscode/test-electron";
import { join } from "node:path";
import { projectRoot } from "./harness/paths.ts";
import { copyOfFolder } from "./harness/workspace.ts";

async function main(): Promise<void> {
  const workspace = await copyOfFolder(join(projectRoot, "examples"));
  try {
    process.exitCode = await runTests({
      extensionDevelopmentPath: projectRoot,
      extensionTestsPath: join(projectRoot, "out/suite/index.js"),
      launchArgs: [workspace.path, "--disable-extensions", "--disable-workspace-trust"],
    });
  } finally {
    await workspace.remove();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
