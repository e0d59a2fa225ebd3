/**
 * Cuts a pattern and a string into sections at a separator that no symbol can hold. A section of a pattern without
 * wildcards is one section of the string; where there are as many of them on both sides, each of the pattern's is
 * one of the string's, because no wildcard can then stand for a separator.
 */
import { literalPiece, mayHold, type Pattern, type Piece } from "./pattern.ts";
import { literalSegment, type Segment, type StringSymbol, type SymbolicString } from "./symbolic.ts";

export interface Pair {
  readonly pattern: Pattern;
  readonly subject: SymbolicString;
}

/** The characters between the parts of external IDs and of ARNs. */
const separators = ["@", ":"] as const;

/** The pattern matches where all pairs match; "no" where it cannot. A single pair is what was given. */
export function sectionsOf(pattern: Pattern, subject: SymbolicString): readonly Pair[] | "no" {
  if (pattern.pieces.length === 1 && subject.length === 1) return [{ pattern, subject }];
  for (const separator of separators) {
    const pairs = cutAt(separator, pattern, subject);
    if (pairs === "no" || pairs.length > 1) return pairs;
  }
  return [{ pattern, subject }];
}

function cutAt(separator: string, pattern: Pattern, subject: SymbolicString): readonly Pair[] | "no" {
  const whole = [{ pattern, subject }];
  if (!occursIn(separator, pattern, subject) || !isOnlyInText(separator, pattern, subject)) return whole;
  const wanted = cut<Piece>(pattern.pieces, separator, literalPiece);
  const found = cut<Segment>(subject, separator, literalSegment);
  if (wanted.length > found.length) return "no";
  const pair = (pieces: readonly Piece[], section: SymbolicString): Pair => ({
    pattern: { pieces, ignoreCase: pattern.ignoreCase },
    subject: section,
  });
  if (wanted.length === found.length) return wanted.map((pieces, index) => pair(pieces, found[index] ?? []));
  const first = wanted.findIndex(hasWildcard);
  if (first < 0) return "no";
  const behind = wanted.length - 1 - wanted.findLastIndex(hasWildcard);
  const front = wanted.slice(0, first).map((pieces, index) => pair(pieces, found[index] ?? []));
  const back = wanted
    .slice(wanted.length - behind)
    .map((pieces, index) => pair(pieces, found[found.length - behind + index] ?? []));
  const middle = pair(
    joined<Piece>(wanted.slice(first, wanted.length - behind), separator, literalPiece),
    joined<Segment>(found.slice(first, found.length - behind), separator, literalSegment),
  );
  return [...front, middle, ...back];
}

function occursIn(separator: string, { pieces }: Pattern, subject: SymbolicString): boolean {
  const holds = (part: Piece | Segment): boolean => "text" in part && part.text.includes(separator);
  return pieces.some(holds) || subject.some(holds);
}

function isOnlyInText(separator: string, { pieces }: Pattern, subject: SymbolicString): boolean {
  const excludes = (symbol: StringSymbol): boolean => !mayHold(symbol, separator);
  return (
    pieces.every((piece) => piece.kind !== "symbol" || (!piece.opaque && excludes(piece.symbol))) &&
    subject.every((segment) => segment.kind !== "symbol" || excludes(segment))
  );
}

function hasWildcard(pieces: readonly Piece[]): boolean {
  return pieces.some(({ kind }) => kind === "run" || kind === "one");
}

function cut<T extends Piece | Segment>(
  parts: readonly T[],
  separator: string,
  ofText: (text: string) => T,
): readonly (readonly T[])[] {
  const sections: T[][] = [[]];
  for (const part of parts) {
    if (!("text" in part)) {
      sections.at(-1)?.push(part);
      continue;
    }
    part.text.split(separator).forEach((text, index) => {
      if (index > 0) sections.push([]);
      if (text !== "") sections.at(-1)?.push(ofText(text));
    });
  }
  return sections;
}

/** Puts sections together again, without two texts side by side. */
function joined<T extends Piece | Segment>(
  sections: readonly (readonly T[])[],
  separator: string,
  ofText: (text: string) => T,
): readonly T[] {
  const result: T[] = [];
  const push = (part: T): void => {
    const last = result.at(-1);
    if (last && "text" in last && "text" in part) result[result.length - 1] = ofText(last.text + part.text);
    else result.push(part);
  };
  sections.forEach((section, index) => {
    if (index > 0) push(ofText(separator));
    section.forEach(push);
  });
  return result;
}
