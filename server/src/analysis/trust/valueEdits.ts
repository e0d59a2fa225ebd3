/** Puts values in the place of one of a condition's values, or beside it. */
import { replace } from "../edits.ts";
import type { FileEdits, Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import type { Candidate } from "./idCandidates.ts";
import { beginsLine, indentationAt, lineBreakOf } from "./lineOf.ts";
import { textOf } from "../../base/span.ts";
import type { Block, Expression, ObjectConstructor } from "../../hcl/ast.ts";
import { attributeOf } from "../../terraform/block.ts";
import { aroundObjectValue, replaceValue } from "../alignment.ts";
import type { Condition } from "../../iam/policy.ts";
import { nodesAt, type Placed } from "./nodesAt.ts";
import type { WrittenValue } from "./writtenValue.ts";
import { keyName } from "./writtenStatement.ts";

/** No fix where there are no edits. */
export function fixWith(title: string, edits: FileEdits | undefined): readonly Fix[] {
  return edits ? [{ title, edits: [edits], preferred: true }] : [];
}

/** Undefined where several would have to stand in the place of one. */
export function replaceByValues(place: WrittenValue, insides: readonly string[]): FileEdits | undefined {
  const { file, span, list } = place;
  const text = insides.map(quoted).join(separatorIn(place));
  if (insides.length > 1 && !list && !isValueOfKey(place)) return undefined;
  const newText = insides.length > 1 && !list ? `[${text}]` : text;
  return { uri: file.uri, edits: [replace(span, newText)] };
}

/** In the list that the value stands in, or in a new one where the condition has it. */
export function addValues(
  view: ModuleView,
  { condition, place }: Pick<Candidate, "condition" | "place">,
  insides: readonly string[],
): FileEdits | undefined {
  const { file, span, list } = place;
  const at = { start: span.end, end: span.end };
  if (list) {
    const separator = separatorIn(place);
    const newText = insides.map((inside) => separator + quoted(inside)).join("");
    return { uri: file.uri, edits: [replace(at, newText)] };
  }
  const use = valueNode(view, condition);
  if (use?.holder.kind !== "ObjectConstructor" || !isString(view, use)) return undefined;
  const all = [textOf(use.placed.file.syntax.text, use.value), ...insides.map(quoted)];
  return { uri: use.placed.file.uri, edits: [replace(use.value, `[${all.join(", ")}]`)] };
}

function quoted(inside: string): string {
  return `"${inside}"`;
}

/** Each on a line of its own where the value stands so. */
function separatorIn({ file, span: { start }, list }: WrittenValue): string {
  return list && beginsLine(file, start) ? `,${lineBreakOf(file)}${indentationAt(file, start)}` : ", ";
}

function isValueOfKey({ path, span }: WrittenValue): boolean {
  const item = path.findLast((node) => node.kind === "ObjectItem" && node.value.start === span.start);
  return item?.kind === "ObjectItem" && keyName(item.key)?.toLowerCase() === "sts:externalid";
}

/** One value in the place of all. Undefined where the values come from elsewhere, or as something else than a list. */
export function replaceAllValues(
  view: ModuleView,
  condition: Condition,
  inside: string,
): FileEdits | undefined {
  const use = valueNode(view, condition);
  if (!use || !/^(TupleConstructor|ForExpression)$/.test(use.value.kind)) return undefined;
  const { placed, value, holder } = use;
  const { uri, syntax } = placed.file;
  const text = quoted(inside);
  if (holder.kind === "ObjectConstructor") {
    const around = placed.isText ? [] : aroundObjectValue(syntax.text, holder, value, true);
    return { uri, edits: [...around, replace(value, text)] };
  }
  const attribute = attributeOf(holder, "values");
  return attribute && { uri, edits: replaceValue(syntax.text, holder.body, attribute, `[${text}]`) };
}

interface ValueNode {
  readonly placed: Placed;
  readonly value: Expression;
  readonly holder: ObjectConstructor | Block;
}

/** What stands behind the condition's key, or as the values of its block. */
function valueNode(view: ModuleView, { keyOrigin }: Condition): ValueNode | undefined {
  const placed = nodesAt(view, keyOrigin);
  const at = placed?.path.findLastIndex(({ kind }) => kind === "ObjectItem" || kind === "Block") ?? -1;
  const [above, node] = placed?.path.slice(Math.max(0, at - 1), at + 1) ?? [];
  if (!placed) return undefined;
  if (node?.kind === "ObjectItem" && above?.kind === "ObjectConstructor")
    return { placed, value: node.value, holder: above };
  const values = node?.kind === "Block" ? attributeOf(node, "values")?.value : undefined;
  return node?.kind === "Block" && values ? { placed, value: values, holder: node } : undefined;
}

/** A list in a list is none. */
function isString(view: ModuleView, { placed, value }: ValueNode): boolean {
  if (value.kind === "Template") return value.heredoc === undefined;
  if (placed.isText) return false;
  const worth = view.evaluate(value, placed.file);
  return worth.kind === "string" || (worth.kind === "unknown" && worth.type.kind === "string");
}
