/** What holds for the tree of any text, however broken. */
import type { Node, SourceFile } from "../../server/src/hcl/ast.ts";
import { print } from "./print.ts";
import { children } from "../../server/src/hcl/walk.ts";

/** The laws that the tree breaks, in words; empty when all hold. */
export function brokenLaws(file: SourceFile): readonly string[] {
  const broken: string[] = [];
  const waiting: Node[] = [file.body];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const below = children(node);
    broken.push(...brokenNesting(node, below));
    for (const child of below) waiting.push(child);
  }
  if (broken.length === 0 && print(file) !== file.text) broken.push("printing does not give back the text");
  return [...broken, ...brokenProblems(file)];
}

function brokenNesting(parent: Node, below: readonly Node[]): readonly string[] {
  const broken: string[] = [];
  if (parent.start > parent.end) broken.push(`${place(parent)} ends before it starts`);
  let at = parent.start;
  for (const child of below) {
    if (child.start < at) broken.push(`${place(child)} in ${place(parent)} starts before ${at}`);
    if (child.end > parent.end) broken.push(`${place(child)} reaches out of ${place(parent)}`);
    at = child.end;
  }
  return broken;
}

function brokenProblems(file: SourceFile): readonly string[] {
  const broken: string[] = [];
  let last = 0;
  for (const problem of file.problems) {
    if (problem.start < last) broken.push(`problem at ${problem.start} stands after one at ${last}`);
    if (problem.start > problem.end || problem.end > file.text.length) {
      broken.push(`problem at ${problem.start}..${problem.end} lies outside the text`);
    }
    if (problem.insertion !== undefined && problem.insertion.at > file.text.length) {
      broken.push(`insertion at ${problem.insertion.at} lies outside the text`);
    }
    if (problem.summary === "" || problem.detail === "") broken.push("a problem says nothing");
    last = problem.start;
  }
  return broken;
}

function place(node: Node): string {
  return `${node.kind} ${node.start}..${node.end}`;
}
