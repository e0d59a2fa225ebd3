/** Starts the language server and gives VS Code what the protocol has no word for: commands and a status item. */
import { window, type ExtensionContext } from "vscode";
import { createClient } from "./client.ts";
import { registerCommands } from "./commands.ts";
import { watchTerraformExtensions } from "./neighbours.ts";
import { createStatusItem } from "./statusItem.ts";

let stop: (() => Promise<void>) | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel("Spacelift AWS Integration", { log: true });
  const client = createClient(context, log);
  stop = () => client.stop();
  context.subscriptions.push(
    log,
    createStatusItem(client),
    ...registerCommands(client, log),
    watchTerraformExtensions(client),
  );
  try {
    await client.start();
  } catch (error) {
    log.error(`The language server did not start: ${String(error)}`);
    void window.showErrorMessage(
      "Spacelift AWS: the language server did not start. Run “Spacelift AWS: Show Log” to see why.",
    );
  }
}

export async function deactivate(): Promise<void> {
  await stop?.();
}
