/**
 * How the strings that are asked about may turn out: all patterns that are matched against one string are led through
 * it together, and each way in which that can end is a world with answers of its own.
 */
import { automatonOf } from "./automaton.ts";
import { exampleOf } from "./example.ts";
import { identityOfAtom, type Match, type Truth } from "./formula.ts";
import { truthsAt } from "./matching.ts";
import { literalText } from "./pattern.ts";
import { identityOf, type SymbolicString } from "./symbolic.ts";
import { walk } from "./walk.ts";

/** A string for each symbolic string, by its identity. */
export type Words = ReadonlyMap<string, string>;

/** One way that the strings may turn out, with the answers that follow. */
interface World {
  readonly words: Words;
  /** By the identity of the question. */
  readonly truths: ReadonlyMap<string, Truth>;
}

const mostWorlds = 4000;
const mostPatterns = 64;

/**
 * Every combination of what each string may turn out to be, worked out one by one; undefined where there are too many.
 * A single pattern on a string, which may match or not, is looked at only when `alone` asks for it.
 */
export function worldsOf(questions: readonly Match[], alone: boolean): Iterable<World> | undefined {
  const choices: Choice[] = [];
  let count = 1;
  for (const [identity, about] of bySubject(questions)) {
    if (about.length === 1 && !alone) continue;
    const endings = endingsOf(about);
    count *= endings?.size ?? Infinity;
    if (endings === undefined || count > mostWorlds) return undefined;
    choices.push({ identity, endings });
  }
  return combinations(choices);
}

interface Choice {
  readonly identity: string;
  readonly endings: Endings;
}

interface Endings {
  readonly size: number;
  readonly each: () => Iterable<Ending>;
}

interface Ending {
  readonly word: string;
  readonly truths: readonly (readonly [string, Truth])[];
}

function* combinations([first, ...others]: readonly Choice[]): Iterable<World> {
  if (first === undefined) {
    yield { words: new Map(), truths: new Map() };
    return;
  }
  for (const { word, truths } of first.endings.each()) {
    for (const world of combinations(others)) {
      yield {
        words: new Map([[first.identity, word], ...world.words]),
        truths: new Map([...truths, ...world.truths]),
      };
    }
  }
}

function bySubject(questions: readonly Match[]): ReadonlyMap<string, readonly Match[]> {
  const groups = new Map<string, Match[]>();
  for (const question of questions) {
    const identity = identityOf(question.subject);
    const group = groups.get(identity);
    if (group === undefined) groups.set(identity, [question]);
    else group.push(question);
  }
  return groups;
}

/** The different ways in which patterns can answer to their common subject. */
function endingsOf(questions: readonly Match[]): Endings | undefined {
  const exclusive = exclusiveEndings(questions);
  if (exclusive !== undefined) return exclusive;
  if (questions.length > mostPatterns) return undefined;
  const automaton = automatonOf(questions.map((question) => question.pattern));
  const walked = walk(automaton, subjectOf(questions));
  if (walked === undefined) return undefined;
  const endings = new Map<string, Ending>();
  for (const [states, word] of walked) {
    const truths = truthsAt(automaton, states);
    const key = truths.join();
    if (endings.has(key)) continue;
    endings.set(key, {
      word,
      truths: questions.map((question, i) => [identityOfAtom(question), truths[i] ?? "unknown"]),
    });
  }
  return { size: endings.size, each: () => endings.values() };
}

/** Of patterns that are text without wildcards at most one matches. */
function exclusiveEndings(questions: readonly Match[]): Endings | undefined {
  const texts = questions.map(({ pattern }) => (pattern.ignoreCase ? undefined : literalText(pattern)));
  const example = exampleOf(subjectOf(questions));
  if (texts.includes(undefined) || texts.includes(example)) return undefined;
  return { size: texts.length + 1, each };

  function* each(): Iterable<Ending> {
    for (const word of [example, ...texts]) {
      if (word === undefined) continue;
      yield {
        word,
        truths: questions.map((question, i) => [identityOfAtom(question), texts[i] === word ? "yes" : "no"]),
      };
    }
  }
}

function subjectOf(questions: readonly Match[]): SymbolicString {
  return questions[0]?.subject ?? [];
}
