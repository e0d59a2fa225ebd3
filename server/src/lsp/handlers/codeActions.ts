/** `textDocument/codeAction` */
import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionParams,
  type Command,
  type Diagnostic,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { codeActions as actionsAt, type CodeAction as Found } from "../../features/codeActions.ts";
import { trustPolicyDocument, type TrustPolicyDocument } from "../../features/trustPolicy/document.ts";
import { spanOf, workspaceEdit, type View } from "../convert.ts";
import { toDiagnostic } from "../convertDiagnostic.ts";
import type { Session } from "../session.ts";
import { placeOf } from "../view.ts";
import { fixAllAction } from "./fixAll.ts";

/** The command of a client that shows text in a new document; its arguments are the URI, the integration, the form. */
const showDocumentCommand = "spaceliftAws.showTrustPolicyDocument";

/** The group in the light bulb's menu for ways that are less usual. */
const rewrite = `${CodeActionKind.RefactorRewrite}.trustPolicy`;

const refactorKinds = {
  extract: `${CodeActionKind.RefactorExtract}.spaceliftAws`,
  rewrite: `${CodeActionKind.RefactorRewrite}.spaceliftAws`,
} as const;

export async function codeActions(
  session: Session,
  params: CodeActionParams,
): Promise<(CodeAction | Command)[]> {
  const { view, uri } = await placeOf(session, params.textDocument);
  const span = spanOf(view, uri, params.range);
  const { only, triggerKind } = params.context;
  const breadth = triggerKind === CodeActionTriggerKind.Automatic ? "usual" : "all";
  const found = await actionsAt(view.snapshot, uri, span, session.log.debug, breadth);
  const all = found
    .flatMap((action) => toCodeAction(session, view, params, uri, action))
    .filter(({ kind }) => kind === undefined || wants(only, kind));
  return [...all, ...fixAllAction(view, uri, only)];
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
  const { title } = action;
  const kind = CodeActionKind.QuickFix;
  switch (action.kind) {
    case "disabled": {
      const isUnderstood = session.client.capabilities.textDocument?.codeAction?.disabledSupport ?? false;
      return isUnderstood ? [{ title, kind, disabled: { reason: action.reason } }] : [];
    }
    case "document":
      return documentAction(session, view, textDocument.uri, uri, action);
    case "ignore":
    case "fix": {
      const diagnostics = sameDiagnostics(context.diagnostics, toDiagnostic(view, action.finding));
      return [
        {
          title,
          kind,
          edit: workspaceEdit(view, action.edits, title),
          isPreferred: action.preferred,
          diagnostics,
        },
      ];
    }
    case "generate":
      return [
        { title, kind: action.isDefault ? kind : rewrite, edit: workspaceEdit(view, action.edits, title) },
      ];
    case "refactor":
      return [{ title, kind: refactorKinds[action.sort], edit: workspaceEdit(view, action.edits, title) }];
  }
}

/** The client's own copies of the diagnostic, so that it can tell which one the action mends. */
function sameDiagnostics(all: readonly Diagnostic[], { code, range }: Diagnostic): Diagnostic[] {
  return all.filter(
    (other) => other.code === code && JSON.stringify(other.range.start) === JSON.stringify(range.start),
  );
}

/** By the client's own command where it has it, otherwise as an edit that makes a file. */
function documentAction(
  { client }: Session,
  view: View,
  clientUri: string,
  uri: string,
  { title, integration, form }: Extract<Found, { kind: "document" }>,
): readonly CodeAction[] {
  const kind = form === "json" ? CodeActionKind.QuickFix : rewrite;
  if (client.options.commands.includes(showDocumentCommand)) {
    const command = { title, command: showDocumentCommand, arguments: [clientUri, integration, form] };
    return [{ title, kind, command }];
  }
  if (!client.capabilities.workspace?.workspaceEdit?.resourceOperations?.includes("create")) return [];
  const document = trustPolicyDocument(view.snapshot, integration, form);
  return document ? [{ title, kind, edit: newFile(uri, document) }] : [];
}

function newFile(uri: string, { fileName, text }: TrustPolicyDocument): WorkspaceEdit {
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
