/** `textDocument/documentSymbol` */
import { SymbolKind, type DocumentSymbol, type DocumentSymbolParams } from "vscode-languageserver";
import {
  documentSymbols as symbolsOf,
  type DocumentSymbol as Found,
  type SymbolKind as FoundKind,
} from "../../features/documentSymbols.ts";
import { rangeOf, type View } from "../convert.ts";
import type { Session } from "../session.ts";
import { placeOf } from "../view.ts";

const kinds: Readonly<Record<FoundKind, SymbolKind>> = {
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

export async function documentSymbols(
  session: Session,
  params: DocumentSymbolParams,
): Promise<DocumentSymbol[]> {
  const { view, uri } = await placeOf(session, params.textDocument);
  return symbolsOf(view.snapshot, uri).map((symbol) => toSymbol(view, uri, symbol));
}

function toSymbol(view: View, uri: string, symbol: Found): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: kinds[symbol.kind],
    range: rangeOf(view, uri, symbol.span),
    selectionRange: rangeOf(view, uri, symbol.nameSpan),
    children: symbol.children.map((child) => toSymbol(view, uri, child)),
  };
}
