/** The language client: which documents it cares for, and how the server is started. */
import { workspace, type ExtensionContext, type LogOutputChannel } from "vscode";
import { LanguageClient, TransportKind, type LanguageClientOptions } from "vscode-languageclient/node";
import { showTrustPolicyDocument } from "./commands.ts";
import { isTerraformExtensionActive } from "./neighbours.ts";
import { previewing } from "./preview.ts";
import { showVerdict } from "./verdict.ts";

/** By file name and by language id, on every kind of disk: another extension may have given `.tf` an id of its own. */
export const documentSelector = [
  { pattern: "**/*.{tf,tofu,tfvars}" },
  { pattern: "**/*.{tf,tofu,tfvars}.json" },
  { language: "terraform" },
  { language: "opentofu" },
];

export function createClient(context: ExtensionContext, log: LogOutputChannel): LanguageClient {
  const module = context.asAbsolutePath("dist/server.js");
  const options: LanguageClientOptions = {
    documentSelector,
    outputChannel: log,
    initializationOptions: () => ({
      settings: workspace.getConfiguration("spaceliftAws"),
      besideTerraformExtension: isTerraformExtensionActive(),
      commands: [showTrustPolicyDocument, showVerdict],
    }),
    middleware: previewing,
    // A server that keeps failing is not started for ever; the status item offers to start it again.
    connectionOptions: { maxRestartCount: 3 },
  };
  const run = { module, transport: TransportKind.ipc };
  return new LanguageClient("spaceliftAws", "Spacelift AWS Integration", { run, debug: run }, options);
}
