/**
 * Provider configurations and where they are chosen: `provider = aws.x`, `providers = { aws = aws.x }`.
 * https://developer.hashicorp.com/terraform/language/meta-arguments/resource-provider
 */
import type { Span } from "../../base/span.ts";
import type { Block, Expression } from "../../hcl/ast.ts";
import { literalString } from "../../hcl/literal.ts";
import { attributeOf } from "../../terraform/block.ts";
import { traversalsIn, type Traversal } from "../../terraform/traversals.ts";
import { spanOf } from "./spans.ts";

const attributes: ReadonlySet<string> = new Set(["provider", "providers", "configuration_aliases"]);

/** True for an attribute whose value names provider configurations instead of reading something. */
export function isProviderAttribute(name: string): boolean {
  return attributes.has(name);
}

/** `provider.aws`, or `provider.aws.x` with an alias. */
export function providerAddress(block: Block): string {
  const alias = attributeOf(block, "alias");
  const name = alias && literalString(alias.value);
  return ["provider", block.labels[0]?.value ?? "", ...(name === undefined ? [] : [name])].join(".");
}

interface ProviderReference {
  readonly address: string;
  readonly span: Span;
}

/** The configurations that the value names; the keys of `providers` are the child module's own names. */
export function providerReferences(value: Expression): readonly ProviderReference[] {
  const values = value.kind === "ObjectConstructor" ? value.items.map((item) => item.value) : [value];
  return values.flatMap(traversalsIn).flatMap((traversal) => referenceFrom(traversal));
}

function referenceFrom({ root, links: [first] }: Traversal): ProviderReference {
  if (first?.kind !== "GetAttribute" || !first.name) {
    return { address: `provider.${root.name}`, span: spanOf(root) };
  }
  return {
    address: `provider.${root.name}.${first.name.name}`,
    span: { start: root.start, end: first.end },
  };
}
