/** Whether a pattern matches a symbolic string: in every instance, in none, or depending on the symbols. */
import { automatonOf, type Automaton } from "./automaton.ts";
import { areDistinct, withoutCommonEnds } from "./ends.ts";
import type { Truth } from "./formula.ts";
import { mayBe } from "./language.ts";
import { longestOf, shortestOf } from "./lengths.ts";
import { identityOfPattern, literalText, type Pattern } from "./pattern.ts";
import { perObject } from "../base/remember.ts";
import { sectionsOf, type Pair } from "./sections.ts";
import { knownText, type SymbolicString } from "./symbolic.ts";
import { walk } from "./walk.ts";

export function matches(pattern: Pattern, subject: SymbolicString): Truth {
  const left = leftOpen(pattern, subject);
  return typeof left === "string" ? left : "unknown";
}

/**
 * Whether the pattern matches, or what that depends on: it matches where every pair does. Where a pair is about the
 * same part of the string as one of another pattern, the two can be held together.
 */
export function leftOpen(pattern: Pattern, subject: SymbolicString): "yes" | "no" | readonly Pair[] {
  const pairs = reduced(pattern, subject);
  if (pairs === "no") return "no";
  const open: Pair[] = [];
  for (const pair of pairs) {
    const truth = truthOf(pair, pattern);
    if (truth === "no") return "no";
    if (truth === "unknown") open.push(pair);
  }
  return open.length === 0 ? "yes" : open;
}

/** What each pattern does to the subject in one ending of a walk. */
export function truthsAt(automaton: Automaton, states: bigint): readonly Truth[] {
  return automaton.accepting.map(({ must, may }) => {
    if ((states & must) !== 0n) return "yes";
    return (states & may) === 0n ? "no" : "unknown";
  });
}

/** The smallest pairs that have to match; none where it is plain that the pattern does. */
function reduced(pattern: Pattern, subject: SymbolicString): readonly Pair[] | "no" {
  const rest = withoutCommonEnds(pattern, subject);
  if (rest === "no") return "no";
  const truth = atFirstSight(rest);
  if (truth !== "unknown") return truth === "yes" ? [] : "no";
  const sections = sectionsOf(rest.pattern, rest.subject);
  if (sections === "no" || sections.length === 1) return sections;
  const all: Pair[] = [];
  for (const section of sections) {
    const pairs = reduced(section.pattern, section.subject);
    if (pairs === "no") return "no";
    all.push(...pairs);
  }
  return all;
}

function atFirstSight({ pattern, subject }: Pair): Truth {
  const { pieces, ignoreCase } = pattern;
  if (pieces.length === 0 && subject.length === 0) return "yes";
  if (
    pieces.length > 0 &&
    pieces.every((piece) => piece.kind === "run" && piece.alphabet.characters === "")
  ) {
    return "yes";
  }
  if (shortestOf(pieces) > longestOf(subject) || longestOf(pieces) < shortestOf(subject)) return "no";
  const [wanted, actual] = [pieces[0], subject[0]];
  const areSingle = pieces.length === 1 && subject.length === 1;
  if (areSingle && wanted?.kind === "symbol" && actual?.kind === "symbol" && !wanted.opaque) {
    if (areDistinct(wanted.symbol, actual, ignoreCase)) return "no";
  }
  return "unknown";
}

function truthOf({ pattern, subject }: Pair, origin: Pattern): Truth {
  const text = literalText(pattern);
  if (text !== undefined) return isText(subject, text, pattern.ignoreCase);
  return byAutomaton(pattern, subject, origin);
}

/** Whether the subject is this text. A symbol that can be but one string leaves it open, which is no error. */
function isText(subject: SymbolicString, text: string, ignoreCase: boolean): Truth {
  const known = knownText(subject);
  if (known === text) return "yes";
  if (known !== undefined && !ignoreCase) return "no";
  if (!mayBe(subject, text, ignoreCase)) return "no";
  return known === undefined ? "unknown" : "yes";
}

function byAutomaton(pattern: Pattern, subject: SymbolicString, origin: Pattern): Truth {
  const automaton = automatonFor(pattern, origin);
  const endings = walk(automaton, subject);
  if (endings === undefined) return "unknown";
  const truths = new Set([...endings.keys()].flatMap((states) => truthsAt(automaton, states)));
  const [only] = truths;
  return truths.size === 1 && only !== undefined ? only : "unknown";
}

/** What a pattern comes down to is made anew each time, so its automaton is kept with the pattern as it was written. */
function automatonFor(pattern: Pattern, origin: Pattern): Automaton {
  const kept = keptAutomata(origin);
  const identity = identityOfPattern(pattern);
  const automaton = kept.get(identity) ?? automatonOf([pattern]);
  kept.set(identity, automaton);
  return automaton;
}

const keptAutomata = perObject<Pattern, Map<string, Automaton>>(() => new Map());
