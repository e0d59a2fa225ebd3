/** How a value gets into the text: with or without quotes, as what stands there already asks. */
import type { CompletionItem } from "../completionItem.ts";
import type { ValuePlace } from "./place.ts";
import { literal } from "./snippetText.ts";
import { lineAfter, wordAt } from "./words.ts";

type Insertion = Pick<CompletionItem, "replace" | "snippet" | "filterText">;

/** An expression, given as a snippet. Of a string with nothing but text in it the quotes go away. */
export function insertExpression(
  { quote, word }: ValuePlace,
  text: string,
  offset: number,
  label: string,
  snippet: string,
): Insertion {
  if (!quote) return { replace: word, snippet: spaceBefore(text, word.start) + snippet, filterText: label };
  if (!quote.plain)
    return { replace: wordAt(text, offset), snippet: `\\\${${snippet}\\}`, filterText: label };
  const end = quote.closed ? quote.whole.end : word.end;
  return { replace: { start: quote.whole.start, end }, snippet, filterText: `"${label}` };
}

/** The text of a string, given as a snippet; quotes are added as far as they are missing. */
export function insertText(
  { quote, word }: ValuePlace,
  text: string,
  label: string,
  snippet: string,
): Insertion {
  if (!quote) {
    return { replace: word, snippet: `${spaceBefore(text, word.start)}"${snippet}"`, filterText: label };
  }
  return { replace: word, snippet: quote.closed ? snippet : `${snippet}"`, filterText: label };
}

export function insertLiteralText(place: ValuePlace, text: string, label: string): Insertion {
  return insertText(place, text, label, literal(label));
}

/** Formatted code has a space behind `=`. */
function spaceBefore(text: string, offset: number): string {
  return text[offset - 1] === "=" ? " " : "";
}

/** The text of a whole string, given as a snippet: whatever stands between the quotes goes away. */
export function insertWholeText(place: ValuePlace, text: string, label: string, snippet: string): Insertion {
  const { quote } = place;
  return quote
    ? insertText({ ...place, word: quote.inside }, text, label, snippet)
    : insertText(place, text, label, snippet);
}

/** A key of an object with its value, given as a snippet; the value is left out where there is one. */
export function insertKey({ quote, word }: ValuePlace, text: string, key: string, value: string): Insertion {
  const replace = quote ? { start: quote.whole.start, end: quote.closed ? quote.whole.end : word.end } : word;
  const hasValue = /^[ \t]*[=:]/.test(lineAfter(text, replace.end));
  const label = key.replaceAll('"', "");
  return {
    replace,
    snippet: hasValue ? literal(key) : `${literal(key)} = ${value}`,
    filterText: quote ? `"${label}` : label,
  };
}
