/** The part of a module that edits can have an effect on. It is judged as quickly in a large module as in a small one. */
import { editedModule } from "../../analysis/editedModule.ts";
import type { FileEdits } from "../../analysis/finding.ts";
import { applyEdits, type TextEdit } from "../../base/textEdit.ts";
import type { BodyItem } from "../../hcl/ast.ts";
import { dependenciesOf } from "../../terraform/dependencies.ts";
import { callsThatRead } from "../../terraform/fileCalls.ts";
import type { Module } from "../../terraform/module.ts";
import { concernsSpacelift, configurationOf, fileOf, type Snapshot } from "../../workspace/snapshot.ts";
import { mentionedIn } from "./mentions.ts";
import { countsEverywhere, onlyWith, piecesIn, touchedBy, type Piece } from "./pieces.ts";
import { relatedTo } from "./related.ts";

/** The whole where it cannot be told what the edits have an effect on. */
export function partAround(snapshot: Snapshot, edits: readonly FileEdits[]): Snapshot {
  const changed: string[] = [];
  const referred: string[] = [];
  const items = new Map<BodyItem, string>();
  for (const { uri, edits: textEdits } of edits) {
    const pieces = piecesIn(snapshot.module, uri);
    const touched = pieces ? touchedBy(textEdits, pieces) : readersOf(snapshot, uri);
    const declarations = touched?.flatMap((piece) => piece.declarations);
    if (!touched || !declarations || declarations.some(countsEverywhere)) return snapshot;
    for (const { item } of touched) items.set(item, `${uri} ${item.start}`);
    if (!pieces) {
      changed.push(...declarations.map(({ address }) => address));
      continue;
    }
    const after = mentionedIn(snapshot, uri, textAfter(snapshot, uri, textEdits, pieces));
    changed.push(...declarations.map(({ address }) => address), ...after.declared);
    referred.push(...after.referred);
  }
  return part(snapshot, relatedTo(snapshot, changed, referred), items);
}

/** The pieces of the module that read the file as text; undefined where others do, or nobody. */
function readersOf(snapshot: Snapshot, uri: string): readonly Piece[] | undefined {
  const calls = callsThatRead(configurationOf(snapshot), uri);
  if (calls.length === 0 || calls.some(({ module }) => module !== snapshot.module)) return undefined;
  const found = calls.map(({ file, call: { node } }) =>
    touchedBy([{ span: node, newText: "" }], piecesIn(snapshot.module, file.uri) ?? []),
  );
  // A file in JSON has no pieces.
  return found.every((pieces) => pieces.length > 0) ? found.flat() : undefined;
}

/** Of a file, the items that the edits touch, as they are after them. */
function textAfter(
  snapshot: Snapshot,
  uri: string,
  edits: readonly TextEdit[],
  pieces: readonly Piece[],
): string {
  const touched = new Set(touchedBy(edits, pieces).map(({ item }) => item));
  const removals = pieces
    .filter(({ item }) => !touched.has(item))
    .map(({ item: { start, end } }) => ({ span: { start, end }, newText: "" }));
  return applyEdits(fileOf(snapshot, uri)?.syntax.text ?? "", [...removals, ...edits]);
}

const parts = new WeakMap<Snapshot, Map<string, Snapshot>>();

/** Actions around one integration mostly have one part. `items` come with their places. */
function part(
  snapshot: Snapshot,
  addresses: ReadonlySet<string>,
  items: ReadonlyMap<BodyItem, string>,
): Snapshot {
  const known = parts.get(snapshot) ?? new Map<string, Snapshot>();
  parts.set(snapshot, known);
  const key = JSON.stringify([[...addresses].sort(), [...items.values()]]);
  const made = known.get(key) ?? {
    ...snapshot,
    module: onlyWith(snapshot.module, addresses, new Set(items.keys())),
  };
  known.set(key, made);
  // Rules look only into modules that have to do with Spacelift.
  return concernsSpacelift(made.module) ? made : snapshot;
}

/** The module after the edits, with what these wait for and what is edited; everything else is blanked out. */
export function waitingAfter(
  module: Module,
  addresses: readonly string[],
  edits: readonly FileEdits[],
): Module {
  const waitedFor = new Set(addresses);
  for (const address of waitedFor) {
    for (const { to } of dependenciesOf(module, address)) waitedFor.add(to);
  }
  const items = edits.flatMap(({ uri, edits: textEdits }) =>
    touchedBy(textEdits, piecesIn(module, uri) ?? []).map(({ item }) => item),
  );
  return editedModule(onlyWith(module, waitedFor, new Set(items)), edits);
}
