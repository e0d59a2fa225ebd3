/** Holds our verdict of a text against HashiCorp's. */
import { parse } from "../../../server/src/hcl/parse.ts";
import { judge, type JudgedProblem } from "./hashicorp.ts";

export interface Comparison {
  readonly text: string;
  readonly verdictsAgree: boolean;
  /** Whether the first problems stand on one line; true where neither has any. */
  readonly linesAgree: boolean;
  readonly accepted: boolean;
  readonly theirs: readonly JudgedProblem[];
  readonly ours: readonly JudgedProblem[];
}

/** Undefined where the judge gave no verdict. */
export async function compare(text: string): Promise<Comparison | undefined> {
  const judgement = await judge(text);
  if (judgement === undefined) return undefined;
  const ours = parse(text).problems.map(({ start, summary }) => ({ ...placeOf(text, start), summary }));
  const verdictsAgree = judgement.accepted === (ours.length === 0);
  const linesAgree = !verdictsAgree || firstLine(judgement.problems) === firstLine(ours);
  return { text, verdictsAgree, linesAgree, accepted: judgement.accepted, theirs: judgement.problems, ours };
}

export function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - before.lastIndexOf("\n") };
}

function firstLine(problems: readonly JudgedProblem[]): number {
  return Math.min(...problems.map((problem) => problem.line));
}

/** The smallest text in which `wrong` still holds that leaving out lines and characters leads to. */
export async function shrink(text: string, wrong: (text: string) => Promise<boolean>): Promise<string> {
  let smallest = text;
  for (let length = Math.max(1, text.length >> 1); length >= 1; length >>= 1) {
    for (let at = 0; at + length <= smallest.length;) {
      const shorter = smallest.slice(0, at) + smallest.slice(at + length);
      if (await wrong(shorter)) smallest = shorter;
      else at += length;
    }
  }
  return smallest;
}
