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
} from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { askForEdit, askForJson, type JsonPolicy } from "./requests.ts";

/** Not in the palette: the light bulb names the document and the integration. */
export const showTrustPolicyJson = "spaceliftAws.showTrustPolicyJson";

export function registerCommands(client: LanguageClient, log: LogOutputChannel): Disposable[] {
  return [
    commands.registerCommand("spaceliftAws.generateTrustPolicy", () => generate(client)),
    commands.registerCommand("spaceliftAws.copyTrustPolicyJson", () => copyJson(client)),
    commands.registerCommand(showTrustPolicyJson, (uri: unknown, integration: unknown) =>
      showJson(client, uri, integration),
    ),
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
      await workspace.applyEdit(answer.edit);
      return;
    case "refused":
      void window.showInformationMessage(answer.reason);
      return;
    case undefined:
      void window.showInformationMessage(notThere);
  }
}

async function copyJson(client: LanguageClient): Promise<void> {
  const editor = window.activeTextEditor;
  const policy = editor && (await askForJson(client, editor.document.uri, editor.selection.active));
  if (!policy) {
    void window.showInformationMessage(notThere);
    return;
  }
  await env.clipboard.writeText(policy.text);
  void window.showInformationMessage(`The trust policy is on the clipboard.${fillIn(policy)}`);
}

async function showJson(
  client: LanguageClient,
  uri: unknown,
  integration: unknown,
): Promise<TextEditor | undefined> {
  if (typeof uri !== "string" || typeof integration !== "string") return undefined;
  const policy = await askForJson(client, Uri.parse(uri), integration);
  if (!policy) return undefined;
  const document = await workspace.openTextDocument({ language: "json", content: policy.text });
  if (policy.placeholders.length > 0) void window.showInformationMessage(fillIn(policy).trim());
  return window.showTextDocument(document, { preview: false });
}

function fillIn({ placeholders }: JsonPolicy): string {
  return placeholders.length === 0 ? "" : ` Fill in what Terraform would know: ${placeholders.join(", ")}.`;
}
