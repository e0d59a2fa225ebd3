/** `unknown-region`: a region that AWS does not have. */
import { nearestRegion, regionNamed, type Region } from "../../spacelift/regions.ts";
import { isSettable } from "../../spacelift/schema.ts";
import { replace } from "../edits.ts";
import { originOf, settingsOf, textOf, type Setting } from "../setting.ts";
import { defineRule } from "./rule.ts";

interface Fact {
  readonly setting: Setting;
  readonly name: string;
  readonly meant: Region | undefined;
}

export const unknownRegion = defineRule<Fact>({
  code: "unknown-region",
  severity: "warning",
  summary: "A region that AWS does not have.",
  find: (view) =>
    view.family.flatMap((block) =>
      block.schema.attributes
        .filter((schema) => schema.meaning === "region" && isSettable(schema))
        .flatMap(({ name }) => settingsOf(view, block, name))
        .flatMap((setting) => {
          const name = textOf(setting);
          if (name === undefined || name === "" || regionNamed(name)) return [];
          return [{ setting, name, meant: nearestRegion(name) }];
        }),
    ),
  tell: ({ setting, name, meant }) => ({
    location: originOf(setting),
    message:
      `AWS has no region "${name}" that we know of, so Spacelift would get no credentials. ` +
      (meant ? `Did you mean ${meant.name}, ${meant.title}?` : "Write the region's code, such as eu-west-1."),
  }),
  fix: ({ setting, meant }) => {
    if (!meant) return [];
    const { uri, span } = originOf(setting);
    const edits = [replace(span, `"${meant.name}"`)];
    return [{ title: `Change to ${meant.name}`, edits: [{ uri, edits }], preferred: true }];
  },
});
