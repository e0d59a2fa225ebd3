/** Whether a pattern matches a symbolic string: in every instance, in none, or depending on the symbols. */
import { automatonOf, type Automaton } from "./automaton.ts";
import type { Truth } from "./formula.ts";
import { mayBe } from "./language.ts";
import { literalText, type Pattern, type Piece } from "./pattern.ts";
import { perObject } from "./remember.ts";
import { knownText, type SymbolicString } from "./symbolic.ts";
import { walk } from "./walk.ts";

export function matches(pattern: Pattern, subject: SymbolicString): Truth {
  if (endsDiffer(pattern, subject) || isTooLong(pattern, subject)) return "no";
  const text = literalText(pattern);
  if (text !== undefined) return isText(subject, text, pattern.ignoreCase);
  return atFirstSight(pattern, subject) ?? byAutomaton(pattern, subject);
}

/** What each pattern does to the subject in one ending of a walk. */
export function truthsAt(automaton: Automaton, states: bigint): readonly Truth[] {
  return automaton.accepting.map(({ must, may }) => {
    if ((states & must) !== 0n) return "yes";
    return (states & may) === 0n ? "no" : "unknown";
  });
}

/** Whether the subject is this text. A symbol that can be but one string leaves it open, which is no error. */
function isText(subject: SymbolicString, text: string, ignoreCase: boolean): Truth {
  const known = knownText(subject);
  if (known === text) return "yes";
  if (known !== undefined && !ignoreCase) return "no";
  if (!mayBe(subject, text, ignoreCase)) return "no";
  return known === undefined ? "unknown" : "yes";
}

const automatonFor = perObject((pattern: Pattern) => automatonOf([pattern]));

function byAutomaton(pattern: Pattern, subject: SymbolicString): Truth {
  const automaton = automatonFor(pattern);
  const endings = walk(automaton, subject);
  if (endings === undefined) return "unknown";
  const truths = new Set([...endings.keys()].flatMap((states) => truthsAt(automaton, states)));
  const [only] = truths;
  return truths.size === 1 && only !== undefined ? only : "unknown";
}

/** True where the pattern and the subject end in text, and not in the same. */
function endsDiffer({ pieces, ignoreCase }: Pattern, subject: SymbolicString): boolean {
  const [expected, actual] = [pieces.at(-1), subject.at(-1)];
  if (ignoreCase || expected?.kind !== "literal" || actual?.kind !== "text") return false;
  return !expected.text.endsWith(actual.text) && !actual.text.endsWith(expected.text);
}

/** True where even the shortest string that the pattern matches is longer than the subject can be. */
function isTooLong(pattern: Pattern, subject: SymbolicString): boolean {
  return shortestMatch(pattern) > longestText(subject);
}

const longestText = perObject((subject: SymbolicString) =>
  sum(subject.map((segment) => (segment.kind === "text" ? lengthOf(segment.text) : segment.maxLength))),
);

const shortestMatch = perObject(({ pieces }: Pattern) => sum(pieces.map(shortestOf)));

function shortestOf(piece: Piece): number {
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
}

/** In characters, as the lengths of symbols are. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Decides what a comparison from the front decides, which is most; undefined where it takes more. */
function atFirstSight(pattern: Pattern, subject: SymbolicString): Truth | undefined {
  if (pattern.ignoreCase) return undefined;
  const { pieces } = pattern;
  let piece = 0;
  let segment = 0;
  let [inPiece, inSegment] = [0, 0];
  for (;;) {
    const expected = pieces[piece];
    const actual = subject[segment];
    if (expected === undefined)
      return actual === undefined ? "yes" : actual.kind === "text" ? "no" : undefined;
    if (expected.kind === "run") {
      return piece === pieces.length - 1 && expected.alphabet.characters === "" ? "yes" : undefined;
    }
    if (expected.kind === "literal") {
      if (actual === undefined) return "no";
      if (actual.kind === "symbol") return undefined;
      const length = Math.min(expected.text.length - inPiece, actual.text.length - inSegment);
      if (!sameText(expected.text, inPiece, actual.text, inSegment, length)) return "no";
      inPiece += length;
      inSegment += length;
      if (inPiece === expected.text.length) [piece, inPiece] = [piece + 1, 0];
      if (inSegment === actual.text.length) [segment, inSegment] = [segment + 1, 0];
      continue;
    }
    if (expected.kind === "one" || expected.opaque || actual?.kind !== "symbol") return undefined;
    if (expected.symbol.id !== actual.id || inSegment !== 0) return undefined;
    piece++;
    segment++;
  }
}

function sameText(a: string, aStart: number, b: string, bStart: number, length: number): boolean {
  if (aStart === 0 && length === a.length) return b.startsWith(a, bStart);
  return a.substring(aStart, aStart + length) === b.substring(bStart, bStart + length);
}
