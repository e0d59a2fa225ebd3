/** Squiggles under the text, and the list of problems. */
import type { Page } from "playwright-core";

type Severity = "error" | "warning" | "info" | "hint";

/** How many stretches of text on screen are underlined as that. */
export async function squiggles(page: Page, severity: Severity): Promise<number> {
  return page.locator(`.view-overlays .squiggly-${severity}`).count();
}

export async function openProblems(page: Page): Promise<void> {
  const panel = page.locator(".markers-panel");
  if (!(await panel.isVisible())) await page.keyboard.press("Control+Shift+m");
  await panel.waitFor();
}

/** The messages on screen in the open list. */
export async function problems(page: Page): Promise<readonly string[]> {
  return page.locator(".markers-panel .monaco-list-row .marker-message").allInnerTexts();
}
