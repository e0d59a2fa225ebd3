/** The outline of a file: its blocks, what they declare, and their attributes down to the second level. */
import { textOf, type Span } from "../base/span.ts";
import type { Attribute, Block, Body, BodyItem, Expression } from "../hcl/ast.ts";
import { concernsSpacelift, fileOf, type Snapshot } from "../workspace/snapshot.ts";

export type SymbolKind =
  | "resource"
  | "data"
  | "variable"
  | "output"
  | "module"
  | "provider"
  | "block"
  | "string"
  | "number"
  | "bool"
  | "list"
  | "object"
  | "expression";

export interface DocumentSymbol {
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  /** Where a click leads; within `span`. */
  readonly nameSpan: Span;
  readonly children: readonly DocumentSymbol[];
}

const deepest = 2;
const longestDetail = 60;

/** Nothing where another Terraform extension shows an outline already, or where the module is not about Spacelift. */
export function documentSymbols(snapshot: Snapshot, uri: string): readonly DocumentSymbol[] {
  const file = fileOf(snapshot, uri);
  if (!file || snapshot.besideTerraformExtension || !concernsSpacelift(snapshot.module)) return [];
  return symbolsOf(file.syntax.body, file.syntax.text, 0);
}

function symbolsOf(body: Body, text: string, depth: number): readonly DocumentSymbol[] {
  return body.items.flatMap((item) => symbolOf(item, text, depth));
}

function symbolOf(item: BodyItem, text: string, depth: number): readonly DocumentSymbol[] {
  switch (item.kind) {
    case "Attribute":
      return item.name.name === "" ? [] : [attributeSymbol(item, text)];
    case "Block":
      return item.type.name === "" ? [] : [blockSymbol(item, text, depth)];
    case "BogusItem":
      return [];
  }
}

function blockSymbol(block: Block, text: string, depth: number): DocumentSymbol {
  return {
    ...blockTitle(block, depth),
    span: spanOf(block),
    nameSpan: spanOf(block.labels.at(-1) ?? block.type),
    children: depth + 1 < deepest ? symbolsOf(block.body, text, depth + 1) : [],
  };
}

/** Declared things go by their address, so that the outline can be searched the way expressions are written. */
function blockTitle(block: Block, depth: number): Pick<DocumentSymbol, "name" | "detail" | "kind"> {
  const type = block.type.name;
  const labels = block.labels.map((label) => label.value).filter((value) => value !== "");
  const written = [type, ...labels].join(" ");
  if (depth > 0 || labels.length === 0) return { name: written, detail: "", kind: "block" };
  switch (type) {
    case "resource":
      return { name: labels.join("."), detail: type, kind: type };
    case "data":
      return { name: [type, ...labels].join("."), detail: "data source", kind: type };
    case "variable":
      return { name: `var.${labels.join(".")}`, detail: type, kind: type };
    case "output":
    case "module":
    case "provider":
      return { name: [type, ...labels].join("."), detail: type, kind: type };
    default:
      return { name: written, detail: "", kind: "block" };
  }
}

function attributeSymbol(attribute: Attribute, text: string): DocumentSymbol {
  return {
    name: attribute.name.name,
    detail: shortened(textOf(text, attribute.value)),
    kind: kindOf(attribute.value),
    span: spanOf(attribute),
    nameSpan: spanOf(attribute.name),
    children: [],
  };
}

/** The first line of a value; a longer one ends with an ellipsis. */
function shortened(value: string): string {
  const [line = "", ...others] = value.split("\n");
  const cut = line.trimEnd().slice(0, longestDetail);
  return others.length > 0 || cut.length < line.trimEnd().length ? `${cut} …` : cut;
}

function kindOf(value: Expression): SymbolKind {
  switch (value.kind) {
    case "Template":
      return "string";
    case "NumberLiteral":
      return "number";
    case "BoolLiteral":
      return "bool";
    case "TupleConstructor":
      return "list";
    case "ObjectConstructor":
      return "object";
    default:
      return "expression";
  }
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
