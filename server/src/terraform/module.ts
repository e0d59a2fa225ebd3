/**
 * A module as Terraform sees a folder: its files, and everything that they declare, by address.
 * Declarations stay in the order in which they are written, broken and doubled ones included.
 */
import type { Attribute, Block, BodyItem, Identifier, Label, SourceFile } from "../hcl/ast.ts";
import { isOverrideFile } from "./fileKinds.ts";
import { noReads, type Reads } from "./reads.ts";

export interface ModuleFile {
  readonly uri: string;
  readonly syntax: SourceFile;
}

export interface Module {
  /** The folder's URI, without a slash at its end. */
  readonly uri: string;
  readonly files: readonly ModuleFile[];
  /** False where a file of the folder could not be read, so that there may be more declarations. */
  readonly complete: boolean;
  readonly declarations: readonly Declaration[];
  /** Those in override files, in the order in which they are merged. */
  readonly overrides: readonly Declaration[];
  /** What override files say of an address stands behind what they change. */
  readonly byAddress: ReadonlyMap<string, readonly Declaration[]>;
  readonly companions: Companions;
}

/** What lies beside the files of a module and counts for it. */
interface Companions {
  /** Of values for variables, where Terraform is run in the folder; in the order in which it reads them: later win. */
  readonly variableFiles: readonly ModuleFile[];
  /** The chosen versions of providers. */
  readonly lockFile: ModuleFile | undefined;
  /** What functions such as `file` read. */
  readonly reads: Reads;
}

const noCompanions: Companions = { variableFiles: [], lockFile: undefined, reads: noReads };

export type DeclarationKind =
  "resource" | "data" | "ephemeral" | "variable" | "local" | "output" | "module" | "provider" | "terraform";

interface DeclarationBase {
  readonly kind: DeclarationKind;
  /** As expressions write it: `aws_iam_role.x`, `data.t.n`, `var.x`, `local.x`, `module.x`; `output.x` for outputs. */
  readonly address: string;
  /** The resource type; empty for everything else. */
  readonly type: string;
  readonly name: string;
  readonly file: ModuleFile;
  /** What a rename would change: the label of the name, or the local's own name. */
  readonly nameNode: Label | Identifier | undefined;
}

export interface BlockDeclaration extends DeclarationBase {
  readonly kind: Exclude<DeclarationKind, "local">;
  readonly block: Block;
}

export interface LocalDeclaration extends DeclarationBase {
  readonly kind: "local";
  readonly attribute: Attribute;
}

export type Declaration = BlockDeclaration | LocalDeclaration;

export function createModule(
  uri: string,
  files: readonly ModuleFile[],
  complete = true,
  companions = noCompanions,
): Module {
  const declarations = files.flatMap(declarationsOf);
  const overrides = declarations.filter(isOverride);
  const ordered =
    overrides.length === 0
      ? declarations
      : [...declarations.filter((declaration) => !isOverride(declaration)), ...overrides];
  const byAddress = new Map<string, Declaration[]>();
  for (const declaration of ordered) {
    const same = byAddress.get(declaration.address);
    if (same) same.push(declaration);
    else byAddress.set(declaration.address, [declaration]);
  }
  return { uri, files, complete, declarations, overrides, byAddress, companions };
}

/** True for what changes another declaration. */
export function isOverride({ file }: Declaration): boolean {
  return isOverrideFile(file.uri);
}

/** The first declaration of the address that is no override; Terraform refuses a second one. */
export function declarationOf(module: Module, address: string): Declaration | undefined {
  return module.byAddress.get(address)?.[0];
}

/** The declaration in which an offset of a file lies. */
export function declarationAt(module: Module, uri: string, offset: number): Declaration | undefined {
  const files = filesByUri.get(module) ?? new Map(module.files.map((file) => [file.uri, file]));
  filesByUri.set(module, files);
  const file = files.get(uri);
  if (!file) return undefined;
  const declarations = declarationsOf(file);
  let [low, high] = [0, declarations.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(declarations[middle]) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = declarations[low - 1];
  return found && offset < nodeOf(found).end ? found : undefined;
}

const filesByUri = new WeakMap<Module, ReadonlyMap<string, ModuleFile>>();

function startOf(declaration: Declaration | undefined): number {
  return declaration ? nodeOf(declaration).start : 0;
}

/** The block, or the attribute of a local. */
export function nodeOf(declaration: Declaration): Block | Attribute {
  return declaration.kind === "local" ? declaration.attribute : declaration.block;
}

/** All resources or data sources of a type, in the order of the files. */
export function declarationsOfType(
  module: Module,
  kind: "resource" | "data",
  type: string,
): readonly BlockDeclaration[] {
  const known = declarationsByType.get(module) ?? groupByType(module);
  declarationsByType.set(module, known);
  return known.get(`${kind} ${type}`) ?? [];
}

const declarationsByType = new WeakMap<Module, ReadonlyMap<string, readonly BlockDeclaration[]>>();

function groupByType({ declarations }: Module): ReadonlyMap<string, readonly BlockDeclaration[]> {
  const found = new Map<string, BlockDeclaration[]>();
  for (const declaration of declarations) {
    if (declaration.kind !== "resource" && declaration.kind !== "data") continue;
    const key = `${declaration.kind} ${declaration.type}`;
    const same = found.get(key);
    if (same) same.push(declaration);
    else found.set(key, [declaration]);
  }
  return found;
}

const declarationCache = new WeakMap<SourceFile, readonly Declaration[]>();

/** Declarations depend on the file alone, so an unchanged file keeps its own across snapshots. */
function declarationsOf(file: ModuleFile): readonly Declaration[] {
  const known = declarationCache.get(file.syntax);
  if (known && known[0]?.file.uri === file.uri) return known;
  const declarations = file.syntax.body.items.flatMap((item) => declarationsIn(file, item));
  declarationCache.set(file.syntax, declarations);
  return declarations;
}

function declarationsIn(file: ModuleFile, item: BodyItem): readonly Declaration[] {
  if (item.kind !== "Block") return [];
  if (item.type.name === "locals") return localsIn(file, item);
  const declaration = blockDeclaration(file, item);
  return declaration ? [declaration] : [];
}

function localsIn(file: ModuleFile, block: Block): readonly LocalDeclaration[] {
  return block.body.items
    .filter((item) => item.kind === "Attribute")
    .map((attribute) => ({
      kind: "local",
      address: `local.${attribute.name.name}`,
      type: "",
      name: attribute.name.name,
      file,
      nameNode: attribute.name,
      attribute,
    }));
}

function blockDeclaration(file: ModuleFile, block: Block): BlockDeclaration | undefined {
  const [first, second] = block.labels;
  const kind = block.type.name;
  switch (kind) {
    case "resource":
    case "data":
    case "ephemeral": {
      const type = first?.value ?? "";
      const name = second?.value ?? "";
      const prefix = kind === "resource" ? "" : `${kind}.`;
      return { kind, address: `${prefix}${type}.${name}`, type, name, file, nameNode: second, block };
    }
    case "variable":
      return named(kind, "var");
    case "output":
    case "module":
    case "provider":
      return named(kind, kind);
    case "terraform":
      return { kind, address: kind, type: "", name: "", file, nameNode: undefined, block };
    default:
      return undefined;
  }

  function named(kindOf: "variable" | "output" | "module" | "provider", root: string): BlockDeclaration {
    const name = first?.value ?? "";
    return { kind: kindOf, address: `${root}.${name}`, type: "", name, file, nameNode: first, block };
  }
}
