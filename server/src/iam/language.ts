/** Whether a known text is one of the strings that a symbolic string may stand for. */
import { hasCharacter, type Alphabet } from "./alphabet.ts";
import { perObject } from "./remember.ts";
import type { StringSymbol, SymbolicString } from "./symbolic.ts";

export function mayBe(value: SymbolicString, text: string, ignoreCase: boolean): boolean {
  const [only, ...others] = value;
  if (only?.kind === "symbol" && others.length === 0 && !ignoreCase) return mayBeText(only, text);
  return (ignoreCase ? expressionIgnoringCase : expression)(value).test(text);
}

function mayBeText({ alphabet, minLength, maxLength }: StringSymbol, text: string): boolean {
  let length = 0;
  for (const character of text) {
    if (!hasCharacter(alphabet, character)) return false;
    length++;
  }
  return minLength <= length && length <= maxLength;
}

const expression = perObject((value: SymbolicString) => expressionOf(value, "us"));
const expressionIgnoringCase = perObject((value: SymbolicString) => expressionOf(value, "ius"));

/** A regular expression in which a symbol that occurs again must be the same string again. */
function expressionOf(value: SymbolicString, flags: string): RegExp {
  const seen: string[] = [];
  const source = value.map((segment) => {
    if (segment.kind === "text") return escaped(segment.text);
    const before = seen.indexOf(segment.id);
    if (before >= 0) return `(?:\\${before + 1})`;
    seen.push(segment.id);
    return `(${classOf(segment.alphabet)}${countOf(segment)})`;
  });
  return new RegExp(`^${source.join("")}$`, flags);
}

function classOf({ characters, complement }: Alphabet): string {
  if (characters === "") return complement ? "." : "(?!)";
  return `[${complement ? "^" : ""}${characters.replace(/[\\\]^-]/g, "\\$&")}]`;
}

function countOf({ minLength, maxLength }: StringSymbol): string {
  return `{${minLength},${Number.isFinite(maxLength) ? maxLength : ""}}`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
