/** Looks things up in a block's body. */
import type { Attribute, Block, Body } from "../hcl/ast.ts";

/** The first attribute of the name; Terraform refuses a second one. */
export function attributeOf(block: Block, name: string): Attribute | undefined {
  const { items } = block.body;
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (item?.kind === "Attribute" && item.name.name === name) return item;
  }
  return undefined;
}

export function attributesOf(body: Body): readonly Attribute[] {
  return body.items.filter((item) => item.kind === "Attribute");
}

export function blocksOf(body: Body, type?: string): readonly Block[] {
  return body.items.filter(
    (item): item is Block => item.kind === "Block" && (type === undefined || item.type.name === type),
  );
}
