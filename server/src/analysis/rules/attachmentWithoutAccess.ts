/** `attachment-without-access`: neither reading nor writing is switched on. */
import type { Location } from "../../base/location.ts";
import { isIntact } from "../damage.ts";
import { attributesMeant } from "../meantAttributes.ts";
import { headerOf, inFile, type FamilyBlock, type ModuleView } from "../moduleView.ts";
import { flagOf, originOf, settingOf } from "../setting.ts";
import { listed, nounOf } from "../words.ts";
import { defineRule } from "./rule.ts";

interface Fact {
  readonly block: FamilyBlock;
  readonly names: readonly string[];
  readonly location: Location;
}

export const attachmentWithoutAccess = defineRule<Fact>({
  code: "attachment-without-access",
  severity: "error",
  summary: "An attachment, or an external ID, for neither reading nor writing.",
  find: (view) =>
    view.family.filter(isIntact).flatMap((block) => {
      const names = block.schema.atLeastOneTrue ?? [];
      if (names.length === 0 || names.some((name) => flagOf(view, block, name) !== false)) return [];
      const meant = attributesMeant(block);
      if (names.some((name) => meant.has(name))) return [];
      return [{ block, names, location: placeOf(view, block, names) }];
    }),
  tell: ({ block, names, location }) => ({
    location,
    message:
      `This ${nounOf(block.schema)} has neither ${listed(names, "nor")} set to true, and the provider refuses that. ` +
      "Set at least one of them to true.",
  }),
});

/** The last flag that is set, or the whole block where none is. */
function placeOf(view: ModuleView, block: FamilyBlock, names: readonly string[]): Location {
  const set = names.flatMap((name) => settingOf(view, block, name) ?? []);
  const last = set.toSorted((a, b) => a.attribute.start - b.attribute.start).at(-1);
  return last ? originOf(last) : inFile(block, headerOf(block.block));
}
