/** Gives a condition another operator, in a policy's object as in a block. */
import type { ObjectItem } from "../../hcl/ast.ts";
import type { Condition } from "../../iam/policy.ts";
import { replace } from "../edits.ts";
import type { FileEdits } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { nodesAt } from "./nodesAt.ts";

/** Undefined where the operator stands for other conditions too, which would change with it. */
export function operatorEdit(view: ModuleView, condition: Condition, name: string): FileEdits | undefined {
  const { operator, keyOrigin } = condition;
  const placed = nodesAt(view, operator.origin);
  if (!placed || !operator.origin || operator.qualifier || operator.ifExists) return undefined;
  const { file, path } = placed;
  const item = path.findLast((node): node is ObjectItem => node.kind === "ObjectItem");
  const block = path.findLast((node) => node.kind === "Block" && node.type.name === "condition");
  const isAlone = item
    ? item.value.kind === "ObjectConstructor" && item.value.items.length === 1
    : block !== undefined &&
      block === nodesAt(view, keyOrigin)?.path.findLast((node) => node.kind === "Block");
  if (!isAlone) return undefined;
  const written = file.syntax.text.slice(operator.origin.span.start, operator.origin.span.end);
  const newText = written.startsWith('"') ? `"${name}"` : name;
  return { uri: file.uri, edits: [replace(operator.origin.span, newText)] };
}
