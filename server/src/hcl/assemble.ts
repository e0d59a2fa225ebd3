/** Puts the steps of a reading together to a file, and remembers them for the next change. */
import type { BodyItem, SourceFile, SyntaxProblem } from "./ast.ts";
import { redefinedAttributes } from "./checkRedefined.ts";
import type { Step } from "./steps.ts";

const stepsOfFiles = new WeakMap<SourceFile, readonly Step[]>();

export function assemble(text: string, steps: readonly Step[]): SourceFile {
  const items: BodyItem[] = [];
  const problems: SyntaxProblem[] = [];
  let mergeMarkers = 0;
  for (const step of steps) {
    for (const item of step.items) items.push(item);
    for (const problem of step.problems) problems.push(problem);
    mergeMarkers += step.mergeMarkers;
  }
  if (mergeMarkers === 0) for (const problem of redefinedAttributes(items)) problems.push(problem);
  const body = { kind: "Body", start: 0, end: text.length, items } as const;
  const file: SourceFile = { text, body, problems: inOrder(problems) };
  stepsOfFiles.set(file, steps);
  return file;
}

/** The steps in which the file was read; undefined for one that was not made here. */
export function stepsOf(file: SourceFile): readonly Step[] | undefined {
  return stepsOfFiles.get(file);
}

/** Sorted, and of several at one place only the first that was found: the others follow from it. */
function inOrder(problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  const sorted = [...problems].sort((a, b) => a.start - b.start);
  return sorted.filter((problem, index) => problem.start !== sorted[index - 1]?.start);
}
