/** Finds the name that a person most likely meant, by the number of slips between two words. */

/**
 * Slips between two words: a letter left out, added or replaced, or two neighbours swapped (the optimal string
 * alignment distance). Counts in UTF-16 code units.
 */
export function slips(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
          ? at(beforeLast, column - 2) + 1
          : Infinity;
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (same ? 0 : 1),
          swapped,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

/** How many slips still look like a typing error: one in short words, one per three letters, at most three. */
export function tolerableSlips(word: string): number {
  return Math.min(3, Math.max(1, Math.floor(word.length / 3)));
}

/**
 * The candidate with the fewest slips from `word`, letter case aside; the earlier one where two are equally
 * near, and nothing where all are further away than `limit`.
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  limit = tolerableSlips(word),
): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let fewest = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= fewest) continue;
    const count = slips(wanted, candidate.toLowerCase());
    if (count < fewest) {
      best = candidate;
      fewest = count;
    }
  }
  return best;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
