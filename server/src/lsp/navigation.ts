/** The requests that lead from place to place: one line for each. */
import { definition } from "./handlers/definition.ts";
import { documentHighlights } from "./handlers/documentHighlights.ts";
import { documentLinks, resolveDocumentLink } from "./handlers/documentLinks.ts";
import { documentSymbols } from "./handlers/documentSymbols.ts";
import { foldingRanges } from "./handlers/foldingRanges.ts";
import { references } from "./handlers/references.ts";
import { prepareRename, rename } from "./handlers/rename.ts";
import { selectionRanges } from "./handlers/selectionRanges.ts";
import { workspaceSymbols } from "./handlers/workspaceSymbols.ts";
import { request } from "./request.ts";
import type { Session } from "./session.ts";

export function answerNavigation(session: Session): void {
  const { connection, log } = session;
  connection.onDefinition(request("definition", log, null, (params) => definition(session, params)));
  connection.onReferences(request("references", log, [], (params) => references(session, params)));
  connection.onPrepareRename(request("prepareRename", log, null, (params) => prepareRename(session, params)));
  connection.onRenameRequest(request("rename", log, null, (params) => rename(session, params)));
  connection.onDocumentHighlight(
    request("documentHighlight", log, null, (params) => documentHighlights(session, params)),
  );
  connection.onDocumentSymbol(
    request("documentSymbol", log, [], (params) => documentSymbols(session, params)),
  );
  connection.onWorkspaceSymbol(
    request("workspace/symbol", log, [], (params) => workspaceSymbols(session, params)),
  );
  connection.onFoldingRanges(request("foldingRange", log, null, (params) => foldingRanges(session, params)));
  connection.onSelectionRanges(
    request("selectionRange", log, null, (params) => selectionRanges(session, params)),
  );
  connection.onDocumentLinks(request("documentLink", log, [], (params) => documentLinks(session, params)));
  connection.onDocumentLinkResolve((link, token) =>
    request("documentLink/resolve", log, link, () => resolveDocumentLink(session, link))(link, token),
  );
}
