/** The comments that belong to a statement: those on the lines right above it, and the one behind it in its last line. */

/** Where the comments above begin; the offset itself where there are none, or something else begins the line. */
export function startWithComments(source: string, offset: number): number {
  const lineStart = source.lastIndexOf("\n", offset - 1) + 1;
  if (source.slice(lineStart, offset).trim() !== "") return offset;
  const above = source.slice(source.lastIndexOf("\n", lineStart - 2) + 1, lineStart);
  const comment = /^[ \t]*(?=(?:#|\/\/|\/\*.*\*\/\s*$))/.exec(above);
  return comment ? startWithComments(source, lineStart - above.length + comment[0].length) : offset;
}

/** Where the comment behind ends; the offset itself where there is none. */
export function endWithComment(source: string, offset: number): number {
  const lineEnd = source.indexOf("\n", offset);
  const rest = source.slice(offset, lineEnd < 0 ? source.length : lineEnd);
  return offset + (/^[ \t]*(?:#|\/\/).*/.exec(rest)?.[0].length ?? 0);
}
