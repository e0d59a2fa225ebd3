/** `textDocument/documentSymbol` */
import type { DocumentSymbol, DocumentSymbolParams } from "vscode-languageserver";
import {
  documentSymbols as symbolsOf,
  type DocumentSymbol as Found,
} from "../../features/documentSymbols.ts";
import { rangeOf, type View } from "../convert.ts";
import { symbolKinds } from "../convertSymbol.ts";
import type { Session } from "../session.ts";
import { placeOf } from "../view.ts";

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
    kind: symbolKinds[symbol.kind],
    range: rangeOf(view, uri, symbol.span),
    selectionRange: rangeOf(view, uri, symbol.nameSpan),
    children: symbol.children.map((child) => toSymbol(view, uri, child)),
  };
}
