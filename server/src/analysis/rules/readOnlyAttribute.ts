/** `read-only-attribute`: an attribute is set that only the provider fills in. */
import type { Attribute } from "../../hcl/ast.ts";
import { attributeNamed, isSettable } from "../../spacelift/schema.ts";
import { attributesOf } from "../../terraform/block.ts";
import { fixIn, removeItem } from "../edits.ts";
import { inFile, type FamilyBlock } from "../moduleView.ts";
import { aNounOf } from "../words.ts";
import { defineRule } from "./rule.ts";

interface Fact {
  readonly block: FamilyBlock;
  readonly attribute: Attribute;
}

export const readOnlyAttribute = defineRule<Fact>({
  code: "read-only-attribute",
  severity: "error",
  summary: "An attribute is set that only the provider fills in.",
  find: ({ family }) =>
    family.flatMap((block) =>
      attributesOf(block.block.body)
        .filter(({ name, equals }) => equals && isReadOnly(block, name.name))
        .map((attribute) => ({ block, attribute })),
    ),
  tell: ({ block, attribute }) => ({
    location: inFile(block, attribute.name),
    message:
      `${attribute.name.name} of ${aNounOf(block.schema)} is read-only: the provider fills it in, and ` +
      "Terraform refuses a plan that sets it. Remove it.",
  }),
  fix: ({ block, attribute }) => [
    fixIn(block.file, `Remove ${attribute.name.name}`, removeItem(block.file, block.block, attribute)),
  ],
});

function isReadOnly({ schema }: FamilyBlock, name: string): boolean {
  const attribute = attributeNamed(schema, name);
  return attribute !== undefined && !isSettable(attribute);
}
