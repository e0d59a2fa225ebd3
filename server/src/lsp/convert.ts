/** Plain data of the features as LSP speaks of it. */
import type { Location, Range, WorkspaceEdit } from "vscode-languageserver";
import type { FileEdits } from "../analysis/finding.ts";
import type { Location as FileSpan } from "../base/location.ts";
import type { Span } from "../base/span.ts";
import { textAt, type Snapshot } from "../workspace/snapshot.ts";
import { linesOf, toOffset, toRange, toSpan, type Encoding, type Lines } from "./positions.ts";

/** A snapshot with what it takes to speak of it to a client. */
export interface View {
  readonly snapshot: Snapshot;
  readonly encoding: Encoding;
  /** The URI as the client spells it. */
  readonly clientUri: (uri: string) => string;
  /** The client understands edits that name the version they were made for. */
  readonly versionedEdits: boolean;
  /** The client can ask whether an edit shall be made. */
  readonly annotatedEdits: boolean;
}

const noLines = linesOf("");
const linesCache = new WeakMap<object, Lines>();

/** The lines of a file that the module or one around it has or reads; of an empty text where there is no such file. */
function linesIn(view: View, uri: string): Lines {
  const source = textAt(view.snapshot, uri);
  if (!source) return noLines;
  const known = linesCache.get(source);
  if (known) return known;
  const lines = linesOf(source.text);
  linesCache.set(source, lines);
  return lines;
}

export function rangeOf(view: View, uri: string, span: Span): Range {
  return toRange(linesIn(view, uri), span, view.encoding);
}

export function locationOf(view: View, { uri, span }: FileSpan): Location {
  return { uri: view.clientUri(uri), range: rangeOf(view, uri, span) };
}

export function spanOf(view: View, uri: string, range: Range): Span {
  return toSpan(linesIn(view, uri), range, view.encoding);
}

/** The offset; undefined for a position below the last line, which only a client that is behind can mean. */
export function offsetOf(view: View, uri: string, position: Range["start"]): number | undefined {
  const lines = linesIn(view, uri);
  return position.line < lines.index.starts.length ? toOffset(lines, position, view.encoding) : undefined;
}

/**
 * Edits that apply only to the versions they were made for, where the client can check that. With a title the client
 * is told to show an edit of several files before it makes it.
 */
export function workspaceEdit(
  view: View,
  files: readonly FileEdits[],
  title?: string,
  fileCount = files.length,
): WorkspaceEdit {
  const asks = title !== undefined && fileCount > 1 && view.annotatedEdits;
  const documentChanges = files.map(({ uri, edits }) => ({
    textDocument: { uri: view.clientUri(uri), version: view.snapshot.versions.get(uri) ?? null },
    edits: edits.map(({ span, newText }) => ({
      range: rangeOf(view, uri, span),
      newText,
      ...(asks ? { annotationId } : {}),
    })),
  }));
  if (asks) {
    return {
      documentChanges,
      changeAnnotations: { [annotationId]: { label: title, needsConfirmation: true } },
    };
  }
  if (view.versionedEdits) return { documentChanges };
  return {
    changes: Object.fromEntries(documentChanges.map(({ textDocument, edits }) => [textDocument.uri, edits])),
  };
}

const annotationId = "spacelift-aws";

/** Edits of different files as one. */
export function joinedEdit(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
  const documentChanges = edits.flatMap((edit) => edit.documentChanges ?? []);
  const changeAnnotations = edits.find((edit) => edit.changeAnnotations)?.changeAnnotations;
  if (documentChanges.length === 0) {
    return { changes: Object.fromEntries(edits.flatMap(({ changes }) => Object.entries(changes ?? {}))) };
  }
  return changeAnnotations ? { documentChanges, changeAnnotations } : { documentChanges };
}
