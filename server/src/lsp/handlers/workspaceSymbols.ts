/** `workspace/symbol` */
import type { SymbolInformation, WorkspaceSymbolParams } from "vscode-languageserver";
import { workspaceSymbols as symbolsIn } from "../../features/workspaceSymbols.ts";
import { symbolKinds } from "../convertSymbol.ts";
import { locationOf } from "../convert.ts";
import type { Session } from "../session.ts";
import { placeOf, type Place } from "../view.ts";

/** More than anybody reads; a longer query finds the rest. */
const most = 500;

/** Over the modules of the open documents. */
export async function workspaceSymbols(
  session: Session,
  { query }: WorkspaceSymbolParams,
): Promise<SymbolInformation[]> {
  const places = await openModules(session);
  const found = places.flatMap(({ view }) =>
    symbolsIn(view.snapshot, query).map(({ name, kind, location, container }) => ({
      name,
      kind: symbolKinds[kind],
      location: locationOf(view, location),
      containerName: container,
    })),
  );
  return found.slice(0, most);
}

/** One place in each module of which a document is open. */
async function openModules(session: Session): Promise<readonly Place[]> {
  const places = await Promise.all(session.workspace.openDocuments.map((uri) => placeOf(session, { uri })));
  return [...new Map(places.map((place) => [place.view.snapshot.module.uri, place])).values()];
}
