/** How long strings and what patterns match can be, in characters. */
import type { Pattern, Piece } from "./pattern.ts";
import type { Segment, SymbolicString } from "./symbolic.ts";

export function shortestOf(subject: SymbolicString): number {
  return sum(subject, (segment) => (segment.kind === "text" ? lengthOf(segment.text) : segment.minLength));
}

export function longestOf(subject: SymbolicString): number {
  return sum(subject, (segment) => (segment.kind === "text" ? lengthOf(segment.text) : segment.maxLength));
}

export function shortestMatch({ pieces }: Pattern): number {
  return sum(pieces, (piece) => {
    switch (piece.kind) {
      case "literal":
        return lengthOf(piece.text);
      case "one":
        return 1;
      case "run":
        return 0;
      case "symbol":
        return piece.opaque ? 0 : piece.symbol.minLength;
    }
  });
}

export function longestMatch({ pieces }: Pattern): number {
  return sum(pieces, (piece) => {
    switch (piece.kind) {
      case "literal":
        return lengthOf(piece.text);
      case "one":
        return 1;
      case "run":
        return Infinity;
      case "symbol":
        return piece.opaque ? Infinity : piece.symbol.maxLength;
    }
  });
}

function lengthOf(text: string): number {
  return /[\ud800-\udbff]/.test(text) ? Array.from(text).length : text.length;
}

function sum<T extends Piece | Segment>(parts: readonly T[], length: (part: T) => number): number {
  return parts.reduce((total, part) => total + length(part), 0);
}
