/** Keeps the workspace's open documents in step with the client. */
import type { DidChangeTextDocumentParams } from "vscode-languageserver";
import { linesOf, toSpan } from "./positions.ts";
import type { Session } from "./session.ts";

/** Calls `changed` after each notification. */
export function followDocuments(session: Session, changed: () => void): void {
  const { connection, workspace } = session;
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    workspace.open(uri, version, text);
    changed();
  });
  connection.onDidChangeTextDocument((params) => {
    applyChanges(session, params);
    changed();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    workspace.close(uri);
    changed();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) workspace.changedOnDisk(uri);
    changed();
  });
}

/** Each change speaks of the text after the one before it. */
function applyChanges({ workspace, client }: Session, params: DidChangeTextDocumentParams): void {
  const { uri, version } = params.textDocument;
  for (const change of params.contentChanges) {
    const text = workspace.textOf(uri);
    if (text === undefined) return;
    const span =
      "range" in change
        ? toSpan(linesOf(text), change.range, client.encoding)
        : { start: 0, end: text.length };
    workspace.change(uri, version, { span, newText: change.text });
  }
}
