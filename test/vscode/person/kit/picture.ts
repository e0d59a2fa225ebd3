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
    const clip = within(await boxOf(page.locator(".part.editor")), withMargin(await boxAround(shown)));
    await page.screenshot({ path, clip, animations: "disabled" });
    console.log(`docs/images/${name}-${colorScheme}.png`);
  }
}

async function boxAround(shown: readonly Locator[]): Promise<Box> {
  const boxes = await Promise.all(shown.map(boxOf));
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

async function boxOf(shown: Locator): Promise<Box> {
  const box = await shown.boundingBox();
  if (box === null) throw new Error(`not on screen: ${shown.toString()}`);
  return box;
}

function withMargin({ x, y, width, height }: Box): Box {
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}

function within(frame: Box, box: Box): Box {
  const x = Math.max(frame.x, box.x);
  const y = Math.max(frame.y, box.y);
  const right = Math.min(frame.x + frame.width, box.x + box.width);
  const bottom = Math.min(frame.y + frame.height, box.y + box.height);
  return { x, y, width: right - x, height: bottom - y };
}
