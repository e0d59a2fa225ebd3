/** `exactly-one-of`: none or both of two attributes of which exactly one belongs. */
import type { Attribute } from "../../hcl/ast.ts";
import { referenceOf } from "../../terraform/references.ts";
import { isIntact } from "../damage.ts";
import { fixIn, removeItem } from "../edits.ts";
import type { Fix } from "../finding.ts";
import { attributesMeant } from "../meantAttributes.ts";
import { attribute, headerOf, inFile, type FamilyBlock, type ModuleView } from "../moduleView.ts";
import { listed, nounOf } from "../words.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly block: FamilyBlock;
  readonly names: readonly string[];
  /** Those that are certainly set: none or several. */
  readonly set: readonly Attribute[];
}

export const exactlyOneOf = defineRule<Fact>({
  code: "exactly-one-of",
  severity: "error",
  summary: "None or both of two attributes of which exactly one belongs.",
  find: (view) => view.family.filter(isIntact).flatMap((block) => factsIn(view, block)),
  tell,
  fix,
});

function factsIn(view: ModuleView, block: FamilyBlock): readonly Fact[] {
  return block.schema.exactlyOneOf.flatMap((names) => {
    const presences = names.map((name) => presenceOf(view, block, name));
    const set = presences.filter((presence) => typeof presence === "object");
    if (set.length > 1) return [{ block, names, set }];
    const meant = attributesMeant(block);
    if (names.some((name) => meant.has(name))) return [];
    return presences.every((presence) => presence === "absent") ? [{ block, names, set: [] }] : [];
  });
}

/** The attribute where it certainly has a value, `absent` where it certainly has none. */
function presenceOf(view: ModuleView, block: FamilyBlock, name: string): Attribute | "absent" | "unknown" {
  const found = attribute(block, name);
  if (!found) return "absent";
  const value = view.evaluate(found.value, block.file);
  if (value.kind === "null") return "absent";
  if (value.kind === "string" && value.parts.every((part) => part.kind === "literal")) return found;
  return namesResource(found) ? found : "unknown";
}

/** The ID of a resource is never null; that of a data source or a variable may be. */
function namesResource({ value }: Attribute): boolean {
  const reference = referenceOf(value);
  const [step] = reference?.steps ?? [];
  return reference?.kind === "resource" && step?.kind === "attribute" && step.name === "id";
}

function tell({ block, names, set }: Fact): Report {
  const noun = nounOf(block.schema);
  const [first, second] = set;
  if (!first || !second) {
    return {
      location: inFile(block, headerOf(block.block)),
      message: `This ${noun} has neither ${listed(names, "nor")}, so Terraform refuses to plan. Set one of them.`,
    };
  }
  return {
    location: inFile(block, second.name),
    message:
      `This ${noun} has both ${listed(names)}, and Terraform accepts only one. ` +
      "Remove the one that you do not need.",
    related: [{ location: inFile(block, first.name), message: `${first.name.name} is set here.` }],
  };
}

function fix({ block, set }: Fact): readonly Fix[] {
  return set.toReversed().map((item, index) => {
    const edits = removeItem(block.file, block.block, item);
    return fixIn(block.file, `Remove ${item.name.name}`, edits, index === 0);
  });
}
