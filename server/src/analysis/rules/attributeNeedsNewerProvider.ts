/** `attribute-needs-newer-provider`: an attribute that the allowed versions of the provider do not have yet. */
import type { Attribute } from "../../hcl/ast.ts";
import { attributeNamed } from "../../spacelift/schema.ts";
import { attributesOf } from "../../terraform/block.ts";
import { allowsSince } from "../../terraform/versionConstraint.ts";
import { fixIn, removeItem } from "../edits.ts";
import { inFile, type FamilyBlock, type ModuleView } from "../moduleView.ts";
import { versionRequirements, type VersionRequirement } from "../providerVersion.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly block: FamilyBlock;
  readonly attribute: Attribute;
  readonly since: string;
  readonly requirement: VersionRequirement;
}

export const attributeNeedsNewerProvider = defineRule<Fact>({
  code: "attribute-needs-newer-provider",
  severity: "warning",
  summary: "An attribute that the allowed versions of the provider do not have yet.",
  find: (view) => {
    const requirements = versionRequirements(view.module);
    return requirements.length === 0 ? [] : view.family.flatMap((block) => factsIn(block, requirements));
  },
  tell,
  fix: ({ block, attribute }) => [
    fixIn(block.file, `Remove ${attribute.name.name}`, removeItem(block.file, block.block, attribute)),
  ],
});

function factsIn(block: FamilyBlock, requirements: readonly VersionRequirement[]): readonly Fact[] {
  return attributesOf(block.block.body).flatMap((attribute) => {
    const since = attributeNamed(block.schema, attribute.name.name)?.since;
    if (since === undefined) return [];
    const requirement = requirements.find(({ constraint }) => allowsSince(constraint, since) === false);
    return requirement ? [{ block, attribute, since, requirement }] : [];
  });
}

function tell({ block, attribute, since, requirement }: Fact): Report {
  return {
    location: inFile(block, attribute.name),
    message:
      `${attribute.name.name} exists since version ${since} of the provider, and this module allows only ` +
      `"${requirement.constraint}", so Terraform will refuse it. Remove it, or allow a newer version.`,
    related: [
      { location: inFile(requirement, requirement.expression), message: "The versions that are allowed." },
    ],
  };
}

/** Whether the module's versions of the provider have the attribute; true where nothing says otherwise. */
export function isAvailable({ module }: ModuleView, { schema }: FamilyBlock, name: string): boolean {
  const since = attributeNamed(schema, name)?.since;
  if (since === undefined) return true;
  return versionRequirements(module).every(({ constraint }) => allowsSince(constraint, since) !== false);
}
