/**
 * Every reference that Terraform evaluates in a module, with the block it stands in. Places that name an address
 * without reading it (`provider`, `ignore_changes`, the `from` of a `moved` block) are no references.
 */
import type { Attribute, Block, Body } from "../hcl/ast.ts";
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

type Found = Pick<PlacedReference, "reference" | "inDependsOn">;

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
  const { file } = declaration;
  const found =
    declaration.kind === "local"
      ? attributeReferences(declaration.attribute)
      : bodyReferences(declaration.block.body, "");
  const placed = found.map((item) => ({ ...item, file, owner: declaration }));
  byDeclaration.set(declaration, placed);
  return placed;
}

/** References in `check` blocks and the like. */
function undeclaredReferences(file: ModuleFile, declared: ReadonlySet<Block>): readonly PlacedReference[] {
  return blocksOf(file.syntax.body)
    .filter(({ type }) => type.name !== "locals" && !addressBlocks.has(type.name))
    .filter((block) => !declared.has(block))
    .flatMap((block) => bodyReferences(block.body, block.type.name))
    .map((item) => ({ ...item, file, owner: undefined }));
}

function bodyReferences(body: Body, parent: string): readonly Found[] {
  return body.items.flatMap((item) => {
    switch (item.kind) {
      case "Attribute":
        return parent === "lifecycle" && item.name.name === "ignore_changes" ? [] : attributeReferences(item);
      case "Block":
        return item.type.name === "dynamic"
          ? referencesIn(item).map((reference) => ({ reference, inDependsOn: false }))
          : bodyReferences(item.body, item.type.name);
      case "BogusItem":
        return [];
    }
  });
}

function attributeReferences({ name, value }: Attribute): readonly Found[] {
  if (providerAttributes.has(name.name)) return [];
  const inDependsOn = name.name === "depends_on";
  return referencesIn(value).map((reference) => ({ reference, inDependsOn }));
}

/** `count` or `for_each` of a block, whichever it has. */
export function repetitionOf(block: Block): Attribute | undefined {
  return attributesOf(block.body).find(({ name }) => name.name === "count" || name.name === "for_each");
}
