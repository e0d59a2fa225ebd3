/** Every place that names the thing under the cursor, in its module and in those that call it. */
import type { Location } from "../base/location.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { isOursToFind, mentionAt, mentionsOf } from "./navigation/place.ts";

/**
 * In the order of the files. Blocks such as `moved` that name an address without reading it count too, and so do the
 * values that variables are given. The snapshot is that of `homeFolder`: only there are all callers known.
 */
export function references(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  includeDeclaration: boolean,
): readonly Location[] {
  const mention = mentionAt(snapshot, uri, offset);
  if (!mention || !isOursToFind(snapshot, mention)) return [];
  return mentionsOf(snapshot, mention.subject)
    .filter(({ role }) => includeDeclaration || role !== "declaration")
    .map(({ file, nameSpan }) => ({ uri: file.uri, span: nameSpan }));
}
