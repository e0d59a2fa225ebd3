/** Patterns that strings are matched against: literal text, wildcards and symbols. */
import { allExcept, anyCharacter, hasCharacter, type Alphabet } from "./alphabet.ts";
import { perObject } from "./remember.ts";
import type { StringSymbol, SymbolicString } from "./symbolic.ts";

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
    segment.kind === "text"
      ? { kind: "text", text: segment.text, quoted: false }
      : { kind: "symbol", symbol: segment, quoted: false },
  );
}

/** Matches exactly the string that is written. */
export function exactPattern(parts: readonly PatternPart[]): Pattern {
  return patternOf(parts.map(exactPiece));
}

/** As `exactPattern`, whatever the case of letters. */
export const exactPatternIgnoringCase = perObject((parts: readonly PatternPart[]) =>
  patternOf(parts.map(exactPiece), true),
);

/** `*` stands for any run of characters, `?` for one. */
export function likePattern(parts: readonly PatternPart[]): Pattern {
  return patternOf(parts.flatMap(likePieces));
}

/** As `likePattern`, whatever the case of letters. */
export const likePatternIgnoringCase = perObject((parts: readonly PatternPart[]) =>
  patternOf(parts.flatMap(likePieces), true),
);

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
        return patternOf([{ kind: "symbol", symbol: part.symbol, opaque: true }]);
      }
      pieces.push(...[likePieces(part)].flat());
      continue;
    }
    for (const section of part.text.split(/(?<=:)/)) {
      const wildcard = colons < 5 ? allExcept(":") : anyCharacter;
      pieces.push(...[likePiecesWith({ ...part, text: section }, wildcard)].flat());
      if (section.endsWith(":")) colons++;
    }
  }
  return colons < 5 ? undefined : patternOf(pieces);
});

function exactPiece(part: PatternPart): Piece {
  if (part.kind === "text") return literalPiece(part.text);
  return { kind: "symbol", symbol: part.symbol, opaque: !part.quoted && mayHold(part.symbol, "${") };
}

function likePieces(part: PatternPart): Piece | readonly Piece[] {
  return likePiecesWith(part, anyCharacter);
}

function likePiecesWith(part: PatternPart, wildcard: Alphabet): Piece | readonly Piece[] {
  if (part.kind === "symbol") {
    return { kind: "symbol", symbol: part.symbol, opaque: !part.quoted && mayHold(part.symbol, "*?${") };
  }
  if (part.quoted || !/[*?]/.test(part.text)) return literalPiece(part.text);
  return part.text.split(/([*?])/).flatMap((text): readonly Piece[] => {
    if (text === "") return [];
    if (text === "*") return [{ kind: "run", alphabet: wildcard }];
    return [text === "?" ? { kind: "one", alphabet: wildcard } : literalPiece(text)];
  });
}

function patternOf(all: readonly Piece[], ignoreCase = false): Pattern {
  return { pieces: all.filter((piece) => piece.kind !== "literal" || piece.text !== ""), ignoreCase };
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
export function mayHold(symbol: StringSymbol, characters: string): boolean {
  for (const character of characters) if (hasCharacter(symbol.alphabet, character)) return true;
  return false;
}
