/** Keeps the workspace's folders in step with the client: in them, callers of modules are looked for. */
import type { InitializeParams } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** Older clients give one root instead of folders. */
export function takeFolders({ workspace }: Session, params: InitializeParams): void {
  const folders = params.workspaceFolders?.map(({ uri }) => uri);
  // Some clients leave it out, though the protocol wants it.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- clients that know nothing newer still send it
  const root: string | null | undefined = params.rootUri;
  workspace.setRoots(folders ?? (typeof root === "string" ? [root] : []));
}

/** Calls `changed` after the client has added or removed folders. */
export function followFolders(session: Session, changed: () => void): void {
  const { connection, workspace, client } = session;
  if (!client.capabilities.workspace?.workspaceFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders(() => {
    void connection.workspace.getWorkspaceFolders().then((folders) => {
      workspace.setRoots((folders ?? []).map(({ uri }) => uri));
      changed();
    });
  });
}
