/** HashiCorp's and OpenTofu's extensions: where one is active, ours does not show what they show already. */
import { extensions, type Disposable } from "vscode";
import { State, type LanguageClient } from "vscode-languageclient/node";

const neighbours = ["hashicorp.terraform", "opentofu.vscode-opentofu"];

/** Installed and enabled is enough: they are activated by the same files as we are, perhaps a moment later. */
export function isTerraformExtensionActive(): boolean {
  return neighbours.some((id) => extensions.getExtension(id) !== undefined);
}

/** Tells the server when one of them comes or goes. */
export function watchTerraformExtensions(client: LanguageClient): Disposable {
  let known = isTerraformExtensionActive();
  return extensions.onDidChange(() => {
    const active = isTerraformExtensionActive();
    if (active === known) return;
    known = active;
    if (client.state === State.Running) {
      void client.sendNotification("spaceliftAws/besideTerraformExtension", { active });
    }
  });
}
