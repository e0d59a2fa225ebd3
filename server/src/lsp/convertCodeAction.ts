/** Code actions as LSP speaks of them. Their edits are made when they are asked for. */
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { CodeAction as Found } from "../features/codeActions.ts";
import { trustPolicyDocument, type TrustPolicyDocument } from "../features/trustPolicy/document.ts";
import { canonicalUri } from "../workspace/uris.ts";
import { workspaceEdit, type View } from "./convert.ts";
import { toDiagnostic } from "./convertDiagnostic.ts";
import type { Client } from "./session.ts";

export interface Offered {
  readonly action: CodeAction;
  /** What tells it from others of the same title. */
  readonly about: string;
  /** Undefined for what makes no edit. */
  readonly edit: (() => WorkspaceEdit) | undefined;
}

/** The command of a client that shows text in a new document; its arguments are the URI, the integration, the form. */
const showDocumentCommand = "spaceliftAws.showTrustPolicyDocument";

const quickFix = CodeActionKind.QuickFix;

/** The group in the light bulb's menu for ways that are less usual. */
const rewrite = `${CodeActionKind.RefactorRewrite}.trustPolicy`;

const refactorKinds = {
  extract: `${CodeActionKind.RefactorExtract}.spaceliftAws`,
  rewrite: `${CodeActionKind.RefactorRewrite}.spaceliftAws`,
} as const;

/** None where the client could not make use of it. */
export function toCodeAction(
  client: Client,
  view: View,
  params: CodeActionParams,
  found: Found,
): readonly Offered[] {
  const { title } = found;
  switch (found.kind) {
    case "disabled": {
      const isUnderstood = client.capabilities.textDocument?.codeAction?.disabledSupport ?? false;
      const action = { title, kind: quickFix, disabled: { reason: found.reason } };
      return isUnderstood ? [{ action, about: "", edit: undefined }] : [];
    }
    case "document":
      return documentAction(client, view, params.textDocument.uri, found);
    case "ignore":
    case "fix": {
      const { code, message } = found.finding;
      const diagnostics = sameDiagnostics(params.context.diagnostics, toDiagnostic(view, found.finding));
      const action = { title, kind: quickFix, isPreferred: found.preferred, diagnostics };
      return [{ action, about: `${code}: ${message}`, edit: () => workspaceEdit(view, found.edits, title) }];
    }
    case "generate": {
      const action = { title, kind: found.isDefault ? quickFix : rewrite };
      return [{ action, about: found.integration, edit: () => workspaceEdit(view, found.edits, title) }];
    }
    case "refactor": {
      const action = { title, kind: refactorKinds[found.sort] };
      return [{ action, about: found.of, edit: () => workspaceEdit(view, found.edits, title) }];
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
function documentAction(
  { options, capabilities }: Client,
  { snapshot }: View,
  clientUri: string,
  { title, integration, form }: Extract<Found, { kind: "document" }>,
): readonly Offered[] {
  const kind = form === "json" ? quickFix : rewrite;
  if (options.commands.includes(showDocumentCommand)) {
    const command = { title, command: showDocumentCommand, arguments: [clientUri, integration, form] };
    return [{ action: { title, kind, command }, about: integration, edit: undefined }];
  }
  if (!capabilities.workspace?.workspaceEdit?.resourceOperations?.includes("create")) return [];
  const document = trustPolicyDocument(snapshot, integration, form);
  return document
    ? [
        {
          action: { title, kind },
          about: integration,
          edit: () => newFile(canonicalUri(clientUri), document),
        },
      ]
    : [];
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
