/** Whether a place is inside a comment. The tree has no comments, so what lies between its nodes is read again. */
import type { Node, SourceFile } from "../../hcl/ast.ts";
import { children } from "../../hcl/walk.ts";

export function isInComment({ body, text }: SourceFile, offset: number): boolean {
  const between = text.slice(endOfLastNode(body, 0, offset), offset);
  let rest = between;
  for (;;) {
    const begin = /#|\/\/|\/\*|"[^"\r\n]*"?/.exec(rest);
    if (!begin) return false;
    const behind = rest.slice(begin.index + begin[0].length);
    if (begin[0].startsWith('"')) {
      rest = behind;
      continue;
    }
    const end = (begin[0] === "/*" ? /\*\// : /[\r\n]/).exec(behind);
    if (!end) return true;
    rest = behind.slice(end.index + end[0].length);
  }
}

/** The end of the last node that ends at or before the offset; the offset itself inside the text of a string. */
function endOfLastNode(node: Node, start: number, offset: number): number {
  let last = start;
  for (const child of children(node)) {
    if (child.start > offset) break;
    if (child.end > offset && (child.kind === "TemplateLiteral" || child.kind === "Label")) return offset;
    last = Math.max(last, child.end <= offset ? child.end : endOfLastNode(child, child.start, offset));
  }
  return last;
}
