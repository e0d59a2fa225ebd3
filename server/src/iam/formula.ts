/** What a policy says about a request, as a formula over questions that may have no answer yet. */
import type { Location } from "../base/location.ts";
import { identityOfPattern, type Pattern } from "./pattern.ts";
import type { Unknown, UnknownItems } from "./policy.ts";
import { perObject } from "../base/remember.ts";
import { identityOf, type StringSymbol, type SymbolicString } from "./symbolic.ts";

export type Truth = "yes" | "no" | "unknown";

export type Formula = Constant | Atom | Not | Group;

interface Constant {
  readonly kind: "constant";
  readonly value: boolean;
}

/** A question with a yes or no in each instance; the same `identity` has the same answer everywhere. */
export type Atom = Match | Open;

/** Does the pattern match the string? */
export interface Match {
  readonly kind: "match";
  readonly subject: SymbolicString;
  readonly pattern: Pattern;
}

/** A question that depends on something outside what is known. */
interface Open {
  readonly kind: "open";
  readonly identity: string;
  readonly cause: InputCause | SymbolsAsked;
}

interface Not {
  readonly kind: "not";
  readonly operand: Formula;
}

interface Group {
  readonly kind: "all" | "any";
  readonly operands: readonly Formula[];
}

/** Why an answer is unknown. */
export type UnknownCause = SymbolCause | InputCause;

/** It depends on what these symbols stand for. */
interface SymbolCause {
  readonly kind: "symbols";
  readonly symbols: readonly PlacedSymbol[];
}

interface PlacedSymbol {
  readonly symbol: StringSymbol;
  /** Where it comes into the policy; undefined for one that is part of the request alone. */
  readonly origin: Location | undefined;
}

/** The symbols of a question, before it is looked up where they stand. */
export interface SymbolsAsked {
  readonly kind: "symbols";
  readonly symbols: readonly StringSymbol[];
}

/** A part of the policy or of the request is unknown; `origin` is that part, or what asks for it. */
interface InputCause {
  readonly kind: "input";
  readonly reason: string;
  readonly origin: Location | undefined;
}

/** Each reason once, however many questions it leaves open. */
export function mergeCauses(causes: readonly UnknownCause[]): readonly UnknownCause[] {
  const inputs = new Map<string, UnknownCause>();
  const symbols = new Map<string, PlacedSymbol>();
  for (const cause of causes) {
    if (cause.kind === "input") inputs.set(JSON.stringify([cause.reason, cause.origin]), cause);
    else for (const one of cause.symbols) if (!symbols.has(one.symbol.id)) symbols.set(one.symbol.id, one);
  }
  const found = [...inputs.values()];
  return symbols.size === 0 ? found : [...found, { kind: "symbols", symbols: [...symbols.values()] }];
}

export const holds: Formula = { kind: "constant", value: true };
export const fails: Formula = { kind: "constant", value: false };

export function match(subject: SymbolicString, pattern: Pattern): Formula {
  return { kind: "match", subject, pattern };
}

/** The question of this pattern, for each string. */
export function matching(pattern: Pattern): (subject: SymbolicString) => Formula {
  return (subject) => match(subject, pattern);
}

/** A question open because of `reason`; `identity` tells it from other open questions. */
export function open(identity: string, reason: string, origin: Location | undefined): Formula {
  return { kind: "open", identity, cause: { kind: "input", reason, origin } };
}

/** A question that only an unknown part of the policy answers; one place and reason is one part. */
export function unknownPart({ reason, origin }: Unknown): Formula {
  return open(identityOfUnknown({ kind: "unknown", reason, origin }), reason, origin);
}

/** What unknown items ask: `ask` says what a run of items does. */
export function unknownRun<Item>(
  unknown: UnknownItems<Item>,
  ask: (items: readonly (Item | UnknownItems<Item>)[]) => Formula,
): Formula {
  const { choice, reason, origin } = unknown;
  if (!choice) return unknownPart(unknown);
  const condition = open(`choice ${choice.condition}`, reason, origin);
  return any([all([condition, ask(choice.then)]), all([not(condition), ask(choice.otherwise)])]);
}

export function identityOfUnknown({ reason, origin }: Unknown): string {
  return `unknown ${JSON.stringify([reason, origin])}`;
}

export function not(operand: Formula): Formula {
  if (operand.kind === "constant") return operand.value ? fails : holds;
  return { kind: "not", operand };
}

export function all(operands: readonly Formula[]): Formula {
  return group("all", operands);
}

export function any(operands: readonly Formula[]): Formula {
  return group("any", operands);
}

/** The constant that decides, where there is one; others change nothing. */
function group(kind: "all" | "any", operands: readonly Formula[]): Formula {
  const deciding = kind === "any";
  const open: Formula[] = [];
  for (const operand of operands) {
    if (operand.kind !== "constant") open.push(operand);
    else if (operand.value === deciding) return operand;
  }
  const [first] = open;
  if (!first) return deciding ? fails : holds;
  return open.length === 1 ? first : { kind, operands: open };
}

export const identityOfAtom = perObject((atom: Atom): string =>
  atom.kind === "open" ? atom.identity : `${identityOf(atom.subject)}~${identityOfPattern(atom.pattern)}`,
);

/** The formula's truth where `truthOf` answers the questions in it. */
export function truthIn(formula: Formula, truthOf: (atom: Atom) => Truth): Truth {
  switch (formula.kind) {
    case "constant":
      return formula.value ? "yes" : "no";
    case "match":
    case "open":
      return truthOf(formula);
    case "not":
      return opposite(truthIn(formula.operand, truthOf));
    case "all":
      return decisive(formula.operands, "no", truthOf);
    case "any":
      return decisive(formula.operands, "yes", truthOf);
  }
}

function opposite(truth: Truth): Truth {
  if (truth === "unknown") return truth;
  return truth === "yes" ? "no" : "yes";
}

/** The questions in a formula that `wanted` picks, each once. */
export function atomsIn(formula: Formula, wanted: (atom: Atom) => boolean): readonly Atom[] {
  const found = new Map<string, Atom>();
  collect(formula, (atom) => {
    if (wanted(atom)) found.set(identityOfAtom(atom), atom);
  });
  return [...found.values()];
}

/** "yes" decides an *any*, "no" an *all*. */
function decisive(
  operands: readonly Formula[],
  deciding: "yes" | "no",
  truthOf: (atom: Atom) => Truth,
): Truth {
  let result: Truth = opposite(deciding);
  for (const operand of operands) {
    const truth = truthIn(operand, truthOf);
    if (truth === deciding) return truth;
    if (truth === "unknown") result = truth;
  }
  return result;
}

function collect(formula: Formula, visit: (atom: Atom) => void): void {
  switch (formula.kind) {
    case "constant":
      return;
    case "match":
    case "open":
      return visit(formula);
    case "not":
      return collect(formula.operand, visit);
    case "all":
    case "any":
      for (const operand of formula.operands) collect(operand, visit);
  }
}
