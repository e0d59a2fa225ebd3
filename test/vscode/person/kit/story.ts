/** One VS Code for a test file, and for each test a new window on a copy of `examples/` of its own. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, inject, test } from "vitest";
import { cacheFolder, projectRoot } from "../../harness/paths.ts";
import { copyOfFolder } from "../../harness/workspace.ts";
import { launchVsCode, type VsCode } from "./launch.ts";

interface Scene {
  readonly page: Page;
  /** The open folder. */
  readonly folder: string;
}

type Story = (title: string, tell: (scene: Scene) => Promise<void>) => void;

/** Returns what to write tests with; a test that fails leaves a picture of the window in `.cache/failures`. */
export function stories(): Story {
  let vscode: VsCode | undefined;
  beforeAll(async () => {
    vscode = await launchVsCode(inject("vsix"));
  });
  afterAll(() => vscode?.stop());
  return (title, tell) => {
    test(title, async () => {
      if (!vscode) throw new Error("VS Code did not start");
      const workspace = await copyOfFolder(join(projectRoot, "examples"));
      const page = await vscode.open(workspace.path);
      try {
        await tell({ page, folder: workspace.path });
      } catch (error) {
        await keepPicture(page, title);
        throw error;
      } finally {
        await page.close();
        await workspace.remove();
      }
    });
  };
}

async function keepPicture(page: Page, title: string): Promise<void> {
  const folder = join(cacheFolder, "failures");
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${title.replaceAll(/\W+/g, "-")}.png`);
  await page.screenshot({ path });
  console.log(`What was on screen: ${path}`);
}
