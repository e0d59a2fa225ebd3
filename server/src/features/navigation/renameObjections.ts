/** Why a thing cannot be renamed at all, or not to this name; as sentences for the user. */
import { assertNever } from "../../base/assertNever.ts";
import { identifierEnd } from "../../hcl/characters.ts";
import { attributeOf, blocksOf } from "../../terraform/block.ts";
import { declarationOf, type Declaration, type Module } from "../../terraform/module.ts";
import { referenceOf } from "../../terraform/references.ts";
import { binderName, binderOf, traversalsIn, type Binder } from "../../terraform/traversals.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { nameOf } from "../../workspace/uris.ts";
import { reservedForModules } from "./calls.ts";
import { filesNaming, mentionsOf, type PlacedMention } from "./place.ts";
import { subjectName, type HomedSubject } from "./subjects.ts";

/** Undefined where it can be renamed. */
export function renameObjection(mention: PlacedMention): string | undefined {
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
      return declarationOf(subject.home, address)
        ? undefined
        : `\`${address}\` is not declared in ${folderName(mention)}, so there is nothing to rename.`;
    }
    default:
      return assertNever(subject);
  }
}

function folderName({ subject: { home }, file }: PlacedMention): string {
  return filesNaming(home).includes(file) ? "this folder" : nameOf(home.uri);
}

/** Undefined where the new name is free. */
export function newNameObjection(
  snapshot: Snapshot,
  { subject, file }: PlacedMention,
  newName: string,
): string | undefined {
  if (!isIdentifier(newName)) {
    return `\`${newName}\` is no name: use letters, digits, \`_\` and \`-\`, and begin with a letter or \`_\`.`;
  }
  switch (subject.kind) {
    case "declared":
      return declaredNameObjection(subject, newName) ?? valueObjection(snapshot, subject, newName);
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

function declaredNameObjection(subject: HomedSubject, newName: string): string | undefined {
  const { home, address } = subject;
  const newAddress = renamedAddress(subject, newName);
  const other = declarationOf(home, newAddress);
  if (other) return `\`${newAddress}\` exists already, in ${fileName(other)}.`;
  if (address.startsWith("var.") && reservedForModules.has(newName)) {
    return `A variable cannot be called \`${newName}\`: in a module block that word is Terraform's own.`;
  }
  return isLeft(home, newAddress)
    ? `A \`moved\` or \`removed\` block says that nothing is called \`${newAddress}\` any more.`
    : undefined;
}

function renamedAddress(subject: HomedSubject, newName: string): string {
  return subject.address.slice(0, subject.address.length - subjectName(subject).length) + newName;
}

/** Two values of one name cannot stand together, and one that nothing declares would begin to count. */
function valueObjection(snapshot: Snapshot, subject: HomedSubject, newName: string): string | undefined {
  const address = renamedAddress(subject, newName);
  const taken = mentionsOf(snapshot, { ...subject, address }).find(({ role }) => role === "value");
  return taken && `\`${newName}\` is set already, in ${nameOf(taken.file.uri)}.`;
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
