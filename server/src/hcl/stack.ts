/** Lists under construction, one above the other, so that each becomes an array of just its own size. */

export interface Stack<T> {
  readonly items: T[];
  top: number;
}

export function createStack<T>(): Stack<T> {
  return { items: [], top: 0 };
}

export function push<T>(stack: Stack<T>, item: T): void {
  stack.items[stack.top++] = item;
}

/** The list of all items from `base` up, which are taken off the stack. */
export function take<T>(stack: Stack<T>, base: number): readonly T[] {
  if (stack.top === base) return nothing;
  const list = stack.items.slice(base, stack.top);
  stack.top = base;
  return list;
}

const nothing: readonly never[] = [];
