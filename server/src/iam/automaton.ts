/**
 * Patterns laid out side by side as one automaton whose set of live states is the bits of one integer.
 *
 * A pattern with symbols is laid out twice. The *must* states accept only what matches whatever its symbols stand
 * for; the *may* states accept whatever matches for some choice of them. See `walk.ts` for how symbols are passed.
 */
import { anyCharacter, bothCases, hasCharacter, ignoringCase, type Alphabet } from "./alphabet.ts";
import type { Pattern, Piece, SymbolPiece } from "./pattern.ts";
import type { StringSymbol } from "./symbolic.ts";

export interface Automaton {
  readonly size: bigint;
  readonly start: bigint;
  /** The accepting states of each pattern, in their order. */
  readonly accepting: readonly { readonly must: bigint; readonly may: bigint }[];
  /** States that a character moves on from, each to the next one. */
  readonly moving: (character: string) => bigint;
  /** States that a character stays in. */
  readonly staying: (character: string) => bigint;
  /** States whose next state costs no character. */
  readonly skipped: bigint;
  /** Other steps that cost no character, in the order of their states. */
  readonly free: readonly { readonly from: bigint; readonly to: bigint }[];
  readonly passages: readonly Passage[];
  /** The characters that some pattern names. */
  readonly mentioned: readonly string[];
}

/** Where a pattern's symbol begins and ends. */
interface Passage {
  readonly symbol: StringSymbol;
  readonly opaque: boolean;
  readonly ignoreCase: boolean;
  readonly from: bigint;
  readonly to: bigint;
  /** The states inside it; none where it is passed as a whole or not at all. */
  readonly inside: bigint;
}

/** Symbols that may be longer than this are taken for endless, which lets them match more, never less. */
const longestCounted = 40;

export function automatonOf(patterns: readonly Pattern[]): Automaton {
  const draft = new Draft();
  const accepting = patterns.map((pattern) => {
    const may = draft.layOut(pattern, "may");
    const hasSymbols = pattern.pieces.some((piece) => piece.kind === "symbol");
    return { may, must: hasSymbols ? draft.layOut(pattern, "must") : may };
  });
  return {
    size: BigInt(draft.size),
    start: afterFreeSteps(draft, draft.start),
    accepting,
    moving: byCharacter(draft.literals, draft.moving),
    staying: byCharacter(new Map(), draft.staying),
    skipped: draft.skipped,
    free: draft.free,
    passages: draft.passages,
    mentioned: [...draft.literals.keys()],
  };
}

/** The states after one character. */
export function step(automaton: Automaton, states: bigint, character: string): bigint {
  const moved = (states & automaton.moving(character)) << 1n;
  return afterFreeSteps(automaton, moved | (states & automaton.staying(character)));
}

export function afterFreeSteps(automaton: Pick<Automaton, "skipped" | "free">, states: bigint): bigint {
  const { skipped, free } = automaton;
  let result = states;
  for (let before = -1n; before !== result;) {
    before = result;
    result |= (result & skipped) << 1n;
    for (const { from, to } of free) if ((result & from) !== 0n) result |= to;
  }
  return result;
}

interface Masked {
  readonly alphabet: Alphabet;
  readonly mask: bigint;
}

/** An automaton in the making. */
class Draft {
  size = 0;
  start = 0n;
  skipped = 0n;
  readonly literals = new Map<string, bigint>();
  readonly moving: Masked[] = [];
  readonly staying: Masked[] = [];
  readonly free: { from: bigint; to: bigint }[] = [];
  readonly passages: Passage[] = [];

  /** Adds the states of a pattern; returns its accepting state. */
  layOut(pattern: Pattern, reading: "must" | "may"): bigint {
    this.start |= this.here();
    for (const piece of pattern.pieces) this.addPiece(piece, pattern.ignoreCase, reading);
    const accepting = this.here();
    this.size++;
    return accepting;
  }

  private here(): bigint {
    return 1n << BigInt(this.size);
  }

  private addPiece(piece: Piece, ignoreCase: boolean, reading: "must" | "may"): void {
    switch (piece.kind) {
      case "literal":
        for (const character of piece.text) this.addLiteral(ignoreCase ? bothCases(character) : character);
        return;
      case "one":
        this.moving.push({ alphabet: piece.alphabet, mask: this.here() });
        this.size++;
        return;
      case "run":
        this.addRun(piece.alphabet);
        return;
      case "symbol":
        if (reading === "must") this.addBarrier(piece, ignoreCase);
        else this.addSymbol(piece, ignoreCase);
    }
  }

  private addLiteral(characters: string): void {
    for (const character of characters) {
      this.literals.set(character, (this.literals.get(character) ?? 0n) | this.here());
    }
    this.size++;
  }

  private addRun(alphabet: Alphabet): void {
    this.staying.push({ alphabet, mask: this.here() });
    this.skipped |= this.here();
    this.size++;
  }

  /** A state that only the same symbol leads out of. */
  private addBarrier({ symbol, opaque }: SymbolPiece, ignoreCase: boolean): void {
    const from = this.here();
    this.passages.push({ symbol, opaque, ignoreCase, from, to: from << 1n, inside: 0n });
    this.size++;
  }

  /** States that any string of the symbol's shape leads through. */
  private addSymbol({ symbol, opaque }: SymbolPiece, ignoreCase: boolean): void {
    const from = this.here();
    if (opaque) {
      this.addRun(anyCharacter);
      this.passages.push({ symbol, opaque, ignoreCase, from, to: this.here(), inside: 0n });
      return;
    }
    const alphabet = ignoreCase ? ignoringCase(symbol.alphabet) : symbol.alphabet;
    const endless = symbol.maxLength > longestCounted;
    const counted = endless ? symbol.minLength : symbol.maxLength;
    const inside = maskOf(this.size, endless ? counted + 1 : counted);
    this.moving.push({ alphabet, mask: maskOf(this.size, counted) });
    this.size += counted;
    if (endless) this.addRun(alphabet);
    else
      this.free.push({ from: inside & ~maskOf(0, this.size - counted + symbol.minLength), to: this.here() });
    this.passages.push({ symbol, opaque, ignoreCase, from, to: this.here(), inside });
  }
}

function maskOf(start: number, length: number): bigint {
  return ((1n << BigInt(length)) - 1n) << BigInt(start);
}

function byCharacter(
  literals: ReadonlyMap<string, bigint>,
  classes: readonly Masked[],
): (character: string) => bigint {
  const known = new Map<string, bigint>();
  return (character) => {
    const cached = known.get(character);
    if (cached !== undefined) return cached;
    let mask = literals.get(character) ?? 0n;
    for (const { alphabet, mask: states } of classes) if (hasCharacter(alphabet, character)) mask |= states;
    known.set(character, mask);
    return mask;
  };
}
