/** A value of a condition where it is written: a string, of HCL or of JSON in a heredoc, or an expression. */
import type { Location } from "../../base/location.ts";
import { textOf, type Span } from "../../base/span.ts";
import type { Expression, Node, Template, TupleConstructor } from "../../hcl/ast.ts";
import { isExpression } from "../../hcl/walk.ts";
import type { Condition, Text } from "../../iam/policy.ts";
import { knownText } from "../../iam/symbolic.ts";
import type { ModuleFile } from "../../terraform/module.ts";
import type { ModuleView } from "../moduleView.ts";
import { isOwn } from "./literalEdits.ts";
import { nodesAt, type Placed } from "./nodesAt.ts";
import { textFileAt } from "./textFiles.ts";

export interface WrittenValue {
  readonly file: ModuleFile;
  /** With the quotes. */
  readonly span: Span;
  /** The insides of templates for what stands between the `@` that are written out. */
  readonly segments: readonly string[];
  /** The list that it is an element of. */
  readonly list: TupleConstructor | undefined;
  /** False where Terraform allows no references: in values and defaults of variables, in other modules. */
  readonly mayRefer: boolean;
  /** The nodes from the file inwards. */
  readonly path: readonly Node[];
}

/** Undefined where no text that can be changed stands behind the value. */
export function writtenValue(view: ModuleView, value: Text, condition?: Condition): WrittenValue | undefined {
  const { origin } = value;
  return origin && (writtenAt(view, origin, value, condition) ?? writtenInText(view, value, condition));
}

function writtenAt(
  view: ModuleView,
  origin: Location,
  { value }: Text,
  condition: Condition | undefined,
): WrittenValue | undefined {
  const placed = nodesAt(view, origin);
  const mayBePart = condition?.keyOrigin !== undefined && isInText(view, condition.keyOrigin);
  const isIt = (node: Node): boolean =>
    placed?.isText
      ? isString(node)
      : (isValueAt(node, origin.span) && (isString(node) || !mayBePart)) ||
        isAllOf(node, origin.span, knownText(value));
  const at = placed?.path.findLastIndex(isIt) ?? -1;
  return placed && writtenFrom(view, placed, placed.path.slice(0, at + 1));
}

/** True where an interpolation may take a part of a value from elsewhere, which has its place there then. */
function isInText(view: ModuleView, { uri, span }: Location): boolean {
  if (textFileAt(view, uri)) return true;
  const path = nodesAt(view, { uri, span })?.path ?? [];
  return path.some((node) => node.kind === "Template" && node.heredoc !== undefined);
}

/** A string of a condition in JSON text, which may begin with what an interpolation takes from elsewhere. */
function writtenInText(
  view: ModuleView,
  value: Text,
  condition: Condition | undefined,
): WrittenValue | undefined {
  const placed = nodesAt(view, condition?.keyOrigin);
  const item = placed?.path.findLastIndex((node) => node.kind === "ObjectItem") ?? -1;
  const node = placed?.path[item];
  if (!condition || !placed?.isText || node?.kind !== "ObjectItem") return undefined;
  const above = placed.path.slice(0, item + 1);
  const list = node.value.kind === "TupleConstructor" ? node.value : undefined;
  const strings = list?.elements ?? [node.value];
  // Each string makes one value where there are as many.
  const string = strings.every(isString) ? strings[condition.values.indexOf(value)] : undefined;
  if (!string || strings.length !== condition.values.length) return undefined;
  return writtenFrom(view, placed, [...above, ...(list ? [list] : []), string]);
}

/** The value is the last node of the path. */
function writtenFrom(
  view: ModuleView,
  { file, isText }: Placed,
  path: readonly Node[],
): WrittenValue | undefined {
  const [above, node] = path.slice(-2);
  const { uri } = file;
  const mayRefer = isOwn(view, { uri }) && !uri.endsWith(".json") && !isInVariable(path);
  const segments = node && isExpression(node) ? segmentsIn(node, file, mayRefer && !isText) : undefined;
  if (!node || !segments) return undefined;
  const list = above?.kind === "TupleConstructor" ? above : undefined;
  return { file, span: { start: node.start, end: node.end }, segments, list, mayRefer, path };
}

/**
 * Where a finding about a value of the conditions is shown: all of a string in JSON text, which has a place for each of
 * its parts. What it begins with may be a reference from elsewhere, and that is not what is wrong.
 */
export function placeOfValue(
  view: ModuleView,
  value: Text | undefined,
  conditions: readonly Condition[],
): Location | undefined {
  const placed = nodesAt(view, value?.origin);
  const string = placed?.isText ? placed.path.findLast(isString) : undefined;
  if (placed && string) return insideOf(placed.file, string);
  const condition = value && conditions.find(({ values }) => values.includes(value));
  const isReference = value && value.value.length > 1 && value.value[0]?.kind === "symbol";
  const written = isReference && writtenInText(view, value, condition);
  return written ? insideOf(written.file, written.span) : value?.origin;
}

function insideOf({ uri }: ModuleFile, { start, end }: Span): Location {
  return { uri, span: { start: start + 1, end: end - 1 } };
}

function isString(node: Node): node is Template & { readonly heredoc: undefined } {
  return node.kind === "Template" && node.heredoc === undefined && node.close !== undefined;
}

function isValueAt(node: Node, { start, end }: Span): boolean {
  return isExpression(node) && node.start === start && node.end === end;
}

/** A string that an interpolation in JSON text takes from elsewhere, where it is all of the value. */
function isAllOf(node: Node, { start, end }: Span, text: string | undefined): boolean {
  if (!isString(node) || node.start + 1 !== start || node.end - 1 !== end) return false;
  const [part, ...others] = node.parts;
  return part?.kind === "TemplateLiteral" && others.length === 0 && part.value === text;
}

function isInVariable(path: readonly Node[]): boolean {
  return path.some((node) => node.kind === "Block" && node.type.name === "variable");
}

function segmentsIn(
  node: Expression,
  { syntax: { text } }: ModuleFile,
  mayRefer: boolean,
): readonly string[] | undefined {
  if (!isString(node))
    return mayRefer && node.kind !== "Template" ? [`\${${textOf(text, node)}}`] : undefined;
  const segments = [""];
  for (const part of node.parts) {
    if (part.kind !== "TemplateLiteral" && part.kind !== "TemplateInterpolation") return undefined;
    const [first = "", ...rest] =
      part.kind === "TemplateLiteral" ? textOf(text, part).split("@") : [textOf(text, part)];
    segments.push((segments.pop() ?? "") + first, ...rest);
  }
  return segments;
}
