/** The commands of the palette and of the light bulb. */
import {
  commands,
  env,
  Uri,
  window,
  workspace,
  type Disposable,
  type LogOutputChannel,
  type TextEditor,
  type WorkspaceEdit,
} from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
  askForAllFixes,
  askForAllFixesInWorkspace,
  askForDocument,
  askForEdit,
  type PolicyDocument,
} from "./requests.ts";
import { withPreview } from "./preview.ts";
import { showVerdict, showVerdictAt } from "./verdict.ts";

/** Not in the palette: the light bulb names the document, the integration and the form. */
export const showTrustPolicyDocument = "spaceliftAws.showTrustPolicyDocument";

export function registerCommands(client: LanguageClient, log: LogOutputChannel): Disposable[] {
  return [
    commands.registerCommand("spaceliftAws.generateTrustPolicy", () => generate(client)),
    commands.registerCommand("spaceliftAws.copyTrustPolicyJson", () => copyJson(client)),
    commands.registerCommand("spaceliftAws.fixAllInModule", () => fixAllInModule(client)),
    commands.registerCommand("spaceliftAws.fixAllInWorkspace", () => fixAllInWorkspace(client)),
    commands.registerCommand(showTrustPolicyDocument, (uri: unknown, integration: unknown, form: unknown) =>
      showDocument(client, uri, integration, form),
    ),
    commands.registerCommand(showVerdict, showVerdictAt),
    commands.registerCommand("spaceliftAws.restartServer", () => client.restart()),
    commands.registerCommand("spaceliftAws.showLog", () => {
      log.show();
    }),
  ];
}

const notThere = "Put the cursor into a spacelift_aws_integration resource first.";

async function generate(client: LanguageClient): Promise<void> {
  const editor = window.activeTextEditor;
  const answer = editor && (await askForEdit(client, editor.document, editor.selection.active));
  switch (answer?.kind) {
    case "edit":
      await workspace.applyEdit(withPreview(answer.edit));
      return;
    case "refused":
      void window.showInformationMessage(answer.reason);
      return;
    case undefined:
      void window.showInformationMessage(notThere);
  }
}

async function fixAllInModule(client: LanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  await applyFixes(document && (await askForAllFixes(client, document)));
}

async function fixAllInWorkspace(client: LanguageClient): Promise<void> {
  await applyFixes(await askForAllFixesInWorkspace(client));
}

async function applyFixes(edit: WorkspaceEdit | undefined): Promise<void> {
  if (edit) await workspace.applyEdit(withPreview(edit));
  else void window.showInformationMessage("There is nothing here that can be fixed without you.");
}

async function copyJson(client: LanguageClient): Promise<void> {
  const editor = window.activeTextEditor;
  const policy =
    editor && (await askForDocument(client, editor.document.uri, editor.selection.active, "json"));
  if (!policy) {
    void window.showInformationMessage(notThere);
    return;
  }
  await env.clipboard.writeText(policy.text);
  void window.showInformationMessage(`The trust policy is on the clipboard.${fillIn(policy)}`);
}

async function showDocument(
  client: LanguageClient,
  uri: unknown,
  integration: unknown,
  form: unknown,
): Promise<TextEditor | undefined> {
  if (typeof uri !== "string" || typeof integration !== "string" || typeof form !== "string")
    return undefined;
  const policy = await askForDocument(client, Uri.parse(uri), integration, form);
  if (!policy) return undefined;
  const document = await workspace.openTextDocument({ language: policy.language, content: policy.text });
  if (policy.placeholders.length > 0) void window.showInformationMessage(fillIn(policy).trim());
  return window.showTextDocument(document, { preview: false });
}

function fillIn({ placeholders }: PolicyDocument): string {
  return placeholders.length === 0 ? "" : ` Fill in what Terraform would know: ${placeholders.join(", ")}.`;
}
