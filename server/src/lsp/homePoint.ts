/** The point that a request is about, seen from the folder that declares what is named there. */
import type { Position } from "vscode-languageserver";
import { homeFolder } from "../features/homeFolder.ts";
import { anyFileOf } from "../workspace/snapshot.ts";
import type { Session } from "./session.ts";
import { pointOf, viewOn } from "./view.ts";

/** Once all callers are known; from the document's own folder where it does not know the one that declares it. */
export async function homePointOf(
  session: Session,
  params: { readonly textDocument: { readonly uri: string }; readonly position: Position },
): ReturnType<typeof pointOf> {
  await session.workspace.indexed();
  const point = await pointOf(session, params);
  if (!point) return undefined;
  const home = homeFolder(point.view.snapshot, point.uri, point.offset);
  if (home === point.view.snapshot.module.uri) return point;
  const snapshot = await session.workspace.snapshotOfFolder(home);
  return anyFileOf(snapshot, point.uri) ? { ...point, view: viewOn(session, snapshot) } : point;
}
