/** Moves a piece of a tree to another place: every span in it changes, everything else stays. */

/** `place` says where an offset goes. */
export function relocate<T extends object>(node: T, place: (offset: number) => number): T {
  // The copy has the shape of the original: only numbers under `start`, `end` and `at` are replaced.
  return copy(node, place) as T;
}

function copy(value: unknown, place: (offset: number) => number): unknown {
  if (Array.isArray(value)) return value.map((element) => copy(element, place));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]: [string, unknown]) => [
      name,
      typeof entry === "number" && isOffset(name) ? place(entry) : copy(entry, place),
    ]),
  );
}

function isOffset(name: string): boolean {
  return name === "start" || name === "end" || name === "at";
}
