/** Every place in the module that names the thing under the cursor. */
import type { Location } from "../base/location.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { isOursToFind, mentionAt, mentionsOf } from "./navigation/place.ts";

/** In the order of the files. Blocks such as `moved` that name an address without reading it count too. */
export function references(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  includeDeclaration: boolean,
): readonly Location[] {
  const mention = mentionAt(snapshot, uri, offset);
  if (!mention || !isOursToFind(snapshot, mention)) return [];
  return mentionsOf(snapshot, mention.subject)
    .filter(({ role }) => includeDeclaration || role === "reference")
    .map(({ file, nameSpan }) => ({ uri: file.uri, span: nameSpan }));
}
