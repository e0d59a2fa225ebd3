/**
 * References: the traversals of an expression that name something outside it, as addresses with their steps.
 * Names that a `for`, a template directive or a `dynamic` block binds are no references.
 * https://developer.hashicorp.com/terraform/language/expressions/references
 */
import type { Span } from "../base/span.ts";
import type { Expression, Identifier, Node, Variable } from "../hcl/ast.ts";
import { binderOf, traversalOf, traversalsIn, type Link, type Traversal } from "./traversals.ts";

type ReferenceKind =
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
  /** The same without so many of its steps. */
  readonly behind: (steps: number) => Reference;
}

export type Step =
  | { readonly kind: "attribute"; readonly name: string; readonly span: Span }
  | { readonly kind: "index"; readonly key: Expression; readonly span: Span }
  | { readonly kind: "splat"; readonly span: Span };

const singleRoots: ReadonlyMap<string, ReferenceKind> = new Map([
  ["each", "each"],
  ["count", "count"],
  ["self", "self"],
  ["path", "path"],
  ["terraform", "terraform"],
]);

const namedRoots: ReadonlyMap<string, ReferenceKind> = new Map([
  ["var", "variable"],
  ["local", "local"],
  ["module", "module"],
]);

/** Every reference in the node, outermost traversal only, in the order of the text. */
export function referencesIn(node: Node): readonly Reference[] {
  const found: Reference[] = [];
  for (const traversal of traversalsIn(node)) {
    const reference = referenceFrom(traversal);
    if (reference) found.push(reference);
  }
  return found;
}

/** The reference that the whole expression is, such as `aws_iam_role.x.arn`; undefined for anything else. */
export function referenceOf(expression: Expression): Reference | undefined {
  const traversal = traversalOf(unwrap(expression));
  return traversal && referenceFrom(traversal);
}

/** An expression without parentheses around it, and without quotes around a lone interpolation. */
export function unwrap(expression: Expression): Expression {
  if (expression.kind === "Parentheses") return unwrap(expression.expression);
  if (expression.kind !== "Template" || expression.heredoc !== undefined) return expression;
  const [only, ...others] = expression.parts;
  return only?.kind === "TemplateInterpolation" && others.length === 0 ? unwrap(only.expression) : expression;
}

/** What the traversal refers to; undefined where its name is bound by the expression, or names nothing yet. */
export function referenceFrom(traversal: Traversal): Reference | undefined {
  const { root, links, node } = traversal;
  if (binderOf(traversal)) return undefined;
  const single = singleRoots.get(root.name);
  if (single) return build(single, root, links, 0, node);
  const named = namedRoots.get(root.name);
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
  let address = root.name;
  let named = 0;
  for (let link = links[0]; named < names && link?.kind === "GetAttribute"; link = links[named]) {
    address += `.${link.name?.name ?? ""}`;
    named++;
  }
  return new TraversalReference(kind, address, root, links, named, named === names, node, 0);
}

/** There are very many references, and few of them are asked for more than their address. */
class TraversalReference implements Reference {
  #steps: readonly Step[] | undefined;

  constructor(
    readonly kind: ReferenceKind,
    readonly address: string,
    private readonly root: Variable,
    private readonly links: readonly Link[],
    /** How many of the links belong to the address. */
    private readonly named: number,
    private readonly complete: boolean,
    readonly node: Expression,
    private readonly skipped: number,
  ) {}

  get start(): number {
    return this.root.start;
  }

  get end(): number {
    return this.node.end;
  }

  get type(): string {
    if (this.kind === "resource") return this.root.name;
    const isTyped = this.kind === "data" || this.kind === "ephemeral";
    return isTyped && this.named > 0 ? (this.nameAt(0)?.name ?? "") : "";
  }

  get name(): string {
    return this.nameSpan?.name ?? "";
  }

  get addressSpan(): Span {
    return { start: this.start, end: (this.links[this.named - 1] ?? this.root).end };
  }

  get nameSpan(): Identifier | undefined {
    return this.complete ? this.nameAt(this.named - 1) : undefined;
  }

  get steps(): readonly Step[] {
    return (this.#steps ??= stepsOf(this.links, this.named).slice(this.skipped));
  }

  behind(steps: number): Reference {
    const { kind, address, root, links, named, complete, node, skipped } = this;
    return new TraversalReference(kind, address, root, links, named, complete, node, skipped + steps);
  }

  private nameAt(index: number): Identifier | undefined {
    const link = this.links[index];
    return link?.kind === "GetAttribute" ? link.name : undefined;
  }
}

function stepsOf(links: readonly Link[], from: number): readonly Step[] {
  const steps: Step[] = [];
  for (let index = from; index < links.length; index++) {
    const link = links[index];
    const step = link && stepOf(link);
    if (step) steps.push(step);
  }
  return steps.slice();
}

function stepOf(link: Link): Step | undefined {
  switch (link.kind) {
    case "GetAttribute":
      return link.name && { kind: "attribute", name: link.name.name, span: link.name };
    case "Index": {
      const span = { start: link.open.start, end: link.close?.end ?? link.end };
      return { kind: "index", key: link.key, span };
    }
    case "Splat":
      return { kind: "splat", span: link.marker };
  }
}
