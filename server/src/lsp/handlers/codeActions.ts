/** `textDocument/codeAction` */
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Command,
  type Diagnostic,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { codeActions as actionsAt, type CodeAction as Found } from "../../features/codeActions.ts";
import { trustPolicyJsonOf } from "../../features/trustPolicyDocument.ts";
import { spanOf, workspaceEdit, type View } from "../convert.ts";
import { toDiagnostic } from "../convertDiagnostic.ts";
import type { Session } from "../session.ts";
import { placeOf } from "../view.ts";

/** The command of a client that shows text in a new document; its arguments are the URI and the integration. */
const showJsonCommand = "spaceliftAws.showTrustPolicyJson";

export async function codeActions(
  session: Session,
  params: CodeActionParams,
): Promise<(CodeAction | Command)[]> {
  if (!wants(params.context.only, CodeActionKind.QuickFix)) return [];
  const { view, uri } = await placeOf(session, params.textDocument);
  const span = spanOf(view, uri, params.range);
  const found = await actionsAt(view.snapshot, uri, span, session.log.debug);
  return found.flatMap((action) => toCodeAction(session, view, params, uri, action));
}

/** A client may ask for some kinds only; a kind includes those below it. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
}

function toCodeAction(
  session: Session,
  view: View,
  { context, textDocument }: CodeActionParams,
  uri: string,
  action: Found,
): readonly CodeAction[] {
  const base = { title: action.title, kind: CodeActionKind.QuickFix };
  switch (action.kind) {
    case "disabled": {
      const isUnderstood = session.client.capabilities.textDocument?.codeAction?.disabledSupport ?? false;
      return isUnderstood ? [{ ...base, disabled: { reason: action.reason } }] : [];
    }
    case "json":
      return jsonAction(session, view, textDocument.uri, uri, action.title, action.integration);
    case "fix":
    case "generate": {
      const { finding, edits, preferred } = action;
      const diagnostics = finding ? sameDiagnostics(context.diagnostics, toDiagnostic(view, finding)) : [];
      return [{ ...base, edit: workspaceEdit(view, edits), isPreferred: preferred, diagnostics }];
    }
  }
}

/** The client's own copies of the diagnostic, so that it can tell which one the action mends. */
function sameDiagnostics(all: readonly Diagnostic[], { code, range }: Diagnostic): Diagnostic[] {
  return all.filter(
    (other) => other.code === code && JSON.stringify(other.range.start) === JSON.stringify(range.start),
  );
}

/** By the client's own command where it has it, otherwise as an edit that makes a file. */
function jsonAction(
  { client }: Session,
  view: View,
  clientUri: string,
  uri: string,
  title: string,
  integration: string,
): readonly CodeAction[] {
  const base = { title, kind: CodeActionKind.QuickFix };
  if (client.options.commands.includes(showJsonCommand)) {
    return [{ ...base, command: { title, command: showJsonCommand, arguments: [clientUri, integration] } }];
  }
  if (!client.capabilities.workspace?.workspaceEdit?.resourceOperations?.includes("create")) return [];
  const document = trustPolicyJsonOf(view.snapshot, integration);
  return document ? [{ ...base, edit: newFile(uri, document) }] : [];
}

function newFile(
  uri: string,
  { fileName, text }: { readonly fileName: string; readonly text: string },
): WorkspaceEdit {
  const file = `${uri.slice(0, uri.lastIndexOf("/"))}/${fileName}`;
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: "create", uri: file },
      {
        textDocument: { uri: file, version: null },
        edits: [{ range: { start, end: start }, newText: text }],
      },
    ],
  };
}
