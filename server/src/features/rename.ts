/** Gives a thing another name, in its module and in those that call it at once, or says why that cannot be. */
import type { FileEdits } from "../analysis/finding.ts";
import { touches, type Span } from "../base/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { mentionAt, mentionsOf, type PlacedMention } from "./navigation/place.ts";
import { reachObjection } from "./navigation/reachObjections.ts";
import { newNameObjection, renameObjection } from "./navigation/renameObjections.ts";
import { subjectName } from "./navigation/subjects.ts";

interface Refusal {
  readonly kind: "refused";
  /** A sentence for the user. */
  readonly reason: string;
}

interface Renamable {
  readonly kind: "renamable";
  readonly span: Span;
  /** The name that it has now. */
  readonly placeholder: string;
}

interface Renamed {
  readonly kind: "renamed";
  readonly edits: readonly FileEdits[];
}

/**
 * What a rename at the cursor would change; undefined where nothing is named. The snapshot is that of `homeFolder`:
 * only there are all callers known.
 */
export function prepareRename(
  snapshot: Snapshot,
  uri: string,
  offset: number,
): Renamable | Refusal | undefined {
  const mention = renamableAt(snapshot, uri, offset);
  if (!mention) return undefined;
  const reason = objection(snapshot, mention);
  return reason === undefined
    ? { kind: "renamable", span: mention.nameSpan, placeholder: subjectName(mention.subject) }
    : { kind: "refused", reason };
}

export function rename(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  newName: string,
): Renamed | Refusal | undefined {
  const mention = renamableAt(snapshot, uri, offset);
  if (!mention) return undefined;
  if (newName === subjectName(mention.subject)) return { kind: "renamed", edits: [] };
  const reason = objection(snapshot, mention) ?? newNameObjection(snapshot, mention, newName);
  return reason === undefined
    ? { kind: "renamed", edits: editsOf(snapshot, mention, newName) }
    : { kind: "refused", reason };
}

function renamableAt(snapshot: Snapshot, uri: string, offset: number): PlacedMention | undefined {
  const mention = mentionAt(snapshot, uri, offset);
  return mention && touches(mention.nameSpan, offset) ? mention : undefined;
}

function objection(snapshot: Snapshot, mention: PlacedMention): string | undefined {
  return renameObjection(mention) ?? reachObjection(snapshot, mention.subject);
}

function editsOf(snapshot: Snapshot, { subject }: PlacedMention, newText: string): readonly FileEdits[] {
  const named = mentionsOf(snapshot, subject).filter(({ isName }) => isName);
  return [...new Set(named.map(({ file }) => file))].map((file) => ({
    uri: file.uri,
    edits: named.filter((mention) => mention.file === file).map(({ nameSpan: span }) => ({ span, newText })),
  }));
}
