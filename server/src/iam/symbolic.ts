/**
 * Strings of which parts are known only to exist: sequences of text and of symbols.
 * A symbol stands for one string, the same wherever its `id` occurs, of which only the shape is known.
 */
import type { Alphabet } from "./alphabet.ts";
import { perObject } from "../base/remember.ts";

interface LiteralSegment {
  readonly kind: "literal";
  readonly text: string;
}

export interface StringSymbol {
  readonly kind: "symbol";
  /** Symbols with the same `id` are the same string. */
  readonly id: string;
  /** What the string is, for people: "the ID of spacelift_aws_integration.main". */
  readonly label: string;
  readonly alphabet: Alphabet;
  readonly minLength: number;
  readonly maxLength: number;
  /** Symbols of one such family with different `id` are never the same string. */
  readonly distinctAs?: string;
  /** Texts of its shape that the string is none of. */
  readonly never?: readonly string[];
}

export type Segment = LiteralSegment | StringSymbol;

/** Without empty text and without two texts side by side; `symbolic` and `concat` see to it. */
export type SymbolicString = readonly Segment[];

/** What `concat` and `symbolic` take as a part. */
export type SymbolicPart = string | StringSymbol | SymbolicString;

export function literalSegment(text: string): LiteralSegment {
  return { kind: "literal", text };
}

/** A tagged template: symbolic`${account}@${integration}@*`. */
export function symbolic(texts: TemplateStringsArray, ...parts: readonly SymbolicPart[]): SymbolicString {
  const result: Segment[] = [];
  for (let index = 0; index < texts.length; index++) {
    appendText(result, texts[index] ?? "");
    append(result, parts[index] ?? "");
  }
  return result.slice();
}

export function concat(...parts: readonly SymbolicPart[]): SymbolicString {
  const result: Segment[] = [];
  for (const part of parts) append(result, part);
  return result.slice();
}

function append(result: Segment[], part: SymbolicPart): void {
  if (typeof part === "string") appendText(result, part);
  else if ("kind" in part) appendSegment(result, part);
  else appendString(result, part);
}

/** For who puts a string together bit by bit. */
export function appendString(result: Segment[], string: SymbolicString): void {
  for (let index = 0; index < string.length; index++) {
    const segment = string[index];
    if (segment) appendSegment(result, segment);
  }
}

function appendSegment(result: Segment[], segment: Segment): void {
  if (segment.kind === "literal" && result[result.length - 1]?.kind === "literal")
    appendText(result, segment.text);
  else result.push(segment);
}

export function appendText(result: Segment[], text: string): void {
  if (text === "") return;
  const last = result[result.length - 1];
  if (last?.kind === "literal") result[result.length - 1] = literalSegment(last.text + text);
  else result.push(literalSegment(text));
}

/** The string itself where no symbol is in it. */
export function knownText(value: SymbolicString): string | undefined {
  const first = value[0];
  if (first === undefined) return "";
  return value.length === 1 && first.kind === "literal" ? first.text : undefined;
}

export function symbolsIn(value: SymbolicString): readonly StringSymbol[] {
  return value.filter((segment) => segment.kind === "symbol");
}

/** Equal exactly for strings made of the same segments. */
export const identityOf = perObject((value: SymbolicString): string =>
  JSON.stringify(value.map((segment) => (segment.kind === "literal" ? segment.text : [segment.id]))),
);

/** For people: symbols by their label in guillemets. */
export function describe(value: SymbolicString): string {
  return value.map((segment) => (segment.kind === "literal" ? segment.text : `«${segment.label}»`)).join("");
}

/** "which key a condition asks for depends on var.name", for a string with symbols in it. */
export function dependence(what: string, value: SymbolicString): string {
  const labels = new Set(symbolsIn(value).map(({ label }) => label));
  return `${what} depends on ${[...labels].join(" and ")}`;
}

/** The string with every symbol replaced by what `textOf` says it is. */
export function instantiate(value: SymbolicString, textOf: (symbol: StringSymbol) => string): string {
  return value.map((segment) => (segment.kind === "literal" ? segment.text : textOf(segment))).join("");
}
