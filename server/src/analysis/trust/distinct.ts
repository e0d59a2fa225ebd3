/** Facts once each: several instances of a block are written in one place. */
import type { Location } from "../../base/location.ts";

export function distinctByPlace<Fact>(
  facts: readonly Fact[],
  placeOf: (fact: Fact) => Location | undefined,
): readonly Fact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    const key = JSON.stringify(placeOf(fact) ?? null);
    return !seen.has(key) && seen.add(key);
  });
}
