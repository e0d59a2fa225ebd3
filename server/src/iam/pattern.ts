/** Patterns that strings are matched against: literal text, wildcards and symbols. */
import { allExcept, anyCharacter, hasCharacter, type Alphabet } from "./alphabet.ts";
import { perObject, perObjectAndText } from "../base/remember.ts";
import { concat, type StringSymbol, type SymbolicString } from "./symbolic.ts";

export type Piece = LiteralPiece | OnePiece | RunPiece | SymbolPiece;

interface LiteralPiece {
  readonly kind: "literal";
  readonly text: string;
}

/** Exactly one character of the alphabet: `?`. */
interface OnePiece {
  readonly kind: "one";
  readonly alphabet: Alphabet;
}

/** Any number of characters of the alphabet, also none: `*`. */
interface RunPiece {
  readonly kind: "run";
  readonly alphabet: Alphabet;
}

export interface SymbolPiece {
  readonly kind: "symbol";
  readonly symbol: StringSymbol;
  /** True when its string may hold wildcards or variables, so that it may match anything. */
  readonly opaque: boolean;
}

export interface Pattern {
  readonly pieces: readonly Piece[];
  readonly ignoreCase: boolean;
}

export function literalPiece(text: string): LiteralPiece {
  return { kind: "literal", text };
}

/** A part of a value as it was written, before anyone reads wildcards in it. */
export type PatternPart =
  | { readonly kind: "text"; readonly text: string; readonly quoted: boolean }
  | { readonly kind: "symbol"; readonly symbol: StringSymbol; readonly quoted: boolean };

/** The parts of a string in which nothing is quoted. */
export function partsOf(value: SymbolicString): readonly PatternPart[] {
  return value.map((segment) =>
    segment.kind === "literal"
      ? { kind: "text", text: segment.text, quoted: false }
      : { kind: "symbol", symbol: segment, quoted: false },
  );
}

/** The string that the parts make, quoted or not. */
export function textOfParts(parts: readonly PatternPart[]): SymbolicString {
  return concat(...parts.map((part) => (part.kind === "text" ? part.text : part.symbol)));
}

/** Matches exactly the string that is written. */
export function exactPattern(parts: readonly PatternPart[]): Pattern {
  return { pieces: exactPieces(parts), ignoreCase: false };
}

/** As `exactPattern`, whatever the case of letters. */
export const exactPatternIgnoringCase = perObject((parts: readonly PatternPart[]): Pattern => ({
  pieces: exactPieces(parts),
  ignoreCase: true,
}));

/** `*` stands for any run of characters, `?` for one. */
export function likePattern(parts: readonly PatternPart[]): Pattern {
  return { pieces: likePieces(parts), ignoreCase: false };
}

/** As `likePattern`, whatever the case of letters. */
export const likePatternIgnoringCase = perObject((parts: readonly PatternPart[]): Pattern => ({
  pieces: likePieces(parts),
  ignoreCase: true,
}));

/**
 * As `likePattern`, but a wildcard stays within its section of the ARN; undefined where it has not six sections.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export const arnPattern = perObject((parts: readonly PatternPart[]): Pattern | undefined => {
  const pieces: Piece[] = [];
  let colons = 0;
  for (const part of parts) {
    if (part.kind === "symbol") {
      if (colons < 5 && mayHold(part.symbol, ":")) {
        return { pieces: [{ kind: "symbol", symbol: part.symbol, opaque: true }], ignoreCase: false };
      }
      addLikePieces(pieces, part, anyCharacter);
      continue;
    }
    for (const section of part.text.split(/(?<=:)/)) {
      const wildcard = colons < 5 ? allExcept(":") : anyCharacter;
      addLikePieces(pieces, { ...part, text: section }, wildcard);
      if (section.endsWith(":")) colons++;
    }
  }
  return colons < 5 ? undefined : { pieces, ignoreCase: false };
});

function exactPieces(parts: readonly PatternPart[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const part of parts) {
    if (part.kind === "symbol") addSymbol(pieces, part, "${");
    else addLiteral(pieces, part.text);
  }
  // A list that grew has room for many more pieces, and there are many patterns.
  return pieces.slice();
}

function likePieces(parts: readonly PatternPart[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const part of parts) addLikePieces(pieces, part, anyCharacter);
  return pieces.slice();
}

function addLikePieces(pieces: Piece[], part: PatternPart, wildcard: Alphabet): void {
  if (part.kind === "symbol") addSymbol(pieces, part, "*?${");
  else if (part.quoted || !/[*?]/.test(part.text)) addLiteral(pieces, part.text);
  else {
    for (const text of part.text.split(/([*?])/)) {
      if (text === "*") pieces.push({ kind: "run", alphabet: wildcard });
      else if (text === "?") pieces.push({ kind: "one", alphabet: wildcard });
      else addLiteral(pieces, text);
    }
  }
}

function addLiteral(pieces: Piece[], text: string): void {
  if (text !== "") pieces.push(literalPiece(text));
}

/** With these characters in it, a symbol's string would not be taken as it is. */
function addSymbol(pieces: Piece[], part: PatternPart & { kind: "symbol" }, special: string): void {
  const { symbol, quoted } = part;
  pieces.push({ kind: "symbol", symbol, opaque: !quoted && mayHold(symbol, special) });
}

/** Equal exactly for patterns that are written alike. */
export const identityOfPattern = perObject(
  ({ pieces, ignoreCase }: Pattern): string =>
    `${ignoreCase ? "i" : ""}${pieces.map(pieceIdentity).join("")}`,
);

function pieceIdentity(piece: Piece): string {
  switch (piece.kind) {
    case "literal":
      return JSON.stringify(piece.text);
    case "one":
      return piece.alphabet.characters === "" ? "?" : "?:";
    case "run":
      return piece.alphabet.characters === "" ? "*" : "*:";
    case "symbol":
      return `<${piece.opaque ? "!" : ""}${JSON.stringify(piece.symbol.id)}>`;
  }
}

/** The one string that the pattern matches, but for the case of letters; undefined where it is not only text. */
export function literalText({ pieces }: Pattern): string | undefined {
  let text = "";
  for (const piece of pieces) {
    if (piece.kind !== "literal") return undefined;
    text += piece.text;
  }
  return text;
}

/** True when the symbol's string may have one of these characters. */
export function mayHold({ alphabet }: StringSymbol, characters: string): boolean {
  return hasOneOf(alphabet, characters);
}

const hasOneOf = perObjectAndText((alphabet: Alphabet, characters): boolean =>
  Array.from(characters).some((character) => hasCharacter(alphabet, character)),
);
