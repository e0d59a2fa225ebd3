/** `attribute-needs-newer-provider`: an attribute that the provider does not have yet in the versions that are used. */
import type { Attribute } from "../../hcl/ast.ts";
import { attributeNamed } from "../../spacelift/schema.ts";
import { attributesOf } from "../../terraform/block.ts";
import { allowsSince } from "../../terraform/versionConstraint.ts";
import { folderOf } from "../../workspace/uris.ts";
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
    const requirements = versionRequirements(view);
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
  const { kind, constraint } = requirement;
  const [used, advice, label] =
    kind === "locked"
      ? [
          `the lock file holds version ${constraint}`,
          "Remove it, or run `terraform init -upgrade`.",
          "The version that is used.",
        ]
      : [
          `${owner(requirement, block)} allows only "${constraint}"`,
          "Remove it, or allow a newer version.",
          "The versions that are allowed.",
        ];
  return {
    location: inFile(block, attribute.name),
    message:
      `Terraform will refuse ${attribute.name.name}: it needs version ${since} of the provider, and ${used}. ` +
      advice,
    related: [{ location: inFile(requirement, requirement.expression), message: label }],
  };
}

/** A caller's constraint counts too. */
function owner({ file }: VersionRequirement, block: FamilyBlock): string {
  return folderOf(file.uri) === folderOf(block.file.uri) ? "this module" : "a module that calls this one";
}

/** Whether the versions of the provider that are used have the attribute; true where nothing says otherwise. */
export function isAvailable(view: ModuleView, { schema }: FamilyBlock, name: string): boolean {
  const since = attributeNamed(schema, name)?.since;
  if (since === undefined) return true;
  return versionRequirements(view).every(({ constraint }) => allowsSince(constraint, since) !== false);
}
