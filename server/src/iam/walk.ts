/**
 * Leads an automaton through a symbolic string and tells every way in which that can end, each with a string that
 * ends so. A symbol of the string is led through character by character, as every string that it may stand for,
 * with two exceptions: a pattern's symbol that begins where the same symbol begins is that symbol as a whole, and
 * one that begins where a symbol known to be different begins does not end where that one ends.
 */
import { sampleCharacters, type Alphabet } from "./alphabet.ts";
import { afterFreeSteps, step, type Automaton } from "./automaton.ts";
import { mayGoOn, spend } from "./effort.ts";
import { mayHold } from "./pattern.ts";
import { perObject } from "../base/remember.ts";
import type { StringSymbol, SymbolicString } from "./symbolic.ts";

/** The live states at the end, each with a string that leads there. */
type Endings = ReadonlyMap<bigint, string>;

/**
 * More ways than this at once are not followed, nor more steps through one symbol. A step costs time by the number of
 * states, so that there are fewer of them through large automata.
 */
const mostWays = 400;
const mostSteps = 40_000;
const mostWork = 4_000_000;

/** Undefined where there are too many ways to follow. */
export function walk(automaton: Automaton, subject: SymbolicString): Endings | undefined {
  let ways: Map<bigint, string> = new Map([[automaton.start, ""]]);
  for (const segment of subject) {
    if (!mayGoOn()) return undefined;
    const next = new Map<bigint, string>();
    for (const [states, word] of ways) {
      const exits =
        segment.kind === "literal"
          ? text(automaton, states, segment.text)
          : symbol(automaton, states, segment);
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
  const known = byStates.get(states);
  if (known !== undefined || byStates.has(states)) return known;
  const exits = exitsOf(automaton, states, symbol);
  if (mayGoOn()) byStates.set(states, exits);
  return exits;
}

const shapeOf = perObject((symbol: StringSymbol) =>
  JSON.stringify([symbol.alphabet, symbol.minLength, symbol.maxLength]),
);

const keptExits = perObject<Automaton, Map<string, Map<bigint, Endings | undefined>>>(() => new Map());

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
  const steps = stepsOf(automaton, symbol.alphabet);
  const most = Math.min(mostSteps, mostWork / Number(automaton.size));
  let level: readonly Stand[] = [{ word: "", states: entry & ~passed.from & ~barred, barred }];
  const exits = new Map<bigint, string>();
  let taken = 0;
  for (let length = 0; length <= symbol.maxLength; length++) {
    if (length >= symbol.minLength) {
      for (const { states, barred, word } of level) {
        const exit = states | (barred & inside) | whole;
        if (!exits.has(exit)) exits.set(exit, word);
      }
    }
    const next = new Map<bigint, Stand>();
    for (const stand of level) {
      const followers = followersOf(automaton, steps, stand, inside);
      taken += followers.length;
      for (const follower of followers) {
        const key = follower.states | (follower.barred << automaton.size);
        if (!next.has(key)) next.set(key, { ...follower, word: stand.word + follower.word });
      }
    }
    if (!spend((level.length * steps.characters.length * Number(automaton.size)) / 64)) return undefined;
    if (next.size > mostWays || taken > most) return undefined;
    if (
      length >= symbol.minLength &&
      next.size === level.length &&
      level.every((stand) => next.has(keyOf(stand)))
    )
      break;
    level = [...next.values()];
  }
  return exits;

  function keyOf({ states, barred }: Stand): bigint {
    return states | (barred << automaton.size);
  }
}

/** The different characters of an alphabet for an automaton, and where each leads from the states met so far. */
interface Steps {
  readonly characters: readonly {
    readonly character: string;
    readonly moving: bigint;
    readonly staying: bigint;
  }[];
  readonly followers: Map<bigint, readonly Stand[]>;
}

function stepsOf(automaton: Automaton, alphabet: Alphabet): Steps {
  const kept = keptSteps(automaton);
  const key = JSON.stringify(alphabet);
  const steps = kept.get(key) ?? { characters: representatives(automaton, alphabet), followers: new Map() };
  kept.set(key, steps);
  return steps;
}

const keptSteps = perObject<Automaton, Map<string, Steps>>(() => new Map());

/** One stand for each way to go on by a character, whose word is that character. */
function followersOf(automaton: Automaton, steps: Steps, stand: Stand, inside: bigint): readonly Stand[] {
  if (stand.barred !== 0n) return barredFollowers(automaton, steps, stand, inside);
  const known = steps.followers.get(stand.states);
  if (known !== undefined) return known;
  const found = new Map<bigint, Stand>();
  for (const { character, moving, staying } of steps.characters) {
    const states = afterFreeSteps(automaton, ((stand.states & moving) << 1n) | (stand.states & staying));
    if (!found.has(states)) found.set(states, { word: character, states, barred: 0n });
  }
  const followers = [...found.values()];
  steps.followers.set(stand.states, followers);
  return followers;
}

function barredFollowers(automaton: Automaton, steps: Steps, stand: Stand, inside: bigint): readonly Stand[] {
  const within = stand.barred & inside;
  const from = stand.states | (afterFreeSteps(automaton, stand.barred) & ~inside);
  return steps.characters.map(({ character, moving, staying }) => ({
    word: character,
    states: afterFreeSteps(automaton, ((from & moving) << 1n) | (from & staying)),
    barred: ((within & moving) << 1n) | (within & staying),
  }));
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

/** One character of the alphabet for each kind that the automaton tells apart. */
function representatives(automaton: Automaton, alphabet: Alphabet): Steps["characters"] {
  const kinds = new Map<bigint, Steps["characters"][number]>();
  for (const character of sampleCharacters(alphabet, automaton.mentioned)) {
    const [moving, staying] = [automaton.moving(character), automaton.staying(character)];
    const kind = moving | (staying << automaton.size);
    if (!kinds.has(kind)) kinds.set(kind, { character, moving, staying });
  }
  return [...kinds.values()];
}
