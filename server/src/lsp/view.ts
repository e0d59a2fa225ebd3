/** The snapshot that a request is about. */
import type { Position } from "vscode-languageserver";
import type { Snapshot } from "../workspace/snapshot.ts";
import { canonicalUri } from "../workspace/uris.ts";
import { offsetOf, type View } from "./convert.ts";
import type { Session } from "./session.ts";

export interface Place {
  readonly view: View;
  /** The document, in canonical spelling. */
  readonly uri: string;
}

export function viewOn({ workspace, client }: Session, snapshot: Snapshot): View {
  const edits = client.capabilities.workspace?.workspaceEdit;
  return {
    snapshot,
    encoding: client.encoding,
    clientUri: (uri) => workspace.clientUri(uri),
    versionedEdits: edits?.documentChanges ?? false,
    annotatedEdits: (edits?.documentChanges ?? false) && edits?.changeAnnotationSupport !== undefined,
  };
}

export async function placeOf(session: Session, textDocument: { readonly uri: string }): Promise<Place> {
  const snapshot = await session.workspace.snapshot(textDocument.uri);
  return { view: viewOn(session, snapshot), uri: canonicalUri(textDocument.uri) };
}

/** The place with an offset; undefined where the position lies outside the text. */
export async function pointOf(
  session: Session,
  params: { readonly textDocument: { readonly uri: string }; readonly position: Position },
): Promise<(Place & { readonly offset: number }) | undefined> {
  const place = await placeOf(session, params.textDocument);
  const offset = offsetOf(place.view, place.uri, params.position);
  return offset === undefined ? undefined : { ...place, offset };
}
