/** Requests of our own to the server, their answers checked before anything believes them. */
import type { Position, TextDocument, Uri, WorkspaceEdit } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import * as v from "valibot";

const policyDocument = v.object({
  text: v.string(),
  language: v.string(),
  placeholders: v.array(v.string()),
});

export type PolicyDocument = v.InferOutput<typeof policyDocument>;

/** The policy as a document; undefined where there is no such integration. */
export async function askForDocument(
  client: LanguageClient,
  uri: Uri,
  integration: string | Position,
  form: string,
): Promise<PolicyDocument | undefined> {
  const answer = v.safeParse(
    policyDocument,
    await client.sendRequest("spaceliftAws/trustPolicyDocument", {
      textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
      integration:
        typeof integration === "string" ? integration : client.code2ProtocolConverter.asPosition(integration),
      form,
    }),
  );
  return answer.success ? answer.output : undefined;
}

const zeroBased = v.pipe(v.number(), v.integer(), v.minValue(0));
const position = v.object({ line: zeroBased, character: zeroBased });
const textEdit = v.object({
  range: v.object({ start: position, end: position }),
  newText: v.string(),
  annotationId: v.exactOptional(v.string()),
});
const documentEdit = v.object({
  textDocument: v.object({ uri: v.string(), version: v.nullable(v.number()) }),
  edits: v.array(textEdit),
});

/** With annotations the editor shows the edit and asks before it makes it. */
const annotation = v.object({ label: v.string(), needsConfirmation: v.exactOptional(v.boolean()) });
const edited = v.object({
  edit: v.object({
    documentChanges: v.array(documentEdit),
    changeAnnotations: v.exactOptional(v.record(v.string(), annotation)),
  }),
});

const generated = v.union([edited, v.object({ reason: v.string() })]);

type Generated =
  | { readonly kind: "edit"; readonly edit: WorkspaceEdit }
  | { readonly kind: "refused"; readonly reason: string };

/** The edit that writes the policy for the integration at the position; undefined where there is none. */
export async function askForEdit(
  client: LanguageClient,
  document: TextDocument,
  at: Position,
): Promise<Generated | undefined> {
  const answer = v.safeParse(
    generated,
    await client.sendRequest("spaceliftAws/generateTrustPolicy", {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
      position: client.code2ProtocolConverter.asPosition(at),
    }),
  );
  if (!answer.success) return undefined;
  if ("reason" in answer.output) return { kind: "refused", reason: answer.output.reason };
  return { kind: "edit", edit: await client.protocol2CodeConverter.asWorkspaceEdit(answer.output.edit) };
}

/** The edit that makes all fixes in the module of the document; undefined where there is nothing to fix. */
export async function askForAllFixes(
  client: LanguageClient,
  document: TextDocument,
): Promise<WorkspaceEdit | undefined> {
  return editIn(
    client,
    await client.sendRequest("spaceliftAws/fixAllInModule", {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    }),
  );
}

/** The edit that makes all fixes in the modules of the workspace; undefined where there is nothing to fix. */
export async function askForAllFixesInWorkspace(client: LanguageClient): Promise<WorkspaceEdit | undefined> {
  return editIn(client, await client.sendRequest("spaceliftAws/fixAllInWorkspace", {}));
}

async function editIn(client: LanguageClient, given: unknown): Promise<WorkspaceEdit | undefined> {
  const answer = v.safeParse(edited, given);
  return answer.success ? client.protocol2CodeConverter.asWorkspaceEdit(answer.output.edit) : undefined;
}
