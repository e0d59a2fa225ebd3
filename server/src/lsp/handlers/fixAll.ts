/** *Fix all* in a file as a code action, and in a module or in the whole workspace as requests of our own. */
import type { CodeAction, WorkspaceEdit } from "vscode-languageserver";
import * as v from "valibot";
import type { FileEdits } from "../../analysis/finding.ts";
import { pause } from "../../base/pause.ts";
import { fixAll } from "../../features/fixAll.ts";
import { joinedEdit, workspaceEdit, type View } from "../convert.ts";
import type { Session } from "../session.ts";
import { placeOf, viewOn } from "../view.ts";

/** What an editor asks for when a file is saved, where its user wants that. */
export const fixAllKind = "source.fixAll.spaceliftAws";

const title = "Fix all that Spacelift AWS can fix";

/** For those who ask for this kind only: it is no answer to a cursor. */
export function fixAllAction(
  view: View,
  uri: string,
  only: readonly string[] | undefined,
): readonly CodeAction[] {
  const isWanted = only?.some((kind) => fixAllKind === kind || fixAllKind.startsWith(`${kind}.`));
  const edits = isWanted === true ? fixAll(view.snapshot, uri) : [];
  return edits.length === 0 ? [] : [{ title, kind: fixAllKind, edit: workspaceEdit(view, edits, title) }];
}

const params = v.object({ textDocument: v.object({ uri: v.string() }) });

/** The edit for all files of the module that the document belongs to; null where there is nothing to fix. */
export const fixAllInModuleRequest = {
  method: "spaceliftAws/fixAllInModule",
  async answer(session: Session, given: unknown): Promise<{ readonly edit: WorkspaceEdit } | null> {
    const read = v.safeParse(params, given);
    if (!read.success) return null;
    const { view } = await placeOf(session, read.output.textDocument);
    const edits = fixAll(view.snapshot);
    return edits.length === 0 ? null : { edit: workspaceEdit(view, edits, title) };
  },
} as const;

/** The edit for all modules of the workspace; null where there is nothing to fix. */
export const fixAllInWorkspaceRequest = {
  method: "spaceliftAws/fixAllInWorkspace",
  async answer(session: Session): Promise<{ readonly edit: WorkspaceEdit } | null> {
    const fixed: { readonly view: View; readonly edits: readonly FileEdits[] }[] = [];
    const taken = new Set<string>();
    for (const folder of await session.workspace.familyFolders()) {
      const view = viewOn(session, await session.workspace.snapshotOfFolder(folder));
      // A file that two modules would change is left to the first.
      const edits = fixAll(view.snapshot).filter(({ uri }) => !taken.has(uri));
      for (const { uri } of edits) taken.add(uri);
      if (edits.length > 0) fixed.push({ view, edits });
      await pause();
    }
    if (fixed.length === 0) return null;
    return {
      edit: joinedEdit(fixed.map(({ view, edits }) => workspaceEdit(view, edits, title, taken.size))),
    };
  },
} as const;
