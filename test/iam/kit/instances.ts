/** Strings that symbols may stand for, chosen so that they are likely to make a difference. */
import { hasCharacter, sampleCharacters } from "../../../server/src/iam/alphabet.ts";
import { instantiate, type StringSymbol, type SymbolicString } from "../../../server/src/iam/symbolic.ts";

export type Instance = ReadonlyMap<string, string>;

/** A source of whole numbers from 0 up to, not including, `below`. */
export type Random = (below: number) => number;

/** A generator that the seed decides (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

function fits({ alphabet, minLength, maxLength }: StringSymbol, text: string): boolean {
  const characters = [...text];
  return (
    characters.length >= minLength &&
    characters.length <= maxLength &&
    characters.every((character) => hasCharacter(alphabet, character))
  );
}

/** A string for each symbol, often out of `fragments` or equal to another's, always keeping `distinctAs`. */
export function instanceOf(
  symbols: readonly StringSymbol[],
  fragments: readonly string[],
  random: Random,
): Instance {
  const instance = new Map<string, string>();
  for (const symbol of symbols) {
    const others = symbols.filter(
      (other) => other.distinctAs !== undefined && other.distinctAs === symbol.distinctAs,
    );
    const taken = others.map((other) => instance.get(other.id));
    const candidates = [...fragments, ...instance.values()];
    let text = stringFor(symbol, candidates, random);
    for (let attempts = 0; taken.includes(text) && attempts < 50; attempts++)
      text = stringFor(symbol, candidates, random);
    if (taken.includes(text)) throw new Error(`no other string for ${symbol.label}`);
    instance.set(symbol.id, text);
  }
  return instance;
}

function stringFor(symbol: StringSymbol, candidates: readonly string[], random: Random): string {
  const fitting = candidates.filter((candidate) => fits(symbol, candidate));
  const way = random(4);
  if (way < 2 && fitting.length > 0) return fitting[random(fitting.length)] ?? "";
  const pick = (texts: readonly string[]) => texts[random(texts.length)] ?? "";
  if (way === 2 && candidates.length > 0) {
    const mixed = [pick(candidates), randomString(symbol, random), pick(candidates)];
    const start = random(3);
    const text = mixed.slice(start, start + 1 + random(2)).join("");
    if (fits(symbol, text)) return text;
  }
  return randomString(symbol, random);
}

function randomString({ alphabet, minLength, maxLength }: StringSymbol, random: Random): string {
  const characters = sampleCharacters(alphabet, []);
  const length = minLength + random(Math.min(maxLength - minLength, 12) + 1);
  return Array.from({ length }, () => characters[random(characters.length)] ?? "").join("");
}

/** The instance changed, where that can be done at all, so that the patterns match the subject. */
export function aimedAt(
  patterns: readonly SymbolicString[],
  subject: SymbolicString,
  symbols: readonly StringSymbol[],
  instance: Instance,
  random: Random,
): Instance {
  const common = commonString(
    [subject, ...patterns].map((value) => unitsOf(value, value !== subject)),
    random,
  );
  if (common === undefined) return instance;
  const inSubject = new Set(subject.flatMap((part) => (part.kind === "symbol" ? [part.id] : [])));
  let aimed = solved(subject, common, new Set(), symbols, instance);
  const text = instantiate(subject, ({ id }) => aimed.get(id) ?? "");
  for (const pattern of patterns) aimed = solved(pattern, text, inSubject, symbols, aimed);
  return aimed;
}

/** A character of an alphabet, or with `many` any number of them. */
interface Unit {
  readonly has: (character: string) => boolean;
  readonly characters: readonly string[];
  readonly many: boolean;
}

const anything = "ab-@X0write".split("");

function unitsOf(value: SymbolicString, isPattern: boolean): readonly Unit[] {
  return value.flatMap((part): readonly Unit[] => {
    if (part.kind === "symbol") {
      const characters = sampleCharacters(part.alphabet, []);
      const unit = { has: (c: string) => hasCharacter(part.alphabet, c), characters, many: false };
      const many = part.maxLength > part.minLength ? [{ ...unit, many: true }] : [];
      return [...Array.from({ length: part.minLength }, () => unit), ...many];
    }
    return Array.from(part.text, (text) =>
      isPattern && "*?".includes(text)
        ? { has: () => true, characters: anything, many: text === "*" }
        : { has: (c) => c === text, characters: [text], many: false },
    );
  });
}

/** A string in all languages at once, by a search in random order. */
function commonString(languages: readonly (readonly Unit[])[], random: Random): string | undefined {
  const visited = new Set<string>();
  const search = (places: readonly number[]): string | undefined => {
    if (visited.size > 1500 || visited.has(places.join())) return undefined;
    visited.add(places.join());
    if (places.every((place, language) => place === languages[language]?.length)) return "";
    const units = places.map((place, language) => languages[language]?.[place]);
    const moves: (() => string | undefined)[] = units.flatMap((unit, language) =>
      unit?.many === true
        ? [() => search(places.map((place, l) => (l === language ? place + 1 : place)))]
        : [],
    );
    const present = units.filter((unit) => unit !== undefined);
    if (present.length === units.length) {
      const narrowest = present.reduce((a, b) => (b.characters.length < a.characters.length ? b : a));
      const fitting = narrowest.characters.filter((c) => present.every((unit) => unit.has(c)));
      const character = fitting[random(fitting.length)];
      const next = places.map((place, l) => (units[l]?.many === true ? place : place + 1));
      if (character !== undefined && next.join() !== places.join()) {
        const consume = () => {
          const rest = search(next);
          return rest === undefined ? undefined : character + rest;
        };
        moves.splice(random(moves.length + 1), 0, consume);
      }
    }
    for (const move of moves) {
      const found = move();
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(languages.map(() => 0));
}

/** Reads off what the symbols of the pattern, but for those `fixed`, must be for it to match the text. */
function solved(
  pattern: SymbolicString,
  text: string,
  fixed: ReadonlySet<string>,
  symbols: readonly StringSymbol[],
  instance: Instance,
): Instance {
  const groups: string[] = [];
  const source = pattern.map((part) => {
    if (part.kind === "literal")
      return part.text
        .replace(/[.+^${}()|[\]\\/]/g, "\\$&")
        .replaceAll("*", ".*")
        .replaceAll("?", ".");
    if (fixed.has(part.id)) return (instance.get(part.id) ?? "").replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
    if (groups.includes(part.id)) return `\\${groups.indexOf(part.id) + 1}`;
    groups.push(part.id);
    const characters = sampleCharacters(part.alphabet, []).map((c) => c.replace(/[\]\\^-]/, "\\$&"));
    return `([${characters.join("")}]{${part.minLength},${part.maxLength}})`;
  });
  const found = new RegExp(`^${source.join("")}$`, "u").exec(text);
  if (found === null) return instance;
  const result = new Map([...instance, ...groups.map((id, index) => [id, found[index + 1] ?? ""] as const)]);
  return isPossible(symbols, result) ? result : instance;
}

function isPossible(symbols: readonly StringSymbol[], instance: Instance): boolean {
  return symbols.every(
    (symbol) =>
      fits(symbol, instance.get(symbol.id) ?? "") &&
      symbols.every(
        (other) =>
          other === symbol ||
          other.distinctAs === undefined ||
          other.distinctAs !== symbol.distinctAs ||
          instance.get(other.id) !== instance.get(symbol.id),
      ),
  );
}
