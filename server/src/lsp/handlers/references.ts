/** `textDocument/references` */
import type { Location, ReferenceParams } from "vscode-languageserver";
import { references as referencesAt } from "../../features/references.ts";
import { locationOf } from "../convert.ts";
import type { Session } from "../session.ts";
import { homePointOf } from "../homePoint.ts";

export async function references(session: Session, params: ReferenceParams): Promise<Location[]> {
  const point = await homePointOf(session, params);
  if (!point) return [];
  const { view, uri, offset } = point;
  return referencesAt(view.snapshot, uri, offset, params.context.includeDeclaration).map((location) =>
    locationOf(view, location),
  );
}
