/** Where the lines of a text begin, so that offsets and lines can be turned into each other in O(log n). */

export interface LineIndex {
  readonly length: number;
  /** The offset at which each line begins; the first is 0. A line ends with `\n`, `\r\n` or a lone `\r`. */
  readonly starts: readonly number[];
}

export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return { length: text.length, starts };
}

/** The zero-based line that holds the offset; offsets outside the text belong to the nearest line. */
export function lineAt(index: LineIndex, offset: number): number {
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offset at which the line begins; the text's end for a line behind the last one. */
export function lineStart(index: LineIndex, line: number): number {
  return index.starts[Math.max(0, line)] ?? index.length;
}
