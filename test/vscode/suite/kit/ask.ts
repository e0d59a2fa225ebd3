/** What VS Code answers when it asks every provider, ours among them. */
import * as vscode from "vscode";
import type { Case } from "./openCase.ts";
import { eventually } from "./eventually.ts";

export async function completionLabels({ document, at }: Case): Promise<readonly string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    at,
  );
  return list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
}

export async function hoverText({ document, at }: Case): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    at,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : JSON.stringify(content)))
    .join("\n");
}

/** The findings of our own server, as soon as there are some, or none any more. */
export function diagnostics(
  { document }: Case,
  isEnough: (found: readonly vscode.Diagnostic[]) => boolean = (found) => found.length > 0,
): Promise<readonly vscode.Diagnostic[]> {
  const own = (): vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === "spacelift-aws");
  return eventually("such diagnostics", own, isEnough);
}

/** With their edits, which VS Code asks for as if each were chosen. */
async function codeActions({ document, at }: Case): Promise<readonly vscode.CodeAction[]> {
  const ofAllKinds = undefined;
  const mostResolved = 100;
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    new vscode.Range(at, at),
    ofAllKinds,
    mostResolved,
  );
}

/** The action of that title, as soon as it is offered. */
export async function codeAction(where: Case, title: string): Promise<vscode.CodeAction> {
  const isIt = (action: vscode.CodeAction): boolean => action.title === title;
  const offered = await eventually(
    `action "${title}"`,
    () => codeActions(where),
    (actions) => actions.some(isIt),
  );
  const action = offered.find(isIt);
  if (!action) throw new Error(`"${title}" is not offered`);
  return action;
}
