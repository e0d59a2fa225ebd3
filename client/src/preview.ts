/**
 * Edits of several files are shown before they are made. VS Code does that where a part needs confirmation, but leaves
 * such a part unticked, so that *Apply* would do nothing. Here it is a part that does nothing and is not shown; all
 * that is shown is ticked.
 */
import { WorkspaceEdit, type CodeAction, type Command } from "vscode";
import type { Middleware } from "vscode-languageclient/node";

const several = { label: "Changes in several files", needsConfirmation: true };

export function withPreview(edit: WorkspaceEdit): WorkspaceEdit {
  const [first, ...others] = edit.entries();
  if (!first || others.length === 0) return edit;
  const [existing] = first;
  const shown = new WorkspaceEdit();
  shown.createFile(existing, { ignoreIfExists: true }, several);
  for (const [uri, edits] of edit.entries()) shown.set(uri, edits);
  return shown;
}

export const previewing: Middleware = {
  provideCodeActions: async (document, range, context, token, next) =>
    (await next(document, range, context, token))?.map(withPreviewOf),
  resolveCodeAction: async (action, token, next) => {
    const resolved = await next(action, token);
    return resolved && withPreviewOf(resolved);
  },
};

/** VS Code looks for the edit in the very object that the client has made. */
function withPreviewOf<Action extends CodeAction | Command>(action: Action): Action {
  if ("edit" in action && action.edit instanceof WorkspaceEdit) action.edit = withPreview(action.edit);
  return action;
}
