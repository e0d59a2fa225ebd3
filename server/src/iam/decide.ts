/**
 * Decides formulas. Connectives over single answers are tried first; where that leaves a formula open, all patterns
 * that are matched against one string are led through it together, so that "one or the other" and "both at once"
 * are seen for what they are.
 */
import { automatonOf } from "./automaton.ts";
import {
  atomsIn,
  identityOfAtom,
  truthIn,
  type Atom,
  type Formula,
  type Match,
  type Truth,
} from "./formula.ts";
import type { UnknownCause } from "./formula.ts";
import { exampleOf } from "./example.ts";
import { matches, truthsAt } from "./matching.ts";
import { literalText } from "./pattern.ts";
import { perObject } from "./remember.ts";
import { identityOf, symbolsIn, type SymbolicString } from "./symbolic.ts";
import { walk } from "./walk.ts";

/** "yes" or "no" only where it is so for every string that the symbols may stand for. */
export function decide(formula: Formula): Truth {
  const truth = truthIn(formula, truthOfAtom);
  if (truth !== "unknown") return truth;
  const { mayHold, mayFail } = survey(formula);
  if (mayHold && mayFail) return "unknown";
  return mayHold ? "yes" : "no";
}

/** What keeps a formula open: the unknown parts, and the symbols on which it depends. */
export function causesOf(formula: Formula): readonly UnknownCause[] {
  const open = atomsIn(formula, isUnknown);
  const causes = open.map((atom) => (atom.kind === "open" ? atom.cause : symbolCause(atom)));
  const inputs = causes.filter((cause) => cause.kind === "input");
  const symbols = causes.flatMap((cause) => (cause.kind === "symbols" ? cause.symbols : []));
  const distinct = [...new Map(symbols.map((symbol) => [symbol.id, symbol])).values()];
  return distinct.length === 0 ? inputs : [...inputs, { kind: "symbols", symbols: distinct }];
}

export interface Survey {
  /** Strings for the symbolic strings looked at for which the formula holds whatever else is unknown. */
  readonly witness: Words | undefined;
  readonly mayHold: boolean;
  readonly mayFail: boolean;
}

/** A string for each symbolic string, by its identity. */
export type Words = ReadonlyMap<string, string>;

/** Looks at everything that the strings asked about may turn out to be, or only at one of them. */
export function survey(formula: Formula, about?: SymbolicString): Survey {
  const open = atomsIn(formula, isUnknown);
  const subject = about === undefined ? undefined : identityOf(about);
  const asked = (atom: Match) => subject === undefined || identityOf(atom.subject) === subject;
  const found = worldsOf(open.filter((atom) => atom.kind === "match").filter(asked), about !== undefined);
  if (found === undefined) return { witness: undefined, mayHold: true, mayFail: true };
  let witness: Words | undefined;
  let [mayHold, mayFail] = [false, false];
  for (const world of found) {
    const outcome = outcomesIn(formula, world.truths, open, mostSplits);
    if (!outcome.mayFail) witness ??= world.words;
    mayHold ||= outcome.mayHold;
    mayFail ||= outcome.mayFail;
    if (witness !== undefined && mayFail) break;
  }
  return { witness, mayHold, mayFail };
}

/** One way that the strings may turn out, with the answers that follow. */
interface World {
  readonly words: Words;
  readonly truths: ReadonlyMap<string, Truth>;
}

const mostWorlds = 4000;
const mostPatterns = 64;
const mostSplits = 10;

const truthOfMatch = perObject((atom: Match) => matches(atom.pattern, atom.subject));

function truthOfAtom(atom: Atom): Truth {
  return atom.kind === "open" ? "unknown" : truthOfMatch(atom);
}

function isUnknown(atom: Atom): boolean {
  return truthOfAtom(atom) === "unknown";
}

function symbolCause(atom: Match): UnknownCause {
  const inPattern = atom.pattern.pieces.flatMap((piece) => (piece.kind === "symbol" ? [piece.symbol] : []));
  return { kind: "symbols", symbols: [...symbolsIn(atom.subject), ...inPattern] };
}

/**
 * Every combination of what each string may turn out to be; undefined where there are too many. A single pattern
 * on a string, which is known to match or not, is looked at only when `alone` asks for it.
 */
function worldsOf(atoms: readonly Match[], alone: boolean): readonly World[] | undefined {
  let worlds: readonly World[] = [{ words: new Map(), truths: new Map() }];
  for (const [identity, about] of bySubject(atoms)) {
    if (about.length === 1 && !alone) continue;
    const endings = endingsOf(about);
    if (endings === undefined || endings.size * worlds.length > mostWorlds) return undefined;
    worlds = worlds.flatMap((world) =>
      [...endings.values()].map(({ word, truths }) => ({
        words: new Map([...world.words, [identity, word]]),
        truths: new Map([...world.truths, ...truths]),
      })),
    );
  }
  return worlds;
}

function bySubject(atoms: readonly Match[]): ReadonlyMap<string, readonly Match[]> {
  const groups = new Map<string, Match[]>();
  for (const atom of atoms) {
    const identity = identityOf(atom.subject);
    const group = groups.get(identity);
    if (group === undefined) groups.set(identity, [atom]);
    else group.push(atom);
  }
  return groups;
}

interface Ending {
  readonly word: string;
  readonly truths: readonly (readonly [string, Truth])[];
}

/** The different ways in which patterns can answer to their common subject. */
function endingsOf(atoms: readonly Match[]): ReadonlyMap<string, Ending> | undefined {
  const exclusive = exclusiveEndings(atoms);
  if (exclusive !== undefined) return exclusive;
  if (atoms.length > mostPatterns) return undefined;
  const automaton = automatonOf(atoms.map((atom) => atom.pattern));
  const walked = walk(automaton, subjectOf(atoms));
  if (walked === undefined) return undefined;
  const endings = new Map<string, Ending>();
  for (const [states, word] of walked) {
    const truths = truthsAt(automaton, states);
    const key = truths.join();
    if (endings.has(key)) continue;
    endings.set(key, {
      word,
      truths: atoms.map((atom, i) => [identityOfAtom(atom), truths[i] ?? "unknown"]),
    });
  }
  return endings;
}

/** Of patterns that are text without wildcards at most one matches. */
function exclusiveEndings(atoms: readonly Match[]): ReadonlyMap<string, Ending> | undefined {
  const texts = atoms.map(({ pattern }) => (pattern.ignoreCase ? undefined : literalText(pattern)));
  const example = exampleOf(subjectOf(atoms));
  if (texts.includes(undefined) || texts.includes(example)) return undefined;
  return new Map(
    [...texts, example].map((word = "") => [
      word,
      { word, truths: atoms.map((atom, i) => [identityOfAtom(atom), texts[i] === word ? "yes" : "no"]) },
    ]),
  );
}

function subjectOf(atoms: readonly Match[]): SymbolicString {
  return atoms[0]?.subject ?? [];
}

/** Tries both answers to each question that is still open. */
function outcomesIn(
  formula: Formula,
  truths: ReadonlyMap<string, Truth>,
  open: readonly Atom[],
  splits: number,
): Pick<Survey, "mayHold" | "mayFail"> {
  const truth = truthIn(formula, (atom) => truths.get(identityOfAtom(atom)) ?? truthOfAtom(atom));
  if (truth !== "unknown") return { mayHold: truth === "yes", mayFail: truth === "no" };
  const next = open.findIndex((atom) => (truths.get(identityOfAtom(atom)) ?? "unknown") === "unknown");
  const atom = open[next];
  if (atom === undefined || splits === 0) return { mayHold: true, mayFail: true };
  const rest = open.slice(next + 1);
  const yes = outcomesIn(formula, new Map(truths).set(identityOfAtom(atom), "yes"), rest, splits - 1);
  if (yes.mayHold && yes.mayFail) return yes;
  const no = outcomesIn(formula, new Map(truths).set(identityOfAtom(atom), "no"), rest, splits - 1);
  return { mayHold: yes.mayHold || no.mayHold, mayFail: yes.mayFail || no.mayFail };
}
