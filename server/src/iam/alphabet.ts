/** Sets of characters: what a symbol may be made of, and what a wildcard may stand for. */

import { perObject } from "../base/remember.ts";

export interface Alphabet {
  /** The characters of the set, or with `complement` those outside it. */
  readonly characters: string;
  readonly complement: boolean;
}

export const anyCharacter: Alphabet = { characters: "", complement: true };

const lower = "abcdefghijklmnopqrstuvwxyz";
const upper = lower.toUpperCase();
const digits = "0123456789";

/** The alphabet of exactly these characters; `a-z`, `A-Z` and `0-9` are ranges as in a regular expression. */
export function alphabetOf(ranges: string): Alphabet {
  const characters = ranges.replace("a-z", lower).replace("A-Z", upper).replace("0-9", digits);
  return { characters, complement: false };
}

/** The alphabet of every character but these. */
export function allExcept(characters: string): Alphabet {
  return { characters, complement: true };
}

export function hasCharacter(alphabet: Alphabet, character: string): boolean {
  return alphabet.characters.includes(character) !== alphabet.complement;
}

/** Whether no letter is in it in both cases, so that strings of it which differ do so in more than case. */
export const isOfOneCase = perObject(({ characters, complement }: Alphabet): boolean => {
  const letters = Array.from(characters);
  return !complement && new Set(letters.map((letter) => letter.toLowerCase())).size === letters.length;
});

/** The alphabet with the other case of every letter in it. */
export function ignoringCase(alphabet: Alphabet): Alphabet {
  const { characters, complement } = alphabet;
  if (!complement) return { characters: bothCases(characters), complement };
  const excluded = [...characters].filter((c) =>
    [...bothCases(c)].every((other) => characters.includes(other)),
  );
  return { characters: excluded.join(""), complement };
}

/** The characters in every case that is one character too. */
export function bothCases(characters: string): string {
  const others = Array.from(characters, (character) => [
    character.toLowerCase(),
    character.toUpperCase(),
  ]).flat();
  return [
    ...new Set([...Array.from(characters), ...others.filter((other) => Array.from(other).length === 1)]),
  ].join("");
}

/** All of ASCII that is written, and a letter from beyond it. */
export const everyday = `${lower}${digits}${upper}-_.@:/+=, !"#$%&'()*;<>?[\\]^\`{|}~é`;

/** Characters enough to tell sets apart: all of ASCII, one from beyond it, and those given. */
export function sampleCharacters(alphabet: Alphabet, mentioned: Iterable<string>): readonly string[] {
  return [...new Set([...everyday, ...mentioned])].filter((character) => hasCharacter(alphabet, character));
}
