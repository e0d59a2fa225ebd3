/** Why items that may not be there change nothing, where that is so whether they are there or not. */
import type { UnknownPart } from "./explanation.ts";
import type { UnknownItems } from "./policy.ts";

/** What is said of them where it holds anyway; the unknown part where there is more to it. */
export function explainItems<Item, Explained>(
  part: UnknownItems<Item>,
  explain: (item: Item | UnknownItems<Item>) => readonly (Explained | UnknownPart)[],
  holdsAnyway: (explained: Explained | UnknownPart) => boolean,
): readonly (Explained | UnknownPart)[] {
  const { choice, reason, origin } = part;
  const items = choice ? [...choice.then, ...choice.otherwise] : [];
  const explained = items.flatMap(explain);
  const certain = explained.filter(holdsAnyway);
  const isOpen = !choice || certain.length < explained.length;
  return isOpen ? [...certain, { kind: "unknown", part: { kind: "unknown", reason, origin } }] : certain;
}
