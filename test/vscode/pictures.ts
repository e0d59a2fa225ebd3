/** `npm run pictures`: makes the pictures of the documentation, light and dark, from the extension at work. */
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { projectRoot } from "./harness/paths.ts";
import { packageExtension } from "./harness/vsix.ts";
import { copyOfFolder } from "./harness/workspace.ts";
import { clickAt, goToEnd, openFile, type } from "./person/kit/editor.ts";
import { hoverAt } from "./person/kit/hover.ts";
import { launchVsCode, type VsCode } from "./person/kit/launch.ts";
import { chooseAction, openLightBulb } from "./person/kit/lightBulb.ts";
import { takePictures } from "./person/kit/picture.ts";
import { openSuggestionDetails, openSuggestions } from "./person/kit/suggestions.ts";

interface Picture {
  /** In docs/images, with -light.png and -dark.png behind it. */
  readonly name: string;
  /** Brings on screen what the picture is of, and returns what must be in it beside the tab. */
  readonly scene: (page: Page) => Promise<readonly Locator[]>;
}

const settings = {
  "editor.minimap.enabled": false,
  "editor.fontSize": 14,
  "breadcrumbs.enabled": false,
  "editor.occurrencesHighlight": "off",
};

const pictures: readonly Picture[] = [
  {
    name: "completion",
    scene: async (page) => {
      await openFile(page, "integration.tf");
      await goToEnd(page);
      await type(page, '\nresource "spacelift_aws_integration" "x" {\n');
      await openSuggestions(page);
      await openSuggestionDetails(page);
      return [page.locator(".suggest-widget.visible"), page.locator(".suggest-details-container")];
    },
  },
  {
    name: "hover",
    scene: async (page) => {
      await openFile(page, "integration.tf");
      await hoverAt(page, "spacelift_aws_integration");
      return [page.locator(".monaco-hover:not(.hidden)").first()];
    },
  },
  {
    name: "diagnostics",
    scene: async (page) => {
      await openFile(page, "mistakes/main.tf");
      await page.locator(".squiggly-error").first().waitFor();
      await hoverAt(page, "arn ");
      return [page.locator(".monaco-hover:not(.hidden)").first()];
    },
  },
  {
    name: "light-bulb",
    scene: async (page) => {
      await openFile(page, "integration.tf");
      await clickAt(page, '"production"');
      await openLightBulb(page);
      return [page.locator(".action-widget")];
    },
  },
  {
    name: "trust-policy",
    scene: async (page) => {
      await openFile(page, "integration.tf");
      await clickAt(page, '"production"');
      await openLightBulb(page);
      await chooseAction(page, "Generate the matching IAM trust policy");
      await page.locator(".view-line").filter({ hasText: "sts:ExternalId" }).first().waitFor();
      return [page.locator(".view-line").filter({ hasText: "sts:ExternalId" }).first()];
    },
  },
];

async function main(): Promise<void> {
  const vscode = await launchVsCode(await packageExtension(), settings);
  try {
    for (const picture of pictures) await take(vscode, picture);
  } finally {
    await vscode.stop();
  }
}

async function take(vscode: VsCode, { name, scene }: Picture): Promise<void> {
  const workspace = await copyOfFolder(join(projectRoot, "examples"));
  const page = await vscode.open(workspace.path, { scale: 2, size: { width: 1180, height: 760 } });
  try {
    const shown = await scene(page);
    await takePictures(page, name, [page.locator(".editor-group-container.active .title"), ...shown]);
  } finally {
    await page.close();
    await workspace.remove();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
