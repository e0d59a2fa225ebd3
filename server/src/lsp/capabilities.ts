/** What the server tells the client that it can do. It registers no commands: their names are global in VS Code. */
import { CodeActionKind, TextDocumentSyncKind, type ServerCapabilities } from "vscode-languageserver";
import type { Encoding } from "./positions.ts";

/** Typing one of these asks for completion: a reference's dot, a string's begin, a segment of an external ID. */
const completionTriggers = [".", '"', "@", ":", "="];

export function serverCapabilities(positionEncoding: Encoding): ServerCapabilities {
  return {
    positionEncoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: completionTriggers },
    hoverProvider: true,
    documentSymbolProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] },
  };
}
