/** Gives back the text of a tree, from its leaves and what stands between them. */
import type { Node, SourceFile } from "../../server/src/hcl/ast.ts";
import { children } from "../../server/src/hcl/walk.ts";

/** A stretch of the text: a node without children, or what lies between such nodes. */
interface Piece {
  /** Undefined for punctuation, white space and comments. */
  readonly node: Node | undefined;
  readonly text: string;
}

/** All of the file, in order. */
function pieces(file: SourceFile): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  const waiting: Node[] = [file.body];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const below = children(node);
    for (const child of [...below].reverse()) waiting.push(child);
    if (below.length > 0) continue;
    if (node.kind !== "Body") {
      if (node.start > at) found.push({ node: undefined, text: file.text.slice(at, node.start) });
      found.push({ node, text: file.text.slice(node.start, node.end) });
      at = node.end;
    }
  }
  if (at < file.text.length) found.push({ node: undefined, text: file.text.slice(at) });
  return found;
}

/** The text of the file, exactly. */
export function print(file: SourceFile): string {
  return pieces(file)
    .map((piece) => piece.text)
    .join("");
}
