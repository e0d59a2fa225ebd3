/** Kinds of symbols as LSP numbers them. */
import { SymbolKind } from "vscode-languageserver";
import type { SymbolKind as Kind } from "../features/documentSymbols.ts";

export const symbolKinds: Readonly<Record<Kind, SymbolKind>> = {
  resource: SymbolKind.Class,
  data: SymbolKind.Interface,
  variable: SymbolKind.Variable,
  output: SymbolKind.Event,
  module: SymbolKind.Module,
  provider: SymbolKind.Package,
  block: SymbolKind.Struct,
  string: SymbolKind.String,
  number: SymbolKind.Number,
  bool: SymbolKind.Boolean,
  list: SymbolKind.Array,
  object: SymbolKind.Object,
  expression: SymbolKind.Property,
};
