/** Says in the language status whether the server runs. */
import { Disposable, LanguageStatusSeverity, languages } from "vscode";
import { State, type LanguageClient } from "vscode-languageclient/node";
import { documentSelector } from "./client.ts";

export function createStatusItem(client: LanguageClient): Disposable {
  const item = languages.createLanguageStatusItem("spaceliftAws.status", documentSelector);
  item.name = "Spacelift AWS Integration";
  const show = (state: State): void => {
    const isStopped = state === State.Stopped;
    item.busy = state === State.Starting;
    item.text = isStopped ? "Spacelift AWS: stopped" : "Spacelift AWS";
    item.detail = isStopped ? "the language server is not running" : "checks trust policies as you type";
    item.severity = isStopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.command = isStopped
      ? { title: "Restart", command: "spaceliftAws.restartServer" }
      : { title: "Show Log", command: "spaceliftAws.showLog" };
  };
  show(client.state);
  const subscription = client.onDidChangeState(({ newState }) => {
    show(newState);
  });
  return Disposable.from(subscription, item);
}
