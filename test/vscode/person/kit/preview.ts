/** The preview that VS Code shows before it changes several files. */
import type { Page } from "playwright-core";

const panel = ".bulk-edit-panel";

/** The files and changes on screen, each with whether it is ticked. */
export async function previewed(
  page: Page,
): Promise<readonly { readonly text: string; readonly ticked: boolean }[]> {
  const rows = await page.locator(`${panel} .monaco-list-row`).all();
  return Promise.all(
    rows.map(async (row) => ({
      text: await row.innerText(),
      ticked: await row.locator("input[type=checkbox]").isChecked(),
    })),
  );
}

export async function applyPreview(page: Page): Promise<void> {
  await page.locator(panel).getByRole("button", { name: "Apply" }).click();
  await page.locator(panel).waitFor({ state: "hidden" });
}
