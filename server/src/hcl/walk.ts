/** Ways through the tree: children, all nodes, and the path from the root to a place in the text. */
import { assertNever } from "../base/assertNever.ts";
import type { Expression, Node, SourceFile } from "./ast.ts";

const none: readonly Node[] = [];

/** The nodes right below `node`, in the order of their position. */
export function children(node: Node): readonly Node[] {
  switch (node.kind) {
    case "Body":
      return node.items;
    case "Attribute":
      return [node.name, node.value];
    case "Block":
      return [node.type, ...node.labels, node.body];
    case "Template":
      return node.parts;
    case "TemplateInterpolation":
      return [node.expression];
    case "TemplateIf":
      return [node.condition, ...node.then, ...node.otherwise];
    case "TemplateFor":
      return present([node.keyName, node.valueName, node.collection, ...node.parts]);
    case "GetAttribute":
      return present([node.target, node.name]);
    case "Index":
      return [node.target, node.key];
    case "Splat":
      return [node.source, node.each];
    case "FunctionCall":
      return [node.name, ...node.args];
    case "Conditional":
      return [node.condition, node.then, node.otherwise];
    case "BinaryOperation":
      return [node.left, node.right];
    case "UnaryOperation":
      return [node.operand];
    case "Parentheses":
      return [node.expression];
    case "TupleConstructor":
      return node.elements;
    case "ObjectConstructor":
      return node.items;
    case "ObjectItem":
      return [node.key, node.value];
    case "ForExpression":
      return present([node.keyName, node.valueName, node.collection, node.key, node.value, node.condition]);
    case "BogusExpression":
      return node.parts;
    case "BogusItem":
    case "Identifier":
    case "Label":
    case "NumberLiteral":
    case "BoolLiteral":
    case "NullLiteral":
    case "TemplateLiteral":
    case "Variable":
    case "SplatItem":
    case "MissingExpression":
      return none;
    default:
      return assertNever(node);
  }
}

function present(nodes: readonly (Node | undefined)[]): readonly Node[] {
  return nodes.filter((node) => node !== undefined);
}

/** Visits `node` and all below it, parents first. What `visit` answers with false is not entered. */
export function walk(node: Node, visit: (node: Node) => unknown): void {
  const waiting: Node[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (visit(next) === false) continue;
    const below = children(next);
    for (let index = below.length - 1; index >= 0; index--) {
      const child = below[index];
      if (child !== undefined) waiting.push(child);
    }
  }
}

/**
 * The nodes that touch `offset`, the file's body first and the innermost last. Between two nodes that meet
 * there it takes the one that ends: that is what a cursor at this place has just written.
 */
export function pathAt(file: SourceFile, offset: number): readonly Node[] {
  return pathBelow(file.body, offset);
}

/** The same from a node on. */
export function pathBelow(root: Node, offset: number): readonly Node[] {
  const path: Node[] = [];
  for (let next: Node | undefined = root; next !== undefined;) {
    path.push(next);
    next = childAt(children(next), offset);
  }
  return path;
}

/** The first of the nodes that ends at `offset` or behind it, if it also begins no later. */
function childAt(nodes: readonly Node[], offset: number): Node | undefined {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const first = nodes[low];
  if (first === undefined || first.start > offset) return undefined;
  const second = nodes[low + 1];
  const meets = first.end === offset && second !== undefined && second.start === offset;
  return meets && !completes(first) && !isEmpty(second) ? second : first;
}

/** True for what a cursor at its end may go on writing. */
function completes(node: Node): boolean {
  switch (node.kind) {
    case "Identifier":
    case "Label":
    case "Variable":
    case "GetAttribute":
    case "Attribute":
    case "TemplateLiteral":
    case "NumberLiteral":
    case "BoolLiteral":
    case "NullLiteral":
    case "MissingExpression":
    case "BogusExpression":
    case "BogusItem":
      return true;
    default:
      return isOpen(node);
  }
}

/** True for a node whose closing bracket or quote is missing, so that its end belongs to it. */
function isOpen(node: Node): boolean {
  return "close" in node && node.close === undefined;
}

function isEmpty(node: Node): boolean {
  return node.start === node.end;
}

/** True for a node that can stand as a value. */
export function isExpression(node: Node): node is Expression {
  switch (node.kind) {
    case "Body":
    case "Attribute":
    case "Block":
    case "BogusItem":
    case "Identifier":
    case "Label":
    case "ObjectItem":
    case "TemplateLiteral":
    case "TemplateInterpolation":
    case "TemplateIf":
    case "TemplateFor":
      return false;
    default:
      return true;
  }
}
