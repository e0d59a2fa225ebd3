/** `read-only-attribute`: an attribute is set that only the provider fills in. */
import type { Attribute } from "../../hcl/ast.ts";
import type { Meant } from "../../spacelift/confusions.ts";
import { attributeNamed, isSettable } from "../../spacelift/schema.ts";
import { attributesOf } from "../../terraform/block.ts";
import { fixIn, removeItem, renameAttribute } from "../edits.ts";
import type { Fix } from "../finding.ts";
import { confusedBy } from "../meantAttributes.ts";
import { inFile, type FamilyBlock } from "../moduleView.ts";
import { aNounOf } from "../words.ts";
import { defineRule } from "./rule.ts";

interface Fact {
  readonly block: FamilyBlock;
  readonly attribute: Attribute;
  readonly meant: Meant | undefined;
}

export const readOnlyAttribute = defineRule<Fact>({
  code: "read-only-attribute",
  severity: "error",
  summary: "An attribute is set that only the provider fills in.",
  find: ({ family }) =>
    family.flatMap((block) =>
      attributesOf(block.block.body)
        .filter(({ name, equals }) => equals && isReadOnly(block, name.name))
        .map((attribute) => ({ block, attribute, meant: confusedBy(block, attribute.name.name) })),
    ),
  tell: ({ block, attribute, meant }) => ({
    location: inFile(block, attribute.name),
    message:
      `${attribute.name.name} of ${aNounOf(block.schema)} is read-only, so Terraform refuses to plan. ` +
      (meant ? `Did you mean ${meant.name}?` : "Remove it."),
  }),
  fix,
});

function fix({ block: { block, file }, attribute, meant }: Fact): readonly Fix[] {
  return meant
    ? [fixIn(file, `Rename to ${meant.name}`, renameAttribute(file, block, attribute, meant.name))]
    : [fixIn(file, `Remove ${attribute.name.name}`, removeItem(file, block, attribute))];
}

function isReadOnly({ schema }: FamilyBlock, name: string): boolean {
  const attribute = attributeNamed(schema, name);
  return attribute !== undefined && !isSettable(attribute);
}
