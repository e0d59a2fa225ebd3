/** `unknown-block`: a nested block that the type does not have. */
import type { Block } from "../../hcl/ast.ts";
import { attributeNamed } from "../../spacelift/schema.ts";
import { blocksOf } from "../../terraform/block.ts";
import { isMetaBlock } from "../../terraform/metaArguments.ts";
import { fixIn, removeItem } from "../edits.ts";
import { headerOf, inFile, type FamilyBlock } from "../moduleView.ts";
import { aNounOf, capitalised } from "../words.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly block: FamilyBlock;
  readonly nested: Block;
  /** The type of the nested block; for a `dynamic` one, the type that it makes. */
  readonly type: string;
}

export const unknownBlock = defineRule<Fact>({
  code: "unknown-block",
  severity: "error",
  summary: "A nested block that the type does not have.",
  find: ({ family }) =>
    family.flatMap((block) =>
      blocksOf(block.block.body)
        .map((nested) => ({ block, nested, type: typeOf(nested) }))
        .filter(({ nested, type }) => nested.open && type !== "" && !isKnown(block, nested, type)),
    ),
  tell,
  fix: ({ block, nested, type }) =>
    nested.close ? [fixIn(block.file, `Remove ${type}`, removeItem(block.file, block.block, nested))] : [],
});

function typeOf({ type, labels }: Block): string {
  return type.name === "dynamic" ? (labels[0]?.value ?? "") : type.name;
}

function isKnown({ schema }: FamilyBlock, nested: Block, type: string): boolean {
  if (schema.blocks.includes(type)) return true;
  return nested.type.name !== "dynamic" && isMetaBlock(schema.mode, type);
}

function tell({ block, nested, type }: Fact): Report {
  const isAttribute = attributeNamed(block.schema, type) !== undefined;
  return {
    location: inFile(block, headerOf(nested)),
    message:
      `${capitalised(aNounOf(block.schema))} has no ${type} block, so Terraform refuses to plan. ` +
      (isAttribute ? `${type} is an attribute: write ${type} = ... instead.` : "Remove it."),
  };
}
