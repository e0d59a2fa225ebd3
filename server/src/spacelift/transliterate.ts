/** Spells Latin letters in ASCII, as the slug library of Spacelift's operator does (its `unidecode` step). */

/** Letters that have no accent to take off. */
const letters: ReadonlyMap<string, string> = new Map([
  ["Æ", "AE"],
  ["æ", "ae"],
  ["Œ", "OE"],
  ["œ", "oe"],
  ["ß", "ss"],
  ["Ø", "O"],
  ["ø", "o"],
  ["Đ", "D"],
  ["đ", "d"],
  ["Ð", "D"],
  ["ð", "d"],
  ["Þ", "Th"],
  ["þ", "th"],
  ["Ħ", "H"],
  ["ħ", "h"],
  ["ı", "i"],
  ["Ł", "L"],
  ["ł", "l"],
  ["Ŋ", "NG"],
  ["ŋ", "ng"],
  ["Ŧ", "T"],
  ["ŧ", "t"],
]);

/** Punctuation that is spelled with ASCII punctuation; for a slug it matters only that it is no letter. */
const punctuation = /[\u00A0\u2010\u2011\u2018\u201C\u201D\u2026]/;

const ascii = /[\u0000-\u007F]/;
const accent = /[\u0300-\u036F]/;

type Transliteration =
  | { readonly kind: "ascii"; readonly text: string }
  /** A character whose spelling is not known here. */
  | { readonly kind: "foreign"; readonly character: string };

export function transliterate(text: string): Transliteration {
  let result = "";
  for (const character of text.normalize("NFD")) {
    const spelled = spell(character);
    if (spelled === undefined) return { kind: "foreign", character };
    result += spelled;
  }
  return { kind: "ascii", text: result };
}

function spell(character: string): string | undefined {
  if (ascii.test(character)) return character;
  if (accent.test(character)) return "";
  return letters.get(character) ?? (punctuation.test(character) ? " " : undefined);
}
