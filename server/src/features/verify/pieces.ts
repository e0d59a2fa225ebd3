/** The top-level items of a module's files, and the module with some of them blanked out: what is left stays in place. */
import { isWhollyReadable } from "../../analysis/damage.ts";
import type { Span } from "../../base/span.ts";
import { applyEdits, type TextEdit } from "../../base/textEdit.ts";
import type { Attribute, Block, BodyItem } from "../../hcl/ast.ts";
import { isJsonFile } from "../../terraform/fileKinds.ts";
import { createModule, type Declaration, type Module, type ModuleFile } from "../../terraform/module.ts";
import { parseFile } from "../../terraform/parseFile.ts";

/** An item with what it declares: several locals, one thing, or nothing. */
export interface Piece {
  readonly item: BodyItem;
  readonly declarations: readonly Declaration[];
}

type Pieces = ReadonlyMap<string, readonly Piece[]>;

const known = new WeakMap<Module, Pieces>();

/** Of one file; undefined for a file that the module has not, or that has no places for edits. */
export function piecesIn(module: Module, uri: string): readonly Piece[] | undefined {
  const all = known.get(module) ?? collect(module);
  known.set(module, all);
  return all.get(uri);
}

function collect({ files, declarations }: Module): Pieces {
  const byNode = new Map<object, Declaration>(declarations.map((each) => [nodeOf(each), each]));
  return new Map(
    files
      .filter(({ uri }) => !isJsonFile(uri))
      .map(({ uri, syntax }) => [uri, syntax.body.items.map((item) => pieceOf(item, byNode))]),
  );
}

function pieceOf(item: BodyItem, byNode: ReadonlyMap<object, Declaration>): Piece {
  const own = byNode.get(item);
  if (own) return { item, declarations: [own] };
  const inside = item.kind === "Block" && item.type.name === "locals" ? item.body.items : [];
  return { item, declarations: inside.flatMap((each) => byNode.get(each) ?? []) };
}

function nodeOf(declaration: Declaration): Block | Attribute {
  return declaration.kind === "local" ? declaration.attribute : declaration.block;
}

/** The pieces that the edits touch, with the declarations in them that they touch. */
export function touchedBy(edits: readonly TextEdit[], pieces: readonly Piece[]): readonly Piece[] {
  const isTouched = ({ start, end }: Span): boolean =>
    edits.some(({ span }) => span.start <= end && start <= span.end);
  return pieces
    .filter(({ item }) => isTouched(item))
    .map(({ item, declarations }) => ({
      item,
      declarations: declarations.filter((each) => isTouched(nodeOf(each))),
    }));
}

/** Few, and in force without being referred to. */
const everywhere: ReadonlySet<Declaration["kind"]> = new Set(["variable", "provider", "terraform"]);

export function countsEverywhere({ kind }: Declaration): boolean {
  return everywhere.has(kind);
}

/** With the items that hold the addresses, and those that are asked for. */
export function onlyWith(
  module: Module,
  addresses: ReadonlySet<string>,
  items: ReadonlySet<BodyItem>,
): Module {
  const isKept = ({ item, declarations }: Piece): boolean =>
    declarations.length === 0 ||
    items.has(item) ||
    declarations.some((each) => countsEverywhere(each) || addresses.has(each.address));
  const files = module.files.map((file) => withOnly(file, piecesIn(module, file.uri) ?? [], isKept));
  const { uri, complete, companions } = module;
  const made = createModule(uri, files, complete, companions);
  // Where what is broken is left out, there may still be more than can be read.
  const hidesDamage = isWhollyReadable(made) && !isWhollyReadable(module);
  return hidesDamage ? createModule(uri, files, false, companions) : made;
}

function withOnly(file: ModuleFile, pieces: readonly Piece[], isKept: (piece: Piece) => boolean): ModuleFile {
  const blanks: Span[] = [];
  let isOpen = false;
  for (const piece of pieces) {
    const { start, end } = piece.item;
    const isBlank = !isKept(piece);
    if (isBlank) blanks.push({ start: isOpen ? (blanks.pop()?.start ?? start) : start, end });
    isOpen = isBlank;
  }
  if (blanks.length === 0) return file;
  const text = applyEdits(file.syntax.text, blanks.map(blank));
  return { uri: file.uri, syntax: parseFile(file.uri, text) };
}

/** A comment is skipped at once, where white space is looked at. */
function blank(span: Span): TextEdit {
  const length = span.end - span.start;
  return { span, newText: length < 4 ? " ".repeat(length) : `/*${" ".repeat(length - 4)}*/` };
}
