/** How long strings and what patterns match can be, in characters. */
import type { Piece } from "./pattern.ts";
import type { Segment } from "./symbolic.ts";

/** A string's segments, or the pieces of a pattern. */
type Parts = readonly (Segment | Piece)[];

export function shortestOf(parts: Parts): number {
  let total = 0;
  for (const part of parts) total += lengthsOf(part).least;
  return total;
}

export function longestOf(parts: Parts): number {
  let total = 0;
  for (const part of parts) total += lengthsOf(part).most;
  return total;
}

interface Lengths {
  readonly least: number;
  readonly most: number;
}

const anyLength: Lengths = { least: 0, most: Infinity };

function lengthsOf(part: Segment | Piece): Lengths {
  switch (part.kind) {
    case "literal": {
      const length = lengthOf(part.text);
      return { least: length, most: length };
    }
    case "one":
      return { least: 1, most: 1 };
    case "run":
      return anyLength;
    case "symbol": {
      if ("opaque" in part && part.opaque) return anyLength;
      const { minLength, maxLength } = "opaque" in part ? part.symbol : part;
      return { least: minLength, most: maxLength };
    }
  }
}

/** In characters, not in units of UTF-16. */
export function lengthOf(text: string): number {
  return /[\ud800-\udbff]/.test(text) ? Array.from(text).length : text.length;
}
