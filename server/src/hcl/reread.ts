/** Which problems to tell where a text was read twice: plainly, and then by its layout. */
import type { SyntaxProblem } from "./ast.ts";
import { isUnclosedBlock } from "./messages.ts";

/**
 * The layout says better where something was left open, but where the plain reading came upon another
 * mistake first, that is the one that HashiCorp's parser tells of, and so it comes first here too.
 */
export function problemsToTell(
  plain: readonly SyntaxProblem[],
  byLayout: readonly SyntaxProblem[],
): readonly SyntaxProblem[] {
  const first = plain.find((problem) => !isUnclosedBlock(problem));
  if (first === undefined || byLayout.some((problem) => problem.start === first.start)) return byLayout;
  const starts = new Set(plain.map((problem) => problem.start));
  return [first, ...byLayout.filter((problem) => problem.start > first.start || starts.has(problem.start))];
}
