/** What "expand selection" takes in, step by step: from the word over string, expression and block to the file. */
import { contains, type Span } from "../base/span.ts";
import type { Node, SourceFile } from "../hcl/ast.ts";
import { commentsOf, type Comment } from "../hcl/comments.ts";
import { pathAt } from "../hcl/walk.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { navigableFile } from "./navigation/place.ts";
import { labelText, spanOf } from "./navigation/spans.ts";

/**
 * For each offset the spans around it, the smallest first, each inside the next. Undefined where the module is not
 * about Spacelift.
 */
export function selectionRanges(
  snapshot: Snapshot,
  uri: string,
  offsets: readonly number[],
): readonly (readonly Span[])[] | undefined {
  const file = navigableFile(snapshot, uri);
  if (!file) return undefined;
  const comments = commentsOf(file.syntax);
  return offsets.map((offset) => spansAround(file.syntax, comments, offset));
}

function spansAround(file: SourceFile, comments: readonly Comment[], offset: number): readonly Span[] {
  const comment = comments.find(({ start, end }) => start <= offset && offset <= end);
  const outermost = { start: 0, end: file.text.length };
  const candidates = [outermost, ...pathAt(file, offset).flatMap(spansOf), ...(comment ? [comment] : [])];
  const spans: Span[] = [];
  for (const candidate of candidates) {
    const outer = spans.at(-1);
    const isSmaller = !outer || (contains(outer, candidate) && sizeOf(candidate) < sizeOf(outer));
    const holdsOffset = candidate.start <= offset && offset <= candidate.end;
    if (isSmaller && holdsOffset && sizeOf(candidate) > 0) spans.push(spanOf(candidate));
  }
  return spans.length > 0 ? spans.reverse() : [outermost];
}

function sizeOf({ start, end }: Span): number {
  return end - start;
}

/** The node itself, then what is between its quotes or brackets. */
function spansOf(node: Node): readonly Span[] {
  switch (node.kind) {
    case "Label":
      return [node, labelText(node)];
    case "Template":
    case "FunctionCall":
    case "TupleConstructor":
    case "ObjectConstructor":
    case "ForExpression":
      return [node, { start: node.open.end, end: node.close?.start ?? node.end }];
    default:
      return [node];
  }
}
