/** What the server tells the client that it can do. It registers no commands: their names are global in VS Code. */
import {
  CodeActionKind,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type CodeActionOptions,
  type ServerCapabilities,
} from "vscode-languageserver";
import { resolvesEdits } from "./handlers/codeActions.ts";
import { fixAllKind } from "./handlers/fixAll.ts";
import type { Encoding } from "./positions.ts";

/** Typing one of these asks for completion: a reference's dot, a string's begin, a segment of an external ID. */
const completionTriggers = [".", '"', "@", ":", "="];

export function serverCapabilities(
  positionEncoding: Encoding,
  capabilities: ClientCapabilities,
): ServerCapabilities {
  const { textDocument } = capabilities;
  return {
    positionEncoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    completionProvider: { triggerCharacters: completionTriggers },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    // A client that does not prepare renames would not know what to make of the options.
    renameProvider: textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    documentLinkProvider: { resolveProvider: true },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    codeLensProvider: { resolveProvider: false },
    codeActionProvider: codeActionOptions(capabilities),
  };
}

export function codeActionOptions(capabilities: ClientCapabilities): CodeActionOptions {
  return {
    resolveProvider: resolvesEdits({ capabilities }),
    codeActionKinds: [
      CodeActionKind.QuickFix,
      CodeActionKind.RefactorRewrite,
      CodeActionKind.RefactorExtract,
      fixAllKind,
    ],
  };
}
