/** Puts work off until its result is first asked for, and does it once. */

export function once<T>(compute: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => (done ??= { value: compute() }).value;
}
