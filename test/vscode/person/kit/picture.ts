/** Pictures for the documentation: one light, one dark, cut to what they show. */
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { projectRoot } from "../../harness/paths.ts";

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const margin = 12;

/** Writes docs/images/<name>-light.png and <name>-dark.png: the rectangle around all that is to be seen. */
export async function takePictures(page: Page, name: string, shown: readonly Locator[]): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page
      .locator(colorScheme === "light" ? ".monaco-workbench.vs" : ".monaco-workbench.vs-dark")
      .waitFor();
    const path = join(projectRoot, "docs/images", `${name}-${colorScheme}.png`);
    await page.screenshot({ path, clip: withMargin(await boxAround(shown), page), animations: "disabled" });
    console.log(`docs/images/${name}-${colorScheme}.png`);
  }
}

async function boxAround(shown: readonly Locator[]): Promise<Box> {
  const boxes: Box[] = [];
  for (const each of shown) {
    const box = await each.boundingBox();
    if (box === null) throw new Error(`not on screen: ${each.toString()}`);
    boxes.push(box);
  }
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

function withMargin(box: Box, page: Page): Box {
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const x = Math.max(0, box.x - margin);
  const y = Math.max(0, box.y - margin);
  const right = Math.min(width, box.x + box.width + margin);
  const bottom = Math.min(height, box.y + box.height + margin);
  return { x, y, width: right - x, height: bottom - y };
}
