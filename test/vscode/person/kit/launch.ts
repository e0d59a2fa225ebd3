/** A person in front of VS Code: the packed extension installed, a folder open, a browser window to look at. */
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../../harness/chromium.ts";
import { serveVsCode, type ServedVsCode } from "../../harness/serve.ts";

export interface VsCode {
  /** Opens a folder in a new window. */
  readonly open: (folder: string, look?: Look) => Promise<Page>;
  readonly stop: () => Promise<void>;
}

interface Look {
  readonly colorScheme?: "light" | "dark";
  /** Device pixels for each pixel of the page; pictures want 2. */
  readonly scale?: number;
  readonly size?: { readonly width: number; readonly height: number };
}

/** How long anything on screen may take to appear. */
export const patience = 30_000;

/** VS Code takes its theme from what the browser says the system prefers. */
const themed = { "window.autoDetectColorScheme": true };

export async function launchVsCode(
  vsix: string,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<VsCode> {
  const served = await serveVsCode({ extensions: [vsix], settings: { ...themed, ...settings } });
  try {
    const browser = await launchBrowser();
    const stop = async (): Promise<void> => {
      await browser.close();
      await served.stop();
    };
    return { open: (folder, look) => openFolder(browser, served, folder, look), stop };
  } catch (error) {
    await served.stop();
    throw error;
  }
}

async function openFolder(
  browser: Browser,
  served: ServedVsCode,
  folder: string,
  { colorScheme = "dark", scale = 1, size = { width: 1280, height: 800 } }: Look = {},
): Promise<Page> {
  const page = await browser.newPage({ viewport: size, colorScheme, deviceScaleFactor: scale });
  page.setDefaultTimeout(patience);
  await page.goto(served.addressOf(folder));
  await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  return page;
}
