/** Where a block or an object literal sets what a reference's steps name. */
import type { Span } from "../../base/span.ts";
import type { Expression, ObjectConstructor, ObjectItem } from "../../hcl/ast.ts";
import { literalText } from "../../hcl/literal.ts";
import { attributeOf } from "../../terraform/block.ts";
import type { Declaration } from "../../terraform/module.ts";
import { spanOf } from "./spans.ts";

interface Member {
  readonly span: Span;
  readonly nameSpan: Span;
}

/** The deepest step that is written out; undefined where not even the first one is. */
export function memberOf(declaration: Declaration, names: readonly string[]): Member | undefined {
  switch (declaration.kind) {
    case "local":
      return itemMember(declaration.attribute.value, names);
    case "resource":
    case "data":
    case "ephemeral": {
      const [first, ...others] = names;
      const attribute = first === undefined ? undefined : attributeOf(declaration.block, first);
      return (
        attribute &&
        (itemMember(attribute.value, others) ?? { span: spanOf(attribute), nameSpan: spanOf(attribute.name) })
      );
    }
    default:
      return undefined;
  }
}

function itemMember(value: Expression, [first, ...others]: readonly string[]): Member | undefined {
  if (first === undefined || value.kind !== "ObjectConstructor") return undefined;
  const item = itemNamed(value, first);
  return item && (itemMember(item.value, others) ?? { span: spanOf(item), nameSpan: spanOf(item.key) });
}

function itemNamed({ items }: ObjectConstructor, name: string): ObjectItem | undefined {
  return items.find(({ key }) => (key.kind === "Variable" ? key.name : literalText(key)) === name);
}
