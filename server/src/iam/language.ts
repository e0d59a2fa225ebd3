/** Whether a known text is one of the strings that a symbolic string may stand for. */
import type { Alphabet } from "./alphabet.ts";
import { lengthOf } from "./lengths.ts";
import { perObject } from "../base/remember.ts";
import type { StringSymbol, SymbolicString } from "./symbolic.ts";

export function mayBe(value: SymbolicString, text: string, ignoreCase: boolean): boolean {
  const [only, ...others] = value;
  if (only?.kind === "symbol" && others.length === 0 && !ignoreCase) return mayBeText(only, text);
  return (ignoreCase ? expressionIgnoringCase : expression)(value).test(text);
}

function mayBeText({ alphabet, minLength, maxLength, never = [] }: StringSymbol, text: string): boolean {
  const length = lengthOf(text);
  return !never.includes(text) && minLength <= length && length <= maxLength && onlyOf(alphabet).test(text);
}

const onlyOf = perObject((alphabet: Alphabet) => new RegExp(`^${classOf(alphabet)}*$`, "us"));

const expression = perObject((value: SymbolicString) => expressionOf(value, "us"));
const expressionIgnoringCase = perObject((value: SymbolicString) => expressionOf(value, "ius"));

/** A regular expression in which a symbol that occurs again must be the same string again. */
function expressionOf(value: SymbolicString, flags: string): RegExp {
  const seen: string[] = [];
  const source = value.map((segment) => {
    if (segment.kind === "literal") return escaped(segment.text);
    const before = seen.indexOf(segment.id);
    if (before >= 0) return `(?:\\${before + 1})`;
    seen.push(segment.id);
    return `(${classOf(segment.alphabet)}${countOf(segment)})`;
  });
  return new RegExp(`^${source.join("")}$`, flags);
}

function classOf({ characters, complement }: Alphabet): string {
  if (characters === "") return complement ? "." : "[]";
  return `[${complement ? "^" : ""}${characters.replace(/[\\\]^-]/g, "\\$&")}]`;
}

function countOf({ minLength, maxLength }: StringSymbol): string {
  return `{${minLength},${Number.isFinite(maxLength) ? maxLength : ""}}`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
