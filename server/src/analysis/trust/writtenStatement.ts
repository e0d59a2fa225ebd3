/** Where a statement of a policy is written: as an object of HCL or of JSON text, by a call, or as a block. */
import type { Block, Expression, Node, ObjectConstructor, TupleConstructor } from "../../hcl/ast.ts";
import { isExpression } from "../../hcl/walk.ts";
import type { Statement } from "../../iam/policy.ts";
import type { ModuleFile } from "../../terraform/module.ts";
import type { ModuleView } from "../moduleView.ts";
import { isOwn } from "./literalEdits.ts";
import { nodesAt } from "./nodesAt.ts";
import { textSyntax } from "./textFiles.ts";

export interface StatementElement {
  readonly kind: "element";
  readonly file: ModuleFile;
  /** An object, or what hands one out: `jsondecode(...)`. */
  readonly node: Expression;
  /** The list that it is an element of; undefined for the one value of `Statement`. */
  readonly list: TupleConstructor | undefined;
  /** JSON, where other rules of writing hold than in HCL. */
  readonly isText: boolean;
}

interface StatementBlock {
  readonly kind: "block";
  readonly file: ModuleFile;
  readonly node: Block;
}

export type WrittenStatement = StatementElement | StatementBlock;

/** Undefined where nothing of the module's own text, or of a file that it reads, stands behind the statement. */
export function writtenStatement(view: ModuleView, { origin }: Statement): WrittenStatement | undefined {
  const placed = nodesAt(view, origin);
  if (!placed || !origin || !(isOwn(view, origin) || textSyntax(view, origin.uri))) return undefined;
  const { file, path, isText } = placed;
  const block = path.find(
    (node): node is Block =>
      node.kind === "Block" && node.type.name === "statement" && node.type.start === origin.span.start,
  );
  if (block) return block.close && { kind: "block", file, node: block };
  const element = elementIn(path, origin.span.start);
  return element && { kind: "element", file, isText, ...element };
}

/** The object that begins at the place, or the innermost element of a list around it. */
function elementIn(
  path: readonly Node[],
  start: number,
): Pick<StatementElement, "node" | "list"> | undefined {
  const object = path.findLastIndex((node) => node.kind === "ObjectConstructor" && node.start === start);
  const list = path.findLastIndex((node) => node.kind === "TupleConstructor");
  const at = object >= 0 ? object : list + 1;
  const [above, node] = [path[at - 1], path[at]];
  if (!node || !isExpression(node)) return undefined;
  if (above?.kind === "TupleConstructor") return { node, list: above };
  return isStatementItem(above) ? { node, list: undefined } : undefined;
}

function isStatementItem(node: Node | undefined): boolean {
  return node?.kind === "ObjectItem" && keyName(node.key) === "Statement";
}

/** The name that an object's key writes out, with or without quotes. */
export function keyName(key: Expression): string | undefined {
  if (key.kind === "Variable") return key.name;
  const [part, ...others] = key.kind === "Template" ? key.parts : [];
  return part?.kind === "TemplateLiteral" && others.length === 0 ? part.value : undefined;
}

/** The statement's own object, where it is written out. */
export function objectOf(written: StatementElement): ObjectConstructor | undefined {
  return written.node.kind === "ObjectConstructor" ? written.node : undefined;
}
