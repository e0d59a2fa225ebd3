/** `unknown-attribute`: an attribute that the type does not have. */
import type { Attribute } from "../../hcl/ast.ts";
import { homeOf, type Meant } from "../../spacelift/confusions.ts";
import { attributeNamed, isSettable, type BlockSchema } from "../../spacelift/schema.ts";
import { attributesOf } from "../../terraform/block.ts";
import { isMetaAttribute } from "../../terraform/metaArguments.ts";
import { fixIn, removeItem, renameAttribute } from "../edits.ts";
import type { Fix } from "../finding.ts";
import { isNeeded, meantBy } from "../meantAttributes.ts";
import { inFile, type FamilyBlock } from "../moduleView.ts";
import { aNounOf, capitalised } from "../words.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly block: FamilyBlock;
  readonly attribute: Attribute;
  readonly meant: Meant | undefined;
}

export const unknownAttribute = defineRule<Fact>({
  code: "unknown-attribute",
  severity: "error",
  summary: "An attribute that the type does not have.",
  find: ({ family }) =>
    family.flatMap((block) =>
      attributesOf(block.block.body)
        .filter(({ equals, name }) => equals && !isKnown(block.schema, name.name))
        .map((attribute) => ({ block, attribute, meant: meantBy(block, attribute.name.name) })),
    ),
  tell,
  fix,
});

function isKnown(schema: BlockSchema, name: string): boolean {
  return isMetaAttribute(schema.mode, name) || attributeNamed(schema, name) !== undefined;
}

function tell({ block, attribute, meant }: Fact): Report {
  const { schema } = block;
  const name = attribute.name.name;
  return {
    location: inFile(block, attribute.name),
    message: `${capitalised(aNounOf(schema))} has no ${name}, so Terraform refuses to plan. ${advice(schema, name, meant)}`,
  };
}

function advice(schema: BlockSchema, name: string, meant: Meant | undefined): string {
  if (meant?.value !== undefined) return `Set ${meant.name} to ${meant.value} instead.`;
  if (meant) return `Did you mean ${meant.name}?`;
  const home = homeOf(schema, name);
  if (home) return `It belongs on a ${home.type}.`;
  return schema.attributes.some(isSettable) ? "Remove it." : "Nothing can be set here: remove it.";
}

/** Another value is for a person to find, and what the block needs is not to be taken away. */
function fix({ block, attribute, meant }: Fact): readonly Fix[] {
  const { file } = block;
  const isNeededHere = meant !== undefined && isNeeded(block, meant.name);
  const removed = removeItem(file, block.block, attribute);
  const remove = isNeededHere
    ? []
    : [fixIn(file, `Remove ${attribute.name.name}`, removed, meant === undefined)];
  if (!meant || meant.value !== undefined) return remove;
  const renamed = renameAttribute(file, block.block, attribute, meant.name);
  return [fixIn(file, `Rename to ${meant.name}`, renamed), ...remove];
}
