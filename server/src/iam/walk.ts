/**
 * Leads an automaton through a symbolic string and tells every way in which that can end, each with a string that
 * ends so. A symbol of the string is led through character by character, as every string that it may stand for,
 * with two exceptions: a pattern's symbol that begins where the same symbol begins is that symbol as a whole, and
 * one that begins where a symbol known to be different begins does not end where that one ends.
 */
import { sampleCharacters } from "./alphabet.ts";
import { afterFreeSteps, step, type Automaton } from "./automaton.ts";
import { mayHold } from "./pattern.ts";
import { perObject } from "./remember.ts";
import type { StringSymbol, SymbolicString } from "./symbolic.ts";

/** The live states at the end, each with a string that leads there. */
export type Endings = ReadonlyMap<bigint, string>;

/** More ways than this at once are not followed, nor longer ones. */
const mostWays = 600;
const longestWay = 4096;

/** Undefined where there are too many ways to follow. */
export function walk(automaton: Automaton, subject: SymbolicString): Endings | undefined {
  let ways: Map<bigint, string> = new Map([[automaton.start, ""]]);
  for (const segment of subject) {
    const next = new Map<bigint, string>();
    for (const [states, word] of ways) {
      const exits =
        segment.kind === "text" ? text(automaton, states, segment.text) : symbol(automaton, states, segment);
      if (exits === undefined) return undefined;
      for (const [exit, end] of exits) if (!next.has(exit)) next.set(exit, word + end);
    }
    if (next.size > mostWays) return undefined;
    ways = next;
  }
  return ways;
}

function text(automaton: Automaton, states: bigint, characters: string): Endings {
  let result = states;
  for (const character of characters) result = step(automaton, result, character);
  return new Map([[result, characters]]);
}

/** The ways through a symbol depend on little else than its shape, so they are kept with the automaton. */
function symbol(automaton: Automaton, states: bigint, symbol: StringSymbol): Endings | undefined {
  const kept = keptExits(automaton);
  const key = shapeOf(symbol) + roleOf(automaton, symbol);
  const byStates = kept.get(key) ?? new Map<bigint, Endings | undefined>();
  kept.set(key, byStates);
  if (!byStates.has(states)) byStates.set(states, exitsOf(automaton, states, symbol));
  return byStates.get(states);
}

const shapeOf = perObject((symbol: StringSymbol) =>
  JSON.stringify([symbol.alphabet, symbol.minLength, symbol.maxLength]),
);

const keptExits = perObject((_: Automaton) => new Map<string, Map<bigint, Endings | undefined>>());

function roleOf(automaton: Automaton, symbol: StringSymbol): string {
  const related = automaton.passages.some(
    (passage) =>
      passage.symbol.id === symbol.id ||
      (passage.symbol.distinctAs !== undefined && passage.symbol.distinctAs === symbol.distinctAs),
  );
  return related ? symbol.id : "";
}

/** Where a walk stands inside a symbol. */
interface Stand {
  readonly word: string;
  readonly states: bigint;
  /** Passages that began with the symbol and must not end with it. */
  readonly barred: bigint;
}

function exitsOf(automaton: Automaton, entry: bigint, symbol: StringSymbol): Endings | undefined {
  const { passed, barred, inside } = passagesAt(automaton, entry, symbol);
  const whole = afterFreeSteps(automaton, passed.to);
  const characters = representatives(automaton, symbol);
  let level = new Map<bigint, Stand>();
  addStand(level, automaton, { word: "", states: entry & ~passed.from & ~barred, barred });
  const exits = new Map<bigint, string>();
  for (let length = 0; length <= symbol.maxLength; length++) {
    if (length >= symbol.minLength) {
      for (const { states, barred, word } of level.values()) {
        const exit = states | (barred & inside) | whole;
        if (!exits.has(exit)) exits.set(exit, word);
      }
    }
    const next = new Map<bigint, Stand>();
    for (const stand of level.values()) {
      for (const character of characters)
        addStand(next, automaton, advance(automaton, stand, character, inside));
    }
    if (next.size > mostWays || length > longestWay) return undefined;
    if (length >= symbol.minLength && sameKeys(level, next)) break;
    level = next;
  }
  return exits;
}

function advance(automaton: Automaton, stand: Stand, character: string, inside: bigint): Stand {
  const word = stand.word + character;
  if (stand.barred === 0n) return { word, states: step(automaton, stand.states, character), barred: 0n };
  const ended = afterFreeSteps(automaton, stand.barred) & ~inside;
  const states = step(automaton, stand.states | ended, character);
  return { word, states, barred: (stand.barred & inside & automaton.moving(character)) << 1n };
}

function addStand(level: Map<bigint, Stand>, automaton: Automaton, stand: Stand): void {
  const key = stand.states | (stand.barred << automaton.size);
  if (!level.has(key)) level.set(key, stand);
}

/** Which of the patterns' symbols that begin here are the symbol itself, and which are known to be another. */
function passagesAt(automaton: Automaton, states: bigint, symbol: StringSymbol) {
  let [from, to, barred, inside] = [0n, 0n, 0n, 0n];
  for (const passage of automaton.passages) {
    if ((states & passage.from) === 0n) continue;
    if (passage.symbol.id === symbol.id) {
      if (passage.opaque && mayHold(symbol, "*?${")) continue;
      from |= passage.from;
      to |= passage.to;
    } else if (symbol.distinctAs !== undefined && passage.symbol.distinctAs === symbol.distinctAs) {
      if (passage.ignoreCase || passage.inside === 0n) continue;
      barred |= passage.from;
      inside |= passage.inside;
    }
  }
  return { passed: { from, to }, barred, inside };
}

/** One character of the symbol's alphabet for each kind that the automaton tells apart. */
function representatives(automaton: Automaton, symbol: StringSymbol): readonly string[] {
  const kinds = new Map<bigint, string>();
  for (const character of sampleCharacters(symbol.alphabet, automaton.mentioned)) {
    const kind = automaton.moving(character) | (automaton.staying(character) << automaton.size);
    if (!kinds.has(kind)) kinds.set(kind, character);
  }
  return [...kinds.values()];
}

function sameKeys(a: ReadonlyMap<bigint, unknown>, b: ReadonlyMap<bigint, unknown>): boolean {
  return a.size === b.size && [...a.keys()].every((key) => b.has(key));
}
