/** The list of suggestions. */
import type { Page } from "playwright-core";
import { attemptTime, patiently } from "./patiently.ts";

const rows = ".suggest-widget.visible .monaco-list-row";

/** Asks for suggestions where the cursor is. */
export function openSuggestions(page: Page): Promise<void> {
  return patiently(async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Space");
    await page.locator(rows).first().waitFor({ timeout: attemptTime });
  });
}

/** The labels on screen, in order; nothing while there is no list. */
export async function suggestions(page: Page): Promise<readonly string[]> {
  return page.locator(`${rows} .label-name`).allInnerTexts();
}

/** Shows the documentation beside the list. */
export async function openSuggestionDetails(page: Page): Promise<void> {
  const details = page.locator(".suggest-details-container .suggest-details:not(.no-docs)");
  await patiently(async () => {
    if (!(await details.isVisible())) await page.keyboard.press("Control+Space");
    await details.waitFor({ timeout: attemptTime });
  });
}

export async function takeSuggestion(page: Page, label: string): Promise<void> {
  await page.locator(rows).filter({ hasText: label }).first().click();
  await page.locator(rows).first().waitFor({ state: "hidden" });
}
