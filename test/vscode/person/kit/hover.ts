/** What appears when the mouse rests on a word. */
import type { Page } from "playwright-core";
import { placeOf } from "./editor.ts";
import { attemptTime, patiently } from "./patiently.ts";

const hover = ".monaco-editor .monaco-hover:not(.hidden) .hover-row";

/** Rests the mouse on the first place on screen where the text stands, and reads what appears. */
export function hoverAt(page: Page, text: string): Promise<string> {
  return patiently(async () => {
    await page.keyboard.press("Escape");
    const { x, y } = await placeOf(page, text);
    await page.mouse.move(x, y + 200);
    await page.mouse.move(x, y, { steps: 4 });
    await page.locator(hover).first().waitFor({ timeout: attemptTime });
    return hoverText(page);
  });
}

/** What is shown now: parts may be added while the mouse rests. */
export async function hoverText(page: Page): Promise<string> {
  return (await page.locator(hover).allInnerTexts()).join("\n").replaceAll("\u00a0", " ");
}
