/**
 * Decides formulas. Connectives over single answers are tried first; where that leaves a formula open, all patterns
 * that are matched against one string are led through it together, so that "one or the other" and "both at once"
 * are seen for what they are.
 */
import {
  atomsIn,
  identityOfAtom,
  mergeCauses,
  truthIn,
  type Atom,
  type Formula,
  type Match,
  type SymbolsAsked,
  type Truth,
  type UnknownCause,
} from "./formula.ts";
import { matches } from "./matching.ts";
import type { Mentions } from "./mentions.ts";
import { exampleOf } from "./example.ts";
import { openPart } from "./openPart.ts";
import { literalText } from "./pattern.ts";
import { identityOf, symbolsIn, type SymbolicString } from "./symbolic.ts";
import { worldsOf, type Words } from "./worlds.ts";

/** "yes" or "no" only where it is so for every string that the symbols may stand for. */
export function decide(formula: Formula): Truth {
  const left = openPart(formula);
  if (left.kind === "constant") return left.value ? "yes" : "no";
  if (isPlainlyOpen(left)) return "unknown";
  const { mayHold, mayFail } = surveyOf(left);
  if (mayHold && mayFail) return "unknown";
  return mayHold ? "yes" : "no";
}

/** A single open question, or whether a symbol is one of several texts: it may be one, and it may be none. */
function isPlainlyOpen(left: Formula): boolean {
  if (left.kind === "match" || left.kind === "open") return true;
  const [first] = left.kind === "any" ? left.operands : [];
  if (left.kind !== "any" || first?.kind !== "match") return false;
  const { subject } = first;
  const none = exampleOf(subject);
  return left.operands.every((operand) => {
    if (operand.kind !== "match" || operand.subject !== subject || operand.pattern.ignoreCase) return false;
    const text = literalText(operand.pattern);
    return text !== undefined && text !== none;
  });
}

/** What keeps a formula open: the unknown parts, and the symbols on which it depends, with where they are mentioned. */
export function causesOf(formula: Formula, mentions?: Mentions): readonly UnknownCause[] {
  const open = atomsIn(formula, (atom) => truthOfAtom(atom) === "unknown");
  const causes = open.map((atom) => (atom.kind === "open" ? atom.cause : symbolsAsked(atom)));
  return mergeCauses(
    causes.map((cause) => {
      if (cause.kind === "input") return cause;
      const symbols = cause.symbols.map((symbol) => ({ symbol, origin: mentions?.get(symbol.id) }));
      return { kind: "symbols", symbols };
    }),
  );
}

interface Survey {
  /** Strings for the symbolic strings looked at for which the formula holds whatever else is unknown. */
  readonly witness: Words | undefined;
  readonly mayHold: boolean;
  readonly mayFail: boolean;
}

/** Looks at everything that the strings may turn out to be, which have no symbol in common. */
export function survey(formula: Formula, about: readonly SymbolicString[]): Survey {
  return surveyOf(openPart(formula, about), about);
}

/** Of a formula without questions that have an answer. */
function surveyOf(left: Formula, about?: readonly SymbolicString[]): Survey {
  const open = atomsIn(left, () => true);
  const subjects = about?.map(identityOf);
  const asked = (atom: Match): boolean => subjects?.includes(identityOf(atom.subject)) ?? true;
  const worlds = worldsOf(open.filter((atom) => atom.kind === "match").filter(asked), about !== undefined);
  if (worlds === undefined) return { witness: undefined, mayHold: true, mayFail: true };
  let witness: Words | undefined;
  let [mayHold, mayFail] = [false, false];
  for (const world of worlds) {
    const outcome = outcomesIn(left, world.truths, open, mostSplits);
    if (!outcome.mayFail) witness ??= world.words;
    mayHold ||= outcome.mayHold;
    mayFail ||= outcome.mayFail;
    if (mayFail && (witness !== undefined || (mayHold && about === undefined))) break;
  }
  return { witness, mayHold, mayFail };
}

const mostSplits = 10;

function truthOfAtom(atom: Atom): Truth {
  return atom.kind === "open" ? "unknown" : matches(atom.pattern, atom.subject);
}

function symbolsAsked({ pattern, subject }: Match): SymbolsAsked {
  const inPattern = pattern.pieces.flatMap((piece) => (piece.kind === "symbol" ? [piece.symbol] : []));
  return { kind: "symbols", symbols: [...symbolsIn(subject), ...inPattern] };
}

/** Tries both answers to each question that is still open. */
function outcomesIn(
  formula: Formula,
  truths: ReadonlyMap<string, Truth>,
  open: readonly Atom[],
  splits: number,
): Pick<Survey, "mayHold" | "mayFail"> {
  const truth = truthIn(formula, (atom) => truths.get(identityOfAtom(atom)) ?? "unknown");
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
