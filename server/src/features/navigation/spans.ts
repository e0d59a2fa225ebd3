/** Nodes as bare spans. */
import type { Span } from "../../base/span.ts";
import type { Node } from "../../hcl/ast.ts";

export function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** The node without the quotes of a label. */
export function labelText(node: Node): Span {
  if (node.kind !== "Label" || !node.quoted) return spanOf(node);
  return { start: node.start + 1, end: Math.max(node.start + 1, node.closed ? node.end - 1 : node.end) };
}
