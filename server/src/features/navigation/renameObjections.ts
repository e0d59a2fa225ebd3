/** Why a thing cannot be renamed at all, or not to this name; as sentences for the user. */
import { assertNever } from "../../base/assertNever.ts";
import { identifierEnd } from "../../hcl/characters.ts";
import { attributeOf, blocksOf } from "../../terraform/block.ts";
import { declarationOf, type Declaration, type Module } from "../../terraform/module.ts";
import { referenceOf } from "../../terraform/references.ts";
import { binderName, binderOf, traversalsIn, type Binder } from "../../terraform/traversals.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { nameOf } from "../../workspace/uris.ts";
import type { PlacedMention } from "./place.ts";

/** Undefined where it can be renamed. */
export function renameObjection({ module }: Snapshot, mention: PlacedMention): string | undefined {
  const { subject, reference, isName } = mention;
  switch (subject.kind) {
    case "repetition":
      return "`each` and `count` are Terraform's own names. Rename what they run over instead.";
    case "bound":
      return subject.binder.kind === "Label"
        ? "This name is the block type that `dynamic` makes. Add `iterator = another_name` to use another one."
        : undefined;
    case "declared": {
      const { address } = subject;
      if (reference?.kind === "self")
        return `\`self\` is Terraform's own name. Rename \`${address}\` instead.`;
      if (!isName) return "Provider names are not changed here: edit the provider block and what chooses it.";
      const declaration = declarationOf(module, address);
      if (!declaration)
        return `\`${address}\` is not declared in this folder, so there is nothing to rename.`;
      return declaration.kind === "output"
        ? "Outputs are read from outside this folder, where this rename could not follow."
        : undefined;
    }
    default:
      return assertNever(subject);
  }
}

/** Undefined where the new name is free. */
export function newNameObjection(
  { module }: Snapshot,
  { subject, file }: PlacedMention,
  newName: string,
): string | undefined {
  if (!isIdentifier(newName)) {
    return `\`${newName}\` is no name: use letters, digits, \`_\` and \`-\`, and begin with a letter or \`_\`.`;
  }
  switch (subject.kind) {
    case "declared":
      return declaredNameObjection(module, subject.address, newName);
    case "bound":
      return boundNameObjection(traversalsIn(file.syntax.body), subject.binder, newName);
    case "repetition":
      return undefined;
    default:
      return assertNever(subject);
  }
}

function isIdentifier(name: string): boolean {
  return name !== "" && identifierEnd(name, 0, name.length) === name.length;
}

/** https://developer.hashicorp.com/terraform/language/values/variables#declaring-an-input-variable */
const reservedForModules: ReadonlySet<string> = new Set([
  "source",
  "version",
  "providers",
  "count",
  "for_each",
  "lifecycle",
  "depends_on",
  "locals",
]);

function declaredNameObjection(module: Module, address: string, newName: string): string | undefined {
  const newAddress = `${address.slice(0, address.lastIndexOf("."))}.${newName}`;
  const other = declarationOf(module, newAddress);
  if (other) return `\`${newAddress}\` exists already, in ${fileName(other)}.`;
  if (address.startsWith("var.") && reservedForModules.has(newName)) {
    return `A variable cannot be called \`${newName}\`: in a module block that word is Terraform's own.`;
  }
  return isLeft(module, newAddress)
    ? `A \`moved\` or \`removed\` block says that nothing is called \`${newAddress}\` any more.`
    : undefined;
}

function fileName({ file }: Declaration): string {
  return nameOf(file.uri);
}

/** True for an address that a `moved` or `removed` block has in its `from`: Terraform refuses to see it again. */
function isLeft(module: Module, address: string): boolean {
  const bodies = module.files.map(({ syntax }) => syntax.body);
  return bodies
    .flatMap((body) => [...blocksOf(body, "moved"), ...blocksOf(body, "removed")])
    .flatMap((block) => attributeOf(block, "from") ?? [])
    .map(({ value }) => referenceOf(value))
    .some((from) => from?.address === address && from.steps.length === 0);
}

/** Words that cannot name what a `for` goes through. */
const keywords: ReadonlySet<string> = new Set(["for", "in", "if", "true", "false", "null"]);

/** Each name must be bound by the same node after the rename as before. */
function boundNameObjection(
  traversals: ReturnType<typeof traversalsIn>,
  renamed: Binder,
  newName: string,
): string | undefined {
  if (keywords.has(newName)) return `\`${newName}\` is a word of the language and cannot be a name here.`;
  const newNameOf = (binder: Binder): string => (binder === renamed ? newName : binderName(binder));
  const isConfused = traversals.some((traversal) => {
    const before = binderOf(traversal);
    const root = before === renamed ? newName : traversal.root.name;
    return traversal.scope.findLast((binder) => newNameOf(binder) === root) !== before;
  });
  return isConfused ? `\`${newName}\` already means something else in this expression.` : undefined;
}
