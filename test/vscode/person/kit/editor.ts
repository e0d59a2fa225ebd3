/** The text editor as a person uses it: open a file, type, move, read. */
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { attemptTime, patiently } from "./patiently.ts";

const activeEditor = ".editor-group-container.active .editor-instance";

/** A place on the screen, in pixels of the page. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** Opens a file by way of the explorer: "main.tf", or "folder/main.tf" where the folder is still closed. */
export async function openFile(page: Page, path: string): Promise<void> {
  const names = path.split("/");
  const file = names.pop() ?? "";
  for (const name of names) {
    await inExplorer(page, name).click();
    await page.locator(`.explorer-folders-view [aria-expanded="true"]`).filter({ hasText: name }).waitFor();
  }
  await inExplorer(page, file).last().dblclick();
  await page.locator(".tab.active").filter({ hasText: file }).waitFor();
  await page.locator(`${activeEditor} .view-line`).first().waitFor();
}

function inExplorer(page: Page, name: string): Locator {
  return page.locator(".explorer-folders-view .monaco-list-row").getByText(name, { exact: true });
}

/** Types like a person: key by key, with what the editor adds on its own. */
export async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 15 });
}

/** Opens the body of a block. The editor closes the brace by itself once it has read the line, which may take a while. */
export async function openBody(page: Page): Promise<void> {
  await patiently(async () => {
    await page.keyboard.type("{");
    try {
      await lines(page).filter({ hasText: /\{\}$/ }).waitFor({ timeout: attemptTime });
    } catch (error) {
      await page.keyboard.press("Backspace");
      throw error;
    }
  });
  await page.keyboard.press("Enter");
}

export async function goToEnd(page: Page): Promise<void> {
  await page.keyboard.press("Control+End");
}

/** Makes the file empty. */
export async function clear(page: Page): Promise<void> {
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
}

/** Puts the cursor into the first place on screen where the text stands. */
export async function clickAt(page: Page, text: string): Promise<void> {
  const { x, y } = await placeOf(page, text);
  await page.mouse.click(x, y);
}

/** The middle of the first place on screen where the text stands. */
export function placeOf(page: Page, text: string): Promise<Point> {
  return patiently(async () => {
    const line = lines(page).filter({ hasText: text }).first();
    await line.waitFor({ timeout: attemptTime });
    const content = visible(await line.textContent());
    const box = await line.locator(":scope > span").first().boundingBox();
    // The editor draws anew when colours arrive: what was read may not be what was measured.
    if (box === null || !content.includes(text) || content !== visible(await line.textContent())) {
      throw new Error(`"${text}" is not in one line on screen`);
    }
    const column = content.indexOf(text) + text.length / 2;
    return { x: box.x + (box.width / content.length) * column, y: box.y + box.height / 2 };
  });
}

/** The lines on screen, from top to bottom. */
export async function visibleText(page: Page): Promise<string> {
  const found: { top: number; text: string }[] = [];
  for (const line of await lines(page).all()) {
    const box = await line.boundingBox();
    if (box !== null) found.push({ top: box.y, text: visible(await line.textContent()) });
  }
  return found
    .sort((one, other) => one.top - other.top)
    .map(({ text }) => text)
    .join("\n");
}

/** Saves the file, and reads all of it from the disk. */
export async function savedText(page: Page, file: string): Promise<string> {
  await page.keyboard.press("Control+s");
  await page.locator(".tab.active:not(.dirty)").waitFor();
  return readFile(file, "utf8");
}

function lines(page: Page): Locator {
  return page.locator(`${activeEditor} .view-line`);
}

/** The editor draws spaces as no-break spaces. */
function visible(text: string | null): string {
  return (text ?? "").replaceAll("\u00a0", " ");
}
