/** Labels: those by which an integration attaches itself, and those in use on stacks, modules and integrations. */
import type { Attribute, Expression } from "../../hcl/ast.ts";
import { attributeOf } from "../../terraform/block.ts";
import type { Module } from "../../terraform/module.ts";
import { autoattachPrefix } from "../../spacelift/labels.ts";
import type { BlockSchema } from "../../spacelift/schema.ts";
import type { CompletionItem } from "../completionItem.ts";
import type { CompletionContext } from "./context.ts";
import { insertLiteralText, insertText } from "./insertion.ts";
import type { ValuePlace } from "./place.ts";
import { literalText } from "../literals.ts";

export function labelValueItems(
  context: CompletionContext,
  place: ValuePlace,
  schema: BlockSchema,
): readonly CompletionItem[] {
  const onIntegrations = labelsOn(context.module, ["spacelift_aws_integration"], place.attribute).filter(
    ({ label }) => !label.startsWith(autoattachPrefix),
  );
  const plain = onIntegrations.map(({ label, users }) => item(context, place, label, `on ${users}`, 150));
  const all = schema.mode === "data" ? plain : [...autoattachItems(context, place), ...plain];
  const present = new Set(labelsIn(place.attribute.value));
  return all.filter(({ label }) => !present.has(label));
}

function autoattachItems(context: CompletionContext, place: ValuePlace): readonly CompletionItem[] {
  const targets = labelsOn(context.module, ["spacelift_stack", "spacelift_module"]);
  return [
    ...targets.map(({ label, users }) =>
      item(context, place, autoattachPrefix + label, `attaches to ${users}`, 100),
    ),
    {
      kind: "value",
      label: autoattachPrefix,
      detail: "attach to what has the label",
      documentation: needsEnabling,
      rank: 120,
      ...insertText(place, context.text, autoattachPrefix, `${autoattachPrefix}\${1:label}`),
    },
  ];
}

const needsEnabling =
  "Attaches the integration to each stack and module that has the label behind the colon. It needs " +
  "`autoattach_enabled = true`.";

function item(
  { text }: CompletionContext,
  place: ValuePlace,
  label: string,
  detail: string,
  rank: number,
): CompletionItem {
  const documentation = label.startsWith(autoattachPrefix) ? needsEnabling : "";
  return { kind: "value", label, detail, documentation, rank, ...insertLiteralText(place, text, label) };
}

interface UsedLabel {
  readonly label: string;
  /** Addresses of what has the label. */
  readonly users: string;
}

/** The labels of all resources of the types, without those that `apart` sets. */
function labelsOn(module: Module, types: readonly string[], apart?: Attribute): readonly UsedLabel[] {
  const users = new Map<string, string[]>();
  for (const declaration of module.declarations) {
    if (declaration.kind !== "resource" || !types.includes(declaration.type)) continue;
    const attribute = attributeOf(declaration.block, "labels");
    if (!attribute || attribute === apart) continue;
    for (const label of labelsIn(attribute.value)) {
      users.set(label, [...(users.get(label) ?? []), declaration.address]);
    }
  }
  return [...users].map(([label, addresses]) => ({ label, users: addresses.join(", ") }));
}

function labelsIn(value: Expression): readonly string[] {
  return value.kind === "TupleConstructor"
    ? value.elements.flatMap(literalText).filter((label) => label !== "")
    : [];
}
