/** `duplicate-attribute`: an attribute is set twice in one block. */
import type { Attribute } from "../../hcl/ast.ts";
import { attributesOf } from "../../terraform/block.ts";
import { hasMergeMarkers } from "../damage.ts";
import { fixIn, removeItem } from "../edits.ts";
import type { Fix } from "../finding.ts";
import { inFile, type FamilyBlock } from "../moduleView.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly block: FamilyBlock;
  readonly first: Attribute;
  readonly again: Attribute;
}

export const duplicateAttribute = defineRule<Fact>({
  code: "duplicate-attribute",
  severity: "error",
  summary: "An attribute is set twice in one block.",
  find: ({ family }) => family.filter(({ file }) => !hasMergeMarkers(file)).flatMap(duplicatesIn),
  tell,
  fix,
});

function duplicatesIn(block: FamilyBlock): readonly Fact[] {
  const first = new Map<string, Attribute>();
  const facts: Fact[] = [];
  for (const attribute of attributesOf(block.block.body)) {
    if (!attribute.equals) continue;
    const before = first.get(attribute.name.name);
    if (before) facts.push({ block, first: before, again: attribute });
    else first.set(attribute.name.name, attribute);
  }
  return facts;
}

function tell({ block, first, again }: Fact): Report {
  const name = again.name.name;
  return {
    location: inFile(block, again.name),
    message: `${name} is set twice here, which Terraform refuses to read. Keep one of the two.`,
    related: [{ location: inFile(block, first.name), message: `${name} is first set here.` }],
  };
}

function fix({ block, first, again }: Fact): readonly Fix[] {
  const { file } = block;
  return [
    fixIn(file, `Remove this ${again.name.name}`, removeItem(file, block.block, again)),
    fixIn(file, `Remove the first ${first.name.name}`, removeItem(file, block.block, first), false),
  ];
}
