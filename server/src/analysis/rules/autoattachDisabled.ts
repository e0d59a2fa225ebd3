/** `autoattach-disabled`: an `autoattach:` label that does nothing. */
import type { Location } from "../../base/location.ts";
import { fixIn, setAttribute } from "../edits.ts";
import { isAutoattach, labelsOf, placeOfLabel } from "../labels.ts";
import { attribute, familyOfType, headerOf, inFile, type FamilyBlock } from "../moduleView.ts";
import { flagOf } from "../setting.ts";
import { isAvailable } from "./attributeNeedsNewerProvider.ts";
import { defineRule } from "./rule.ts";

interface Fact {
  readonly block: FamilyBlock;
  readonly location: Location;
}

const flag = "autoattach_enabled";

export const autoattachDisabled = defineRule<Fact>({
  code: "autoattach-disabled",
  severity: "warning",
  summary: "An autoattach: label while autoattach_enabled is not true.",
  find: (view) =>
    familyOfType(view, "resource", "spacelift_aws_integration")
      .filter((block) => flagOf(view, block, flag) === false && isAvailable(view, block, flag))
      .flatMap((block) => {
        const label = labelsOf(view, block).elements.find((element) => isAutoattach(element) === true);
        if (!label) return [];
        const written = attribute(block, "labels")?.value ?? headerOf(block.block);
        return [{ block, location: placeOfLabel(label) ?? inFile(block, written) }];
      }),
  tell: ({ location }) => ({
    location,
    message: `This label does nothing while ${flag} is not true. Set ${flag} = true, or remove the label.`,
  }),
  fix: ({ block }) => [
    fixIn(
      block.file,
      `Set ${flag} to true`,
      setAttribute(block.file, block.block, { name: flag, value: "true" }),
    ),
  ],
});
