/**
 * How much may be done in all where many questions are asked at once: one automaton has bounds of its own, but a module
 * can bring thousands of them. Work outside of `within` is not counted.
 */
interface Effort {
  /** Steps of automata that are left, each through 64 states. */
  left: number;
}

/** Takes about half a second where all of it is needed, which hardly any module comes near. */
export function newEffort(): Effort {
  return { left: 1_500_000 };
}

let current: Effort | undefined;

/** Counts what is done in the work, all of which happens before it returns. */
export function within<T>(effort: Effort, work: () => T): T {
  const outer = current;
  current = effort;
  try {
    return work();
  } finally {
    current = outer;
  }
}

/** Counts the steps, and says whether there are more. */
export function spend(steps: number): boolean {
  if (current) current.left -= steps;
  return mayGoOn();
}

/** False where nothing is left: the answer is "cannot tell" then, and is not to be kept. */
export function mayGoOn(): boolean {
  return !current || !isSpent(current);
}

export function isSpent({ left }: Effort): boolean {
  return left <= 0;
}
