/** The other places of this file that name what is under the cursor. */
import type { Span } from "../base/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { mentionAt, mentionsOf } from "./navigation/place.ts";

interface DocumentHighlight {
  /** `write` where it gets its value, `read` where it is used. */
  readonly kind: "read" | "write";
  readonly span: Span;
}

/** Undefined where nothing is named, so that an editor may mark equal words instead. */
export function documentHighlights(
  snapshot: Snapshot,
  uri: string,
  offset: number,
): readonly DocumentHighlight[] | undefined {
  const at = mentionAt(snapshot, uri, offset);
  if (!at) return undefined;
  return mentionsOf(snapshot, at.subject)
    .filter(({ file }) => file.uri === uri)
    .map(({ role, nameSpan }) => ({ kind: role === "declaration" ? "write" : "read", span: nameSpan }));
}
