/** `missing-attribute`: a required attribute is absent. */
import type { AttributeSchema } from "../../spacelift/schema.ts";
import { isIntact } from "../damage.ts";
import { fixIn, insertAttributes } from "../edits.ts";
import type { Fix } from "../finding.ts";
import { attributesMeant } from "../meantAttributes.ts";
import { attribute, headerOf, inFile, type FamilyBlock, type ModuleView } from "../moduleView.ts";
import { suggestedValue } from "../suggestedValue.ts";
import { listed, nounOf } from "../words.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly block: FamilyBlock;
  readonly missing: readonly AttributeSchema[];
}

export const missingAttribute = defineRule<Fact>({
  code: "missing-attribute",
  severity: "error",
  summary: "A required attribute is absent.",
  find: ({ family }) =>
    family.filter(isIntact).flatMap((block) => {
      const meant = attributesMeant(block);
      const missing = block.schema.attributes.filter(
        ({ name, presence }) => presence === "required" && !attribute(block, name) && !meant.has(name),
      );
      return missing.length === 0 ? [] : [{ block, missing }];
    }),
  tell,
  fix,
});

function tell({ block, missing }: Fact): Report {
  const names = listed(
    missing.map(({ name }) => name),
    "or",
  );
  const them = missing.length === 1 ? "it" : "them";
  return {
    location: inFile(block, headerOf(block.block)),
    message: `This ${nounOf(block.schema)} has no ${names}, so Terraform refuses to plan. Add ${them}.`,
  };
}

function fix({ block, missing }: Fact, view: ModuleView): readonly Fix[] {
  const added = missing.map((schema) => ({ name: schema.name, value: suggestedValue(view, block, schema) }));
  const title = `Add ${listed(missing.map(({ name }) => name))}`;
  return [fixIn(block.file, title, insertAttributes(block.file, block.block, added))];
}
