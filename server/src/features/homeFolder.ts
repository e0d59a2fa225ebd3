/**
 * The folder in which the thing under the cursor is declared. A snapshot knows all callers of its own module and not
 * those of what the module calls, so who asks for every use asks from there.
 */
import type { Snapshot } from "../workspace/snapshot.ts";
import { mentionAt } from "./navigation/place.ts";

/** The snapshot's own folder where nothing is named. */
export function homeFolder(snapshot: Snapshot, uri: string, offset: number): string {
  return mentionAt(snapshot, uri, offset)?.subject.home.uri ?? snapshot.module.uri;
}
