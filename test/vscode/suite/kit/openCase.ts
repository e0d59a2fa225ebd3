/** A case of its own for each test: a new folder with a file open in an editor, the cursor at `$0`, and others beside it. */
import { randomUUID } from "node:crypto";
import * as vscode from "vscode";

export interface Case {
  readonly document: vscode.TextDocument;
  /** Where `$0` stood. */
  readonly at: vscode.Position;
}

/** `others` are files that only lie there, by their path below the case's folder. */
export async function openCase(
  marked: string,
  name = "main.tf",
  others: Readonly<Record<string, string>> = {},
): Promise<Case> {
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  if (!workspace) throw new Error("the tests need an open folder");
  const offset = marked.indexOf("$0");
  const folder = vscode.Uri.joinPath(workspace.uri, randomUUID());
  for (const [path, text] of Object.entries(others)) {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), new TextEncoder().encode(text));
  }
  const uri = vscode.Uri.joinPath(folder, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(marked.replace("$0", "")));
  const document = await vscode.workspace.openTextDocument(uri);
  const at = document.positionAt(Math.max(offset, 0));
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at), preview: false });
  return { document, at };
}
