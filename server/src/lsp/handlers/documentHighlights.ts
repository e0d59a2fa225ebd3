/** `textDocument/documentHighlight` */
import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type DocumentHighlightParams,
} from "vscode-languageserver";
import { documentHighlights as highlightsAt } from "../../features/documentHighlights.ts";
import { rangeOf } from "../convert.ts";
import type { Session } from "../session.ts";
import { pointOf } from "../view.ts";

const kinds = { read: DocumentHighlightKind.Read, write: DocumentHighlightKind.Write } as const;

/** Null lets an editor mark equal words instead. */
export async function documentHighlights(
  session: Session,
  params: DocumentHighlightParams,
): Promise<DocumentHighlight[] | null> {
  const point = await pointOf(session, params);
  const found = point && highlightsAt(point.view.snapshot, point.uri, point.offset);
  if (!point || !found) return null;
  return found.map(({ span, kind }) => ({ range: rangeOf(point.view, point.uri, span), kind: kinds[kind] }));
}
