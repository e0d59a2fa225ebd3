/** Parses a file again after a change, reading only the top-level items that the change touches. */
import type { Span } from "../base/span.ts";
import { assemble, stepsOf } from "./assemble.ts";
import type { SourceFile } from "./ast.ts";
import { lineStartAt } from "./characters.ts";
import { parse, parserAt, textStart } from "./parse.ts";
import { at, type Parser } from "./parser.ts";
import { scanAt } from "./scanner.ts";
import { shiftItem, shiftProblem } from "./shift.ts";
import { readStep, type Step } from "./steps.ts";
import { Token } from "./token.ts";

export interface Change {
  /** The span of the old text that was replaced. */
  readonly span: Span;
  /** The length of what stands in its place. */
  readonly newLength: number;
}

/**
 * The file for `text`, which differs from the text of `previous` by `change`. It equals `parse(text)`.
 * Items before the change are the same objects; items behind it are copies that are made when they are read.
 */
export function update(previous: SourceFile, text: string, change: Change): SourceFile {
  const old = stepsOf(previous);
  if (old === undefined) return parse(text);
  const changedLine = lineStartAt(previous.text, change.span.start);
  const kept = old.findIndex((step) => step.reach >= changedLine);
  const first = old[kept];
  if (first === undefined || kept === 0) return parse(text);
  const steps = old.slice(0, kept);
  const p = parserAt(text, first.start);
  p.lineStart = Math.max(textStart(text), lineStartAt(text, first.start));
  scanAt(p, first.start);
  for (const step of readUntilKnown(p, previous, change, old, kept)) steps.push(step);
  return assemble(text, steps);
}

/** Reads on until a step begins where one began before, and takes all further ones from there. */
function* readUntilKnown(
  p: Parser,
  previous: SourceFile,
  change: Change,
  old: readonly Step[],
  from: number,
): Generator<Step> {
  const delta = change.newLength - (change.span.end - change.span.start);
  const changeEnd = change.span.end + delta;
  let index = from;
  while (!at(p, Token.End)) {
    yield readStep(p);
    const line = lineStartAt(p.text, p.start);
    if (line < changeEnd) continue;
    const start = p.start - delta;
    while ((old[index]?.start ?? start) < start) index++;
    if (old[index]?.start !== start || lineStartAt(previous.text, start) !== line - delta) continue;
    for (; index < old.length; index++) {
      const step = old[index];
      if (step !== undefined) yield shiftStep(step, delta);
    }
    return;
  }
}

function shiftStep(step: Step, delta: number): Step {
  if (delta === 0) return step;
  return {
    start: step.start + delta,
    reach: step.reach + delta,
    items: step.items.map((item) => shiftItem(item, delta)),
    problems: step.problems.map((problem) => shiftProblem(problem, delta)),
    mergeMarkers: step.mergeMarkers,
  };
}
