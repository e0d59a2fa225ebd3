/** Three kinds of damage, as they come about while one types. */
import type { Random } from "../judge/random.ts";

export interface Damage {
  readonly text: string;
  /** The span of the sound text that was taken out; empty for an insertion. */
  readonly start: number;
  readonly end: number;
  /** By how much what stands behind has moved. */
  readonly shift: number;
}

export type DamageKind =
  "cut to the end of the line" | "cut to the end of the file" | "one unbalanced opener or closer";

export const damageKinds: readonly DamageKind[] = [
  "cut to the end of the line",
  "cut to the end of the file",
  "one unbalanced opener or closer",
];

export function damage(random: Random, text: string, kind: DamageKind): Damage {
  const start = random.below(text.length);
  switch (kind) {
    case "cut to the end of the line": {
      const lineEnd = text.indexOf("\n", start);
      return without(text, start, lineEnd < 0 ? text.length : lineEnd);
    }
    case "cut to the end of the file":
      return without(text, start, text.length);
    case "one unbalanced opener or closer": {
      const inserted = random.pick(["(", ")", "[", "]", "{", "}", '"', "<<EOT\n"]);
      const damaged = text.slice(0, start) + inserted + text.slice(start);
      return { text: damaged, start, end: start, shift: inserted.length };
    }
  }
}

function without(text: string, start: number, end: number): Damage {
  return { text: text.slice(0, start) + text.slice(end), start, end, shift: start - end };
}
