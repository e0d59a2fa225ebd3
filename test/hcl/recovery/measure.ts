/** How many of the items of a file survive damage done to another of them. */
import { randomFrom } from "../judge/random.ts";
import { damage, type Damage, type DamageKind } from "./damage.ts";
import type { Outliner } from "./outline.ts";

interface Score {
  kept: number;
  total: number;
}

/** Damages each text at `positions` places. `lost` hears of each place where something was lost. */
export function measure(
  texts: readonly string[],
  kind: DamageKind,
  positions: number,
  outline: Outliner,
  lost: (damaged: Damage, items: readonly string[]) => void = () => undefined,
): Score {
  const score: Score = { kept: 0, total: 0 };
  texts.forEach((text, index) => {
    const before = outline(text);
    for (let position = 0; position < positions; position++) {
      const damaged = damage(randomFrom(index * 1009 + position), text, kind);
      const missing = missingItems(before, damaged, outline);
      const others = before.filter((item) => isOther(item, damaged));
      score.total += others.length;
      score.kept += others.length - missing.length;
      if (missing.length > 0) lost(damaged, missing);
    }
  });
  return score;
}

function missingItems(before: ReturnType<Outliner>, damaged: Damage, outline: Outliner): readonly string[] {
  const found = new Set(outline(damaged.text).map((item) => `${item.name} ${item.start} ${item.end}`));
  return before
    .filter((item) => isOther(item, damaged))
    .map((item) => {
      const shift = item.start >= damaged.end ? damaged.shift : 0;
      return `${item.name} ${item.start + shift} ${item.end + shift}`;
    })
    .filter((item) => !found.has(item));
}

/** True for an item that the damage does not touch. */
function isOther(item: { readonly start: number; readonly end: number }, damaged: Damage): boolean {
  return item.end < damaged.start || item.start > damaged.end;
}

export function percent({ kept, total }: Score): number {
  return total === 0 ? 100 : (100 * kept) / total;
}
