/**
 * Asks the client for the documents that modules read: it cares for Terraform's files alone, and of no other JSON there
 * is anything to say. From then on the text of a policy counts as it is typed, and its findings have their fixes there.
 */
import {
  BulkRegistration,
  CodeActionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { concernsSpacelift, type Snapshot } from "../workspace/snapshot.ts";
import { isOtherText } from "../workspace/moduleFiles.ts";
import { nameOf } from "../workspace/uris.ts";
import { codeActionOptions } from "./capabilities.ts";
import type { Session } from "./session.ts";

/** Follows what the modules read; what was asked for once stays. */
export function followReadDocuments(session: Session): (snapshot: Snapshot) => void {
  const asked = new Set<string>();
  return (snapshot) => {
    const { connection, log } = session;
    const { capabilities } = session.client;
    const { synchronization, codeAction } = capabilities.textDocument ?? {};
    if (!synchronization?.dynamicRegistration || !codeAction?.dynamicRegistration) return;
    const names = [...new Set(policyFilesOf(snapshot))].filter((name) => !asked.has(name));
    if (names.length === 0) return;
    for (const name of names) asked.add(name);
    const documentSelector = names.map((name) => ({ pattern: `**/${name}` }));
    const bulk = BulkRegistration.create();
    bulk.add(DidOpenTextDocumentNotification.type, { documentSelector });
    bulk.add(DidChangeTextDocumentNotification.type, {
      documentSelector,
      syncKind: TextDocumentSyncKind.Incremental,
    });
    bulk.add(DidCloseTextDocumentNotification.type, { documentSelector });
    bulk.add(CodeActionRequest.type, { documentSelector, ...codeActionOptions(capabilities) });
    connection.client.register(bulk).catch((error: unknown) => {
      log.error(`The client did not take ${names.join(", ")}: ${String(error)}`);
    });
  };
}

/** The names of those that may be policies, and that say nothing else in a pattern. */
function policyFilesOf({ module }: Snapshot): readonly string[] {
  if (!concernsSpacelift(module)) return [];
  return [...module.companions.reads.files].flatMap(([uri, reading]) => {
    const name = nameOf(uri);
    const isPolicy = reading.kind === "text" && reading.text.includes('"Statement"');
    return isPolicy && isOtherText(name) && !/[[\]{}*?!,]/.test(name) ? [name] : [];
  });
}
