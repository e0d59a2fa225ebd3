/** `npm run pictures`: makes the pictures of the documentation, light and dark, from the extension at work. */
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { projectRoot } from "./harness/paths.ts";
import { packageExtension } from "./harness/vsix.ts";
import { copyOfFolder } from "./harness/workspace.ts";
import { clear, clickAt, openFile, type } from "./person/kit/editor.ts";
import { hoverAt } from "./person/kit/hover.ts";
import { launchVsCode, type VsCode } from "./person/kit/launch.ts";
import { chooseAction, openLightBulb } from "./person/kit/lightBulb.ts";
import { attemptTime, patiently } from "./person/kit/patiently.ts";
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
  "editor.fontSize": 13,
  "editor.occurrencesHighlight": "off",
  "editor.stickyScroll.enabled": false,
  "breadcrumbs.enabled": false,
};

const pictures: readonly Picture[] = [
  {
    name: "completion",
    scene: async (page) => {
      await open(page, "integration.tf");
      await clear(page);
      await type(page, 'resource "spacelift_aws_integration" "x" {\n');
      await openSuggestions(page);
      await openSuggestionDetails(page);
      return [page.locator(".suggest-widget.visible"), page.locator(".suggest-details-container")];
    },
  },
  {
    name: "hover",
    scene: async (page) => {
      await open(page, "integration.tf");
      await hoverAt(page, "spacelift_aws_integration");
      return [hover(page)];
    },
  },
  {
    name: "diagnostics",
    scene: async (page) => {
      await open(page, "mistakes/main.tf");
      await page.locator(".squiggly-error").first().waitFor();
      await patiently(async () => {
        await hoverAt(page, "arn ");
        await hover(page)
          .getByText(/^Quick Fix/)
          .waitFor({ timeout: attemptTime });
      });
      return [hover(page), lineWith(page, "stack_id")];
    },
  },
  {
    name: "light-bulb",
    scene: async (page) => {
      await open(page, "integration.tf");
      await clickAt(page, '"production"');
      await openLightBulb(page);
      return [page.locator(".action-widget"), lineWith(page, '"network"')];
    },
  },
  {
    name: "trust-policy",
    scene: async (page) => {
      await open(page, "integration.tf");
      await clickAt(page, '"production"');
      await openLightBulb(page);
      await chooseAction(page, "Generate the matching IAM trust policy");
      await lineWith(page, "sts:ExternalId").waitFor();
      await lensWith(page, "Spacelift gets in").waitFor();
      return [lineWith(page, "})")];
    },
  },
  {
    name: "verdict",
    scene: async (page) => {
      await open(page, "trust/main.tf");
      await lensWith(page, "refused").waitFor();
      await hoverAt(page, "role_arn");
      return [hover(page), lineWith(page, "sts:ExternalId")];
    },
  },
  written("form-policy-document", "Generate the trust policy as aws_iam_policy_document", "sts:ExternalId"),
  written("form-data-source", "Generate the trust policy with Spacelift's own data source", "jsondecode"),
  shown("form-json", "Show the matching IAM trust policy as JSON"),
  shown("form-cli", "Show the AWS CLI command that sets the trust policy"),
  shown("form-cloudformation", "Show the role with its trust policy as CloudFormation"),
];

/** A form that is written into the file, down to the last line with the text. */
function written(name: string, title: string, text: string): Picture {
  return {
    name,
    scene: async (page) => {
      await open(page, "integration.tf");
      await clickAt(page, '"production"');
      await openLightBulb(page);
      await chooseAction(page, title);
      await lensWith(page, "Spacelift gets in").waitFor();
      return [page.locator(".view-line").filter({ hasText: text }).last()];
    },
  };
}

/** A form that is shown in a document of its own. */
function shown(name: string, title: string): Picture {
  return {
    name,
    scene: async (page) => {
      await open(page, "integration.tf");
      await clickAt(page, '"production"');
      await openLightBulb(page);
      await chooseAction(page, title);
      await lineWith(page, "sts:AssumeRole").waitFor();
      return [page.locator(".view-line").last()];
    },
  };
}

/** The explorer has done its part once the file is open. */
async function open(page: Page, path: string): Promise<void> {
  await openFile(page, path);
  await page.keyboard.press("Control+b");
}

function hover(page: Page): Locator {
  return page.locator(".monaco-hover:not(.hidden)").first();
}

function lineWith(page: Page, text: string): Locator {
  return page.locator(".view-line").filter({ hasText: text }).first();
}

function lensWith(page: Page, text: string): Locator {
  return page.locator(".codelens-decoration").filter({ hasText: text }).first();
}

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
  const page = await vscode.open(workspace.path, { scale: 2, size: { width: 1240, height: 900 } });
  try {
    const shown = await scene(page);
    await takePictures(page, name, [page.locator(".editor-group-container.active .title.tabs"), ...shown]);
  } finally {
    await page.close();
    await workspace.remove();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
