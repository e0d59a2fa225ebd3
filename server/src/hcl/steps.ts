/**
 * A file is read in steps, each about one top-level item. A step depends on nothing but the text from its
 * start to as far as it has looked, which is what makes it possible to read only parts of a file again.
 */
import type { BodyItem, SyntaxProblem } from "./ast.ts";
import { parseTopLevelItem } from "./parseTopLevel.ts";
import type { Parser } from "./parser.ts";
import { scanAt } from "./scanner.ts";

export interface Step {
  /** Where its first token begins. What stands before that token was read by the step before. */
  readonly start: number;
  /** The furthest offset that it has looked at, if one does not count the rest of the line there. */
  readonly reach: number;
  readonly items: readonly BodyItem[];
  readonly problems: readonly SyntaxProblem[];
  readonly mergeMarkers: number;
}

/** The step before the first item: whatever stands before the first token. */
export function readOpening(p: Parser): Step {
  return recordStep(p, 0, () => {
    scanAt(p, p.start);
    return [];
  });
}

/** The next item, if there is one before the end. */
export function readStep(p: Parser): Step {
  return recordStep(p, p.start, () => parseTopLevelItem(p));
}

function recordStep(p: Parser, start: number, read: () => readonly BodyItem[]): Step {
  const problems = p.problems.length;
  const { mergeMarkers } = p;
  p.reach = p.end;
  const items = read();
  return {
    start,
    reach: p.reach,
    items,
    problems: p.problems.length > problems ? p.problems.slice(problems) : noProblems,
    mergeMarkers: p.mergeMarkers - mergeMarkers,
  };
}

const noProblems: readonly SyntaxProblem[] = [];
