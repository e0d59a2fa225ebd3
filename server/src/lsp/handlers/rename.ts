/** `textDocument/prepareRename` and `textDocument/rename`; a refusal is an error with the reason, which editors show. */
import {
  LSPErrorCodes,
  ResponseError,
  type PrepareRenameParams,
  type Range,
  type RenameParams,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { prepareRename as prepareAt, rename as renameAt } from "../../features/rename.ts";
import { rangeOf, workspaceEdit } from "../convert.ts";
import type { Session } from "../session.ts";
import { homePointOf } from "../homePoint.ts";

export async function prepareRename(
  session: Session,
  params: PrepareRenameParams,
): Promise<{ range: Range; placeholder: string } | ResponseError | null> {
  const point = await homePointOf(session, params);
  const found = point && prepareAt(point.view.snapshot, point.uri, point.offset);
  if (!point || !found) return null;
  if (found.kind === "refused") return refusal(found.reason);
  return { range: rangeOf(point.view, point.uri, found.span), placeholder: found.placeholder };
}

export async function rename(
  session: Session,
  params: RenameParams,
): Promise<WorkspaceEdit | ResponseError | null> {
  const point = await homePointOf(session, params);
  const found = point && renameAt(point.view.snapshot, point.uri, point.offset, params.newName);
  if (!point || !found) return null;
  return found.kind === "refused" ? refusal(found.reason) : workspaceEdit(point.view, found.edits);
}

function refusal(reason: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}
