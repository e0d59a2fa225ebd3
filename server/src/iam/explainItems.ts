/** Why items that may not be there change nothing, where that is so whether they are there or not. */
import type { UnknownPart } from "./explanation.ts";
import type { UnknownItems } from "./policy.ts";

/** What is told of items that may not be there. */
interface Told<Explained> {
  /** It changes nothing where it is there. */
  readonly isIdle: (explained: Explained | UnknownPart) => boolean;
  /** It decides where it is there, and so it is told where there is one whichever items are there. */
  readonly decides?: (explained: Explained | UnknownPart) => boolean;
}

/** What is said of them where it holds anyway; the unknown part where there is more to it. */
export function explainItems<Item, Explained>(
  { choice, reason, origin }: UnknownItems<Item>,
  explain: (item: Item | UnknownItems<Item>) => readonly (Explained | UnknownPart)[],
  { isIdle, decides = () => false }: Told<Explained>,
): readonly (Explained | UnknownPart)[] {
  const runs = (choice ? [choice.then, choice.otherwise] : []).map((run) => run.flatMap(explain));
  const isDecided = runs.every((run) => run.some(decides));
  const explained = runs.flat();
  const certain = explained.filter((one) => isIdle(one) || (isDecided && decides(one)));
  const isOpen = !choice || certain.length < explained.length;
  return isOpen ? [...certain, { kind: "unknown", part: { kind: "unknown", reason, origin } }] : certain;
}
