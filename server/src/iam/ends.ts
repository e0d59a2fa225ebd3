/**
 * Compares a pattern and a string from both ends, as far as text stands against text and a symbol against itself.
 * What both have in common there can be taken away: the rest matches exactly when the whole does.
 */
import { isOfOneCase } from "./alphabet.ts";
import { literalPiece, type Pattern, type Piece } from "./pattern.ts";
import { literalSegment, type Segment, type StringSymbol, type SymbolicString } from "./symbolic.ts";

/** What is left of both, or "no" where they differ. */
type Rest = { readonly pattern: Pattern; readonly subject: SymbolicString } | "no";

export function withoutCommonEnds(pattern: Pattern, subject: SymbolicString): Rest {
  const rest = withoutCommonEnd(pattern, subject, "start");
  return rest === "no" ? rest : withoutCommonEnd(rest.pattern, rest.subject, "end");
}

type End = "start" | "end";

function withoutCommonEnd(pattern: Pattern, subject: SymbolicString, end: End): Rest {
  const { pieces, ignoreCase } = pattern;
  let pieceCount = 0;
  let segmentCount = 0;
  // What is left of the piece or of the segment that is partly compared.
  let restOfPiece = "";
  let restOfSegment = "";
  for (;;) {
    const expected = nth(pieces, pieceCount, end);
    const actual = nth(subject, segmentCount, end);
    if (expected?.kind === "literal" && actual?.kind === "literal") {
      const wanted = restOfPiece || expected.text;
      const found = restOfSegment || actual.text;
      const length = Math.min(wanted.length, found.length);
      const same = sameAt(end, wanted, found, length, ignoreCase);
      if (same === false) return "no";
      if (same === undefined) break;
      restOfPiece = withoutPart(wanted, length, end);
      restOfSegment = withoutPart(found, length, end);
      if (restOfPiece === "") pieceCount++;
      if (restOfSegment === "") segmentCount++;
    } else if (expected?.kind === "symbol" && actual?.kind === "symbol" && !expected.opaque) {
      if (expected.symbol.id !== actual.id) {
        if (isAnotherOfSameLength(expected.symbol, actual, ignoreCase)) return "no";
        break;
      }
      pieceCount++;
      segmentCount++;
    } else {
      break;
    }
  }
  if (pieceCount === 0 && segmentCount === 0 && restOfPiece === "" && restOfSegment === "") {
    return { pattern, subject };
  }
  return {
    pattern: { pieces: rest<Piece>(pieces, pieceCount, literalPiece(restOfPiece), end), ignoreCase },
    subject: rest<Segment>(subject, segmentCount, literalSegment(restOfSegment), end),
  };
}

/** True for two that are known never to be the same string, and begin and end together. */
function isAnotherOfSameLength(wanted: StringSymbol, actual: StringSymbol, ignoreCase: boolean): boolean {
  const isFixed = wanted.minLength === wanted.maxLength && actual.minLength === actual.maxLength;
  return isFixed && wanted.minLength === actual.minLength && areDistinct(wanted, actual, ignoreCase);
}

/** True where the two are never the same string, or not even but for case. */
export function areDistinct(a: StringSymbol, b: StringSymbol, ignoreCase: boolean): boolean {
  if (a.id === b.id || a.distinctAs === undefined || a.distinctAs !== b.distinctAs) return false;
  return !ignoreCase || (a.alphabet === b.alphabet && isOfOneCase(a.alphabet));
}

/** Whether the texts are the same there. Undefined where it takes more to say whether they differ by case alone. */
function sameAt(
  end: End,
  wanted: string,
  found: string,
  length: number,
  ignoreCase: boolean,
): boolean | undefined {
  if (ignoreCase) return sameButForCase(part(wanted, length, end), part(found, length, end));
  const isAllOfWanted = wanted.length === length;
  const long = isAllOfWanted ? found : wanted;
  const short = isAllOfWanted ? wanted : found;
  return end === "start" ? long.startsWith(short) : long.endsWith(short);
}

function sameButForCase(wanted: string, found: string): boolean | undefined {
  if (wanted === found) return true;
  return isAscii(wanted) && isAscii(found) ? wanted.toLowerCase() === found.toLowerCase() : undefined;
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

function nth<T>(items: readonly T[], index: number, end: End): T | undefined {
  return end === "start" ? items[index] : items[items.length - 1 - index];
}

function part(text: string, length: number, end: End): string {
  if (length === text.length) return text;
  return end === "start" ? text.slice(0, length) : text.slice(text.length - length);
}

function withoutPart(text: string, length: number, end: End): string {
  return end === "start" ? text.slice(length) : text.slice(0, text.length - length);
}

/** The items but for the first or last ones, of which one may be left in part. */
function rest<T extends Piece | Segment>(
  items: readonly T[],
  count: number,
  left: T,
  end: End,
): readonly T[] {
  const whole = "text" in left && left.text === "";
  const untouched = count + (whole ? 0 : 1);
  const others = end === "start" ? items.slice(untouched) : items.slice(0, items.length - untouched);
  if (whole) return others;
  return end === "start" ? [left, ...others] : [...others, left];
}
