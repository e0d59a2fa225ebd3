/**
 * Every place of a file that names something, with what it names: the one index that all navigation reads.
 * It depends on the file alone, so an unchanged file keeps its own from one snapshot to the next.
 */
import type { Span } from "../../base/span.ts";
import type { Attribute, Block, Body, Expression, SourceFile } from "../../hcl/ast.ts";
import { walk } from "../../hcl/walk.ts";
import { attributeOf, attributesOf } from "../../terraform/block.ts";
import { isVariablesFile } from "../../terraform/fileKinds.ts";
import type { Declaration, Module, ModuleFile } from "../../terraform/module.ts";
import { referenceFrom, type Reference } from "../../terraform/references.ts";
import { binderOf, bindersOf, traversalsIn, type Traversal } from "../../terraform/traversals.ts";
import { argumentMentions, outputMention, valueMention } from "./calls.ts";
import type { Mention, Subject } from "./mention.ts";
import { isProviderAttribute, providerAddress, providerReferences } from "./providers.ts";
import { labelText, spanOf } from "./spans.ts";

const cache = new WeakMap<SourceFile, readonly Mention[]>();

/** The mentions of one file of the module, in the order of the text. */
export function mentionsIn(module: Module, file: ModuleFile): readonly Mention[] {
  const known = cache.get(file.syntax);
  if (known) return known;
  const found = isVariablesFile(file.uri)
    ? settingMentions(file.syntax.body)
    : [...moduleMentions(module, file)].sort((a, b) => a.span.start - b.span.start);
  cache.set(file.syntax, found);
  return found;
}

/** Those of a file of values. */
function settingMentions(body: Body): readonly Mention[] {
  return attributesOf(body).map((attribute) =>
    valueMention(attribute, { kind: "declared", address: `var.${attribute.name.name}` }),
  );
}

function moduleMentions(module: Module, file: ModuleFile): readonly Mention[] {
  const declarations = module.declarations.filter(({ file: { syntax } }) => syntax === file.syntax);
  return [
    ...declarations.flatMap(declarationMention),
    ...binderMentions(file.syntax.body),
    ...topLevelMentions(file.syntax.body, declarations),
  ];
}

function declarationMention(declaration: Declaration): readonly Mention[] {
  const { nameNode, name, address } = declaration;
  if (!nameNode || name === "") return [];
  const isProvider = declaration.kind === "provider";
  return [
    {
      subject: { kind: "declared", address: isProvider ? providerAddress(declaration.block) : address },
      role: "declaration",
      span: spanOf(nameNode),
      nameSpan: labelText(nameNode),
      isName: !isProvider,
      whole: spanOf(declaration.kind === "local" ? declaration.attribute : declaration.block),
      reference: undefined,
      scope: [],
    },
  ];
}

function binderMentions(body: Body): readonly Mention[] {
  const found: Mention[] = [];
  walk(body, (node) => {
    for (const binder of bindersOf(node)) {
      found.push({
        subject: { kind: "bound", binder },
        role: "declaration",
        span: spanOf(binder),
        nameSpan: labelText(binder),
        isName: true,
        whole: spanOf(node),
        reference: undefined,
        scope: [],
      });
    }
  });
  return found;
}

/** What `self`, `each` and `count` mean inside a block. */
interface Around {
  readonly self: string | undefined;
  readonly each: Attribute | undefined;
  readonly count: Attribute | undefined;
}

/** The blocks in which `count` and `for_each` are Terraform's; in others they are names as good as any. */
const repeatable: ReadonlySet<string> = new Set([
  "resource",
  "data",
  "ephemeral",
  "module",
  "import",
  "provider",
]);

function topLevelMentions(body: Body, declarations: readonly Declaration[]): readonly Mention[] {
  const addresses = new Map(
    declarations.flatMap((item) =>
      item.kind === "resource" || item.kind === "data" ? [[item.block, item.address] as const] : [],
    ),
  );
  return body.items.flatMap((item) => {
    if (item.kind !== "Block") return [];
    const repeats = repeatable.has(item.type.name);
    const around = {
      self: addresses.get(item),
      each: repeats ? attributeOf(item, "for_each") : undefined,
      count: repeats ? attributeOf(item, "count") : undefined,
    };
    return [...repetitionMentions(around), ...argumentMentions(item), ...bodyMentions(item, around)];
  });
}

function repetitionMentions({ each, count }: Around): readonly Mention[] {
  return [each, count]
    .filter((attribute) => attribute !== undefined)
    .map((attribute) => ({
      subject: { kind: "repetition", attribute },
      role: "declaration",
      span: spanOf(attribute.name),
      nameSpan: spanOf(attribute.name),
      isName: false,
      whole: spanOf(attribute),
      reference: undefined,
      scope: [],
    }));
}

function bodyMentions(block: Block, around: Around): readonly Mention[] {
  return block.body.items.flatMap((item) => {
    switch (item.kind) {
      case "Attribute":
        return attributeMentions(block, item, around);
      case "Block":
        return item.type.name === "dynamic"
          ? traversalMentions(item, around).flatMap(withOutput)
          : bodyMentions(item, around);
      case "BogusItem":
        return [];
    }
  });
}

function attributeMentions(block: Block, { name, value }: Attribute, around: Around): readonly Mention[] {
  if (block.type.name === "lifecycle" && name.name === "ignore_changes") return [];
  if (isProviderAttribute(name.name)) return providerMentions(value);
  const found = traversalMentions(value, around);
  return isAddress(block, name.name) ? found : found.flatMap(withOutput);
}

/** In such blocks `module.x.t.n` is a resource of the module and no output. */
const addressBlocks: ReadonlySet<string> = new Set(["moved", "removed", "import"]);

function isAddress({ type }: Block, attribute: string): boolean {
  return addressBlocks.has(type.name) && (attribute === "from" || attribute === "to");
}

function withOutput(mention: Mention): readonly Mention[] {
  const output = outputMention(mention);
  return output ? [mention, output] : [mention];
}

function traversalMentions(node: Block | Expression, around: Around): readonly Mention[] {
  return traversalsIn(node).flatMap((traversal) => mentionOf(traversal, around) ?? []);
}

function mentionOf(traversal: Traversal, around: Around): Mention | undefined {
  const { root, node, scope } = traversal;
  const common = { role: "reference", whole: spanOf(node), scope } as const;
  const binder = binderOf(traversal);
  if (binder) {
    const span = spanOf(root);
    return {
      ...common,
      subject: { kind: "bound", binder },
      span,
      nameSpan: span,
      isName: true,
      reference: undefined,
    };
  }
  const reference = referenceFrom(traversal);
  const subject = reference && subjectOf(reference, around);
  if (!subject) return undefined;
  const span = subject.kind === "repetition" ? withFirstStep(reference) : spanOf(reference.addressSpan);
  const nameSpan = reference.nameSpan ? spanOf(reference.nameSpan) : span;
  return { ...common, subject, span, nameSpan, isName: reference.nameSpan !== undefined, reference };
}

function subjectOf({ kind, name, address }: Reference, around: Around): Subject | undefined {
  switch (kind) {
    case "each":
    case "count": {
      const attribute = around[kind];
      return attribute && { kind: "repetition", attribute };
    }
    case "self":
      return around.self === undefined ? undefined : { kind: "declared", address: around.self };
    case "path":
    case "terraform":
      return undefined;
    default:
      return name === "" ? undefined : { kind: "declared", address };
  }
}

/** `each.value` and `count.index` are words of their own. */
function withFirstStep({ addressSpan, steps: [first] }: Reference): Span {
  return { start: addressSpan.start, end: first?.kind === "attribute" ? first.span.end : addressSpan.end };
}

function providerMentions(value: Expression): readonly Mention[] {
  return providerReferences(value).map(({ address, span }) => ({
    subject: { kind: "declared", address },
    role: "reference",
    span,
    nameSpan: span,
    isName: false,
    whole: span,
    reference: undefined,
    scope: [],
  }));
}
