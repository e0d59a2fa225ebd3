/** `external-id-format`: an external ID that AWS does not accept. */
import { externalIdLimits, externalIdProblem } from "../../spacelift/externalId.ts";
import { isSettable } from "../../spacelift/schema.ts";
import type { Location } from "../../base/location.ts";
import { originOf, settingsOf, type Setting } from "../setting.ts";
import { defineRule } from "./rule.ts";

interface Fact {
  readonly location: Location;
  readonly wrong: string;
}

const { shortest, longest } = externalIdLimits;

export const externalIdFormat = defineRule<Fact>({
  code: "external-id-format",
  severity: "error",
  summary: "An external ID with characters or a length that AWS does not accept.",
  find: (view) =>
    view.family.flatMap((block) =>
      block.schema.attributes
        .filter((schema) => schema.meaning === "externalId" && isSettable(schema))
        .flatMap(({ name }) => settingsOf(view, block, name))
        .flatMap((setting) => {
          const wrong = wrongIn(setting);
          return wrong === undefined ? [] : [{ location: originOf(setting), wrong }];
        }),
    ),
  tell: ({ location, wrong }) => ({
    location,
    message:
      `AWS refuses this external ID, because it ${wrong}. Use ${shortest} to ${longest} letters, digits and ` +
      "the characters _ + = , . @ : / -",
  }),
});

/** What is certainly wrong, whatever the unknown parts are. An empty one counts as none. */
function wrongIn({ value }: Setting): string | undefined {
  if (value.kind !== "string" || value.parts.length === 0) return undefined;
  const text = value.parts.map((part) => (part.kind === "literal" ? part.text : "")).join("");
  return externalIdProblem(
    text,
    value.parts.every((part) => part.kind === "literal"),
  );
}
