/**
 * Every reference that Terraform evaluates in a module, with the block it stands in. Places that name an address
 * without reading it (`provider`, `ignore_changes`, the `from` of a `moved` block) are no references.
 */
import type { Attribute, Block, Body, Node } from "../hcl/ast.ts";
import { attributesOf, blocksOf } from "./block.ts";
import type { Declaration, Module, ModuleFile } from "./module.ts";
import { referencesIn, type Reference } from "./references.ts";

export interface PlacedReference {
  readonly reference: Reference;
  readonly file: ModuleFile;
  /** The declaration that holds the reference; undefined inside a block that declares nothing. */
  readonly owner: Declaration | undefined;
  /** In `depends_on`, which names whole things and reads no attribute. */
  readonly inDependsOn: boolean;
}

const addressBlocks: ReadonlySet<string> = new Set(["moved", "removed", "import"]);
const providerAttributes: ReadonlySet<string> = new Set(["provider", "providers"]);

const byModule = new WeakMap<Module, readonly PlacedReference[]>();
const byDeclaration = new WeakMap<Declaration, readonly PlacedReference[]>();

/** All references of the module, in the order in which they are written in each file. */
export function moduleReferences(module: Module): readonly PlacedReference[] {
  const known = byModule.get(module);
  if (known) return known;
  const declared = new Set(
    module.declarations.flatMap((item) => (item.kind === "local" ? [] : [item.block])),
  );
  const all = [
    ...module.declarations.flatMap(declarationReferences),
    ...module.files.flatMap((file) => undeclaredReferences(file, declared)),
  ];
  byModule.set(module, all);
  return all;
}

/** What one declaration reads. */
export function declarationReferences(declaration: Declaration): readonly PlacedReference[] {
  const known = byDeclaration.get(declaration);
  if (known) return known;
  const found = collector(declaration.file, declaration);
  if (declaration.kind === "local") found.addAttribute(declaration.attribute);
  else found.addBody(declaration.block.body, "");
  byDeclaration.set(declaration, found.all);
  return found.all;
}

const addresses = new WeakMap<Declaration, readonly string[]>();

/** The addresses that one declaration reads, each once. */
export function addressesReferredTo(declaration: Declaration): readonly string[] {
  const known = addresses.get(declaration);
  if (known) return known;
  const found = [...new Set(declarationReferences(declaration).map(({ reference }) => reference.address))];
  addresses.set(declaration, found);
  return found;
}

/** References in `check` blocks and the like. */
function undeclaredReferences(file: ModuleFile, declared: ReadonlySet<Block>): readonly PlacedReference[] {
  const found = collector(file, undefined);
  for (const block of blocksOf(file.syntax.body)) {
    const isPlain = block.type.name !== "locals" && !addressBlocks.has(block.type.name);
    if (isPlain && !declared.has(block)) found.addBody(block.body, block.type.name);
  }
  return found.all;
}

interface Collector {
  readonly all: readonly PlacedReference[];
  readonly addBody: (body: Body, parent: string) => void;
  readonly addAttribute: (attribute: Attribute) => void;
}

/** Puts together what one owner reads. */
function collector(file: ModuleFile, owner: Declaration | undefined): Collector {
  const all: PlacedReference[] = [];
  return { all, addBody, addAttribute };

  function addBody(body: Body, parent: string): void {
    for (const item of body.items) {
      if (item.kind === "Attribute") {
        if (parent !== "lifecycle" || item.name.name !== "ignore_changes") addAttribute(item);
      } else if (item.kind === "Block") {
        if (item.type.name === "dynamic") add(item, false);
        else addBody(item.body, item.type.name);
      }
    }
  }

  function addAttribute({ name, value }: Attribute): void {
    if (!providerAttributes.has(name.name)) add(value, name.name === "depends_on");
  }

  function add(node: Node, inDependsOn: boolean): void {
    for (const reference of referencesIn(node)) all.push({ reference, file, owner, inDependsOn });
  }
}

/** `count` or `for_each` of a block, whichever it has. */
export function repetitionOf(block: Block): Attribute | undefined {
  return attributesOf(block.body).find(({ name }) => name.name === "count" || name.name === "for_each");
}
