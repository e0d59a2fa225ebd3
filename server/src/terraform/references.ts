/**
 * References: the traversals of an expression that name something outside it, as addresses with their steps.
 * Names that a `for`, a template directive or a `dynamic` block binds are no references.
 * https://developer.hashicorp.com/terraform/language/expressions/references
 */
import type { Span } from "../base/span.ts";
import type { Body, BodyItem, Expression, GetAttribute, Identifier, Node, Variable } from "../hcl/ast.ts";
import { children } from "../hcl/walk.ts";

export type ReferenceKind =
  | "resource"
  | "data"
  | "ephemeral"
  | "variable"
  | "local"
  | "module"
  | "each"
  | "count"
  | "self"
  | "path"
  | "terraform";

export interface Reference extends Span {
  readonly kind: ReferenceKind;
  /** `aws_iam_role.x`, `data.t.n`, `var.x`, `local.x`, `module.x`, `each`, …; the address as far as it was typed. */
  readonly address: string;
  /** The resource type; empty for everything else. */
  readonly type: string;
  /** The name of the thing; empty while it is not typed yet. */
  readonly name: string;
  /** The part of the text that names the thing, without the steps. */
  readonly addressSpan: Span;
  /** The identifier that a rename would change. */
  readonly nameSpan: Span | undefined;
  /** What follows the address: `.arn`, `[0]`, `[*]`. */
  readonly steps: readonly Step[];
  /** The node whose end is the reference's end. */
  readonly node: Expression;
}

export type Step =
  | { readonly kind: "attribute"; readonly name: string; readonly span: Span }
  | { readonly kind: "index"; readonly key: Expression; readonly span: Span }
  | { readonly kind: "splat"; readonly span: Span };

const singleRoots: Readonly<Record<string, ReferenceKind>> = {
  each: "each",
  count: "count",
  self: "self",
  path: "path",
  terraform: "terraform",
};

const namedRoots: Readonly<Record<string, ReferenceKind>> = {
  var: "variable",
  local: "local",
  module: "module",
};

const noNames: ReadonlySet<string> = new Set();

/** Every reference in the node, outermost traversal only, in the order of the text. */
export function referencesIn(node: Node, bound: ReadonlySet<string> = noNames): readonly Reference[] {
  const found: Reference[] = [];
  collect(node, bound, found);
  return found;
}

/** The reference that the whole expression is, such as `aws_iam_role.x.arn`; undefined for anything else. */
export function referenceOf(
  expression: Expression,
  bound: ReadonlySet<string> = noNames,
): Reference | undefined {
  const inner = unwrap(expression);
  const chain = chainOf(inner);
  return chain && !bound.has(chain.root.name) ? fromChain(chain, inner) : undefined;
}

/** An expression without parentheses around it, and without quotes around a lone interpolation. */
export function unwrap(expression: Expression): Expression {
  if (expression.kind === "Parentheses") return unwrap(expression.expression);
  if (expression.kind !== "Template" || expression.heredoc !== undefined) return expression;
  const [only, ...others] = expression.parts;
  return only?.kind === "TemplateInterpolation" && others.length === 0 ? unwrap(only.expression) : expression;
}

function collect(node: Node, bound: ReadonlySet<string>, found: Reference[]): void {
  switch (node.kind) {
    case "Variable":
    case "GetAttribute":
    case "Index":
    case "Splat":
      collectTraversal(node, bound, found);
      return;
    case "ObjectItem":
      if (node.key.kind !== "Variable") collect(node.key, bound, found);
      collect(node.value, bound, found);
      return;
    case "ForExpression": {
      collect(node.collection, bound, found);
      const inner = withNames(bound, node.keyName, node.valueName);
      for (const part of [node.key, node.value, node.condition]) if (part) collect(part, inner, found);
      return;
    }
    case "TemplateFor": {
      collect(node.collection, bound, found);
      const inner = withNames(bound, node.keyName, node.valueName);
      for (const part of node.parts) collect(part, inner, found);
      return;
    }
    case "Block":
      collectBlock(node, bound, found);
      return;
    default:
      for (const child of children(node)) collect(child, bound, found);
  }
}

/** `dynamic "statement"` binds `statement`, or the name that `iterator` gives, inside its `content`. */
function collectBlock(
  block: BodyItem & { kind: "Block" },
  bound: ReadonlySet<string>,
  found: Reference[],
): void {
  if (block.type.name !== "dynamic") {
    collect(block.body, bound, found);
    return;
  }
  const iterator = iteratorName(block.body) ?? block.labels[0]?.value;
  const inner = iterator === undefined ? bound : new Set([...bound, iterator]);
  for (const item of block.body.items) {
    if (item.kind === "Attribute" && item.name.name === "iterator") continue;
    collect(item, item.kind === "Attribute" && item.name.name === "for_each" ? bound : inner, found);
  }
}

function iteratorName(body: Body): string | undefined {
  for (const item of body.items) {
    if (item.kind === "Attribute" && item.name.name === "iterator" && item.value.kind === "Variable") {
      return item.value.name;
    }
  }
  return undefined;
}

function withNames(bound: ReadonlySet<string>, ...names: (Identifier | undefined)[]): ReadonlySet<string> {
  return new Set([...bound, ...names.flatMap((name) => (name ? [name.name] : []))]);
}

function collectTraversal(node: Expression, bound: ReadonlySet<string>, found: Reference[]): void {
  const chain = chainOf(node);
  if (!chain) {
    for (const child of children(node)) collect(child, bound, found);
    return;
  }
  const reference = bound.has(chain.root.name) ? undefined : fromChain(chain, node);
  if (reference) found.push(reference);
  for (const link of chain.links) if (link.kind === "Index") collect(link.key, bound, found);
}

type Link = Extract<Expression, { kind: "GetAttribute" | "Index" | "Splat" }>;

interface Chain {
  readonly root: Variable;
  readonly links: readonly Link[];
}

/** The links from a root name to the whole traversal; undefined where it starts at something else. */
function chainOf(expression: Expression): Chain | undefined {
  switch (expression.kind) {
    case "Variable":
      return { root: expression, links: [] };
    case "GetAttribute":
    case "Index": {
      const chain = chainOf(expression.target);
      return chain && { root: chain.root, links: [...chain.links, expression] };
    }
    case "Splat": {
      const chain = chainOf(expression.source);
      return (
        chain && { root: chain.root, links: [...chain.links, expression, ...splatLinks(expression.each)] }
      );
    }
    default:
      return undefined;
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

function fromChain({ root, links }: Chain, node: Expression): Reference | undefined {
  const single = singleRoots[root.name];
  if (single) return build(single, root, links, 0, node);
  const named = namedRoots[root.name];
  if (named) return build(named, root, links, 1, node);
  if (root.name === "data" || root.name === "ephemeral") return build(root.name, root, links, 2, node);
  // A lone name is no reference: the start of one that is being typed, or a mistake of another kind.
  return links[0]?.kind === "GetAttribute" ? build("resource", root, links, 1, node) : undefined;
}

/** Takes `names` identifiers after the root as the address and leaves the rest as steps. */
function build(
  kind: ReferenceKind,
  root: Variable,
  links: readonly Link[],
  names: number,
  node: Expression,
): Reference {
  const parts = links.slice(0, names).filter((link): link is GetAttribute => link.kind === "GetAttribute");
  const identifiers = parts.map((link) => link.name);
  const last = identifiers.at(-1);
  const complete = parts.length === names && last !== undefined;
  const words = identifiers.map((identifier) => identifier?.name ?? "");
  return {
    kind,
    address: [root.name, ...words].join("."),
    type: kind === "resource" ? root.name : kind === "data" || kind === "ephemeral" ? (words[0] ?? "") : "",
    name: complete ? last.name : "",
    addressSpan: { start: root.start, end: parts.at(-1)?.end ?? root.end },
    nameSpan: complete && names > 0 ? last : undefined,
    steps: links.slice(parts.length).flatMap(stepOf),
    node,
    start: root.start,
    end: node.end,
  };
}

function stepOf(link: Link): readonly Step[] {
  switch (link.kind) {
    case "GetAttribute":
      return link.name ? [{ kind: "attribute", name: link.name.name, span: link.name }] : [];
    case "Index":
      return [
        { kind: "index", key: link.key, span: { start: link.open.start, end: link.close?.end ?? link.end } },
      ];
    case "Splat":
      return [{ kind: "splat", span: link.marker }];
  }
}
