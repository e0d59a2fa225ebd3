/** Which problems to tell where a text was read twice: plainly, and then by its layout. */
import type { SyntaxProblem } from "./ast.ts";
import { isUnclosedBlock } from "./messages.ts";
import type { Parser } from "./parser.ts";

/** Takes away the problems of the plain reading, which are those from number `from` on. */
export function takePlainProblems(p: Parser, from: number): readonly SyntaxProblem[] {
  p.quiet = false;
  return p.problems.splice(from);
}

/** Chooses between those problems and the ones that the second reading has found. */
export function tellProblems(p: Parser, from: number, plain: readonly SyntaxProblem[]): void {
  for (const problem of problemsToTell(plain, p.problems.splice(from))) p.problems.push(problem);
}

/**
 * The layout says better where something was left open, but where the plain reading came upon another
 * mistake first, that is the one that HashiCorp's parser tells of, and so it comes first here too.
 */
function problemsToTell(
  plain: readonly SyntaxProblem[],
  byLayout: readonly SyntaxProblem[],
): readonly SyntaxProblem[] {
  const first = plain.find((problem) => !isUnclosedBlock(problem));
  if (first === undefined || byLayout.some((problem) => problem.start === first.start)) return byLayout;
  const starts = new Set(plain.map((problem) => problem.start));
  return [first, ...byLayout.filter((problem) => problem.start > first.start || starts.has(problem.start))];
}
