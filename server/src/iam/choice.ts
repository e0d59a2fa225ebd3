/** Items that depend on a condition which nobody knows: one run of them or the other. */
export interface Choice<Item> {
  /** Equal for conditions that are true together. */
  readonly condition: string;
  readonly then: readonly Item[];
  readonly otherwise: readonly Item[];
}

export function mapChoice<From, To>(
  { condition, then, otherwise }: Choice<From>,
  change: (items: readonly From[]) => readonly To[],
): Choice<To> {
  return { condition, then: change(then), otherwise: change(otherwise) };
}
