/** The menu behind the light bulb. */
import type { Page } from "playwright-core";
import { attemptTime, patiently } from "./patiently.ts";

const rows = ".action-widget .monaco-list-row.action";

/** Opens the menu where the cursor is. */
export function openLightBulb(page: Page): Promise<void> {
  return patiently(async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+.");
    await page.locator(rows).first().waitFor({ timeout: attemptTime });
  });
}

export async function lightBulbActions(page: Page): Promise<readonly string[]> {
  return page.locator(`${rows} .title`).allInnerTexts();
}

export async function chooseAction(page: Page, title: string): Promise<void> {
  const row = page.locator(rows).filter({ hasText: title }).first();
  // The menu takes no click until the mouse has moved over it.
  await row.hover({ force: true });
  await row.click();
  await page.locator(".action-widget").waitFor({ state: "hidden" });
}
