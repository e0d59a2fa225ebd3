/**
 * Traversals: names with the steps behind them, such as `local.a[0].b`, and what binds the name where an expression
 * does so itself. A `for`, a template directive and a `dynamic` block bind names.
 */
import type {
  Block,
  Body,
  Expression,
  ForExpression,
  Identifier,
  Label,
  Node,
  TemplateFor,
  Variable,
} from "../hcl/ast.ts";
import { children } from "../hcl/walk.ts";

export interface Traversal {
  readonly root: Variable;
  /** What follows the root, in the order of the text. */
  readonly links: readonly Link[];
  /** The node whose end is the traversal's end. */
  readonly node: Expression;
  /** Everything that binds names around it, the outermost first. */
  readonly scope: Scope;
}

export type Link = Extract<Expression, { kind: "GetAttribute" | "Index" | "Splat" }>;

/** The node that gives a name: in a `dynamic` block its label, or the value of `iterator`. */
export type Binder = Identifier | Label | Variable;

export type Scope = readonly Binder[];

export function binderName(binder: Binder): string {
  return binder.kind === "Label" ? binder.value : binder.name;
}

/** What binds the traversal's root; undefined for a name that comes from outside the expression. */
export function binderOf({ root, scope }: Pick<Traversal, "root" | "scope">): Binder | undefined {
  return scope.findLast((binder) => binderName(binder) === root.name);
}

/** Every traversal in the node, outermost only, in the order of the text. */
export function traversalsIn(node: Node): readonly Traversal[] {
  const found: Traversal[] = [];
  collect(node, [], found);
  return found;
}

/** The traversal that the expression is; undefined where it starts at something else than a name. */
export function traversalOf(node: Expression): Traversal | undefined {
  const chain = chainOf(node);
  return chain && { ...chain, node, scope: [] };
}

/** The names that the node itself binds for what is inside it. */
export function bindersOf(node: Node): readonly Binder[] {
  switch (node.kind) {
    case "ForExpression":
    case "TemplateFor":
      return [node.keyName, node.valueName].filter((name) => name !== undefined);
    case "Block":
      return node.type.name === "dynamic" ? [iteratorOf(node.body) ?? node.labels.slice(0, 1)].flat() : [];
    default:
      return [];
  }
}

function iteratorOf(body: Body): Variable | undefined {
  for (const item of body.items) {
    if (item.kind === "Attribute" && item.name.name === "iterator" && item.value.kind === "Variable") {
      return item.value;
    }
  }
  return undefined;
}

function collect(node: Node, scope: Scope, found: Traversal[]): void {
  switch (node.kind) {
    case "Variable":
    case "GetAttribute":
    case "Index":
    case "Splat":
      collectTraversal(node, scope, found);
      return;
    case "ObjectItem":
      if (node.key.kind !== "Variable") collect(node.key, scope, found);
      collect(node.value, scope, found);
      return;
    case "ForExpression":
    case "TemplateFor":
      collectFor(node, scope, found);
      return;
    case "Block":
      collectBlock(node, scope, found);
      return;
    default:
      for (const child of children(node)) collect(child, scope, found);
  }
}

function collectTraversal(node: Expression, scope: Scope, found: Traversal[]): void {
  const chain = chainOf(node);
  if (!chain) {
    for (const child of children(node)) collect(child, scope, found);
    return;
  }
  found.push({ root: chain.root, links: chain.links, node, scope });
  for (const link of chain.links) if (link.kind === "Index") collect(link.key, scope, found);
}

function collectFor(node: ForExpression | TemplateFor, scope: Scope, found: Traversal[]): void {
  collect(node.collection, scope, found);
  const inner = [...scope, ...bindersOf(node)];
  const parts = node.kind === "TemplateFor" ? node.parts : [node.key, node.value, node.condition];
  for (const part of parts) if (part) collect(part, inner, found);
}

/** `dynamic "statement"` binds `statement`, or the name that `iterator` gives, except in its own `for_each`. */
function collectBlock(block: Block, scope: Scope, found: Traversal[]): void {
  const binders = bindersOf(block);
  const inner = binders.length > 0 ? [...scope, ...binders] : scope;
  for (const item of block.body.items) {
    const name = item.kind === "Attribute" ? item.name.name : undefined;
    if (name === "iterator" && block.type.name === "dynamic") continue;
    collect(item, name === "for_each" ? scope : inner, found);
  }
}

/** The links from a root name to the whole traversal. */
function chainOf(expression: Expression): Pick<Traversal, "root" | "links"> | undefined {
  const links: Link[] = [];
  for (let at = expression; ;) {
    switch (at.kind) {
      case "Variable":
        // A list that grew has room for many more links, and there are many traversals.
        return { root: at, links: links.toReversed() };
      case "GetAttribute":
      case "Index":
        links.push(at);
        at = at.target;
        break;
      case "Splat":
        links.push(...splatLinks(at.each).toReversed(), at);
        at = at.source;
        break;
      default:
        return undefined;
    }
  }
}

function splatLinks(each: Expression): readonly Link[] {
  switch (each.kind) {
    case "GetAttribute":
    case "Index":
      return [...splatLinks(each.target), each];
    case "Splat":
      return [...splatLinks(each.source), each, ...splatLinks(each.each)];
    default:
      return [];
  }
}
