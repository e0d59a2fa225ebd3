/** `empty-value`: `""` where the provider refuses it. */
import { isSettable } from "../../spacelift/schema.ts";
import { originOf, settingsOf, textOf, type Setting } from "../setting.ts";
import { defineRule } from "./rule.ts";

export const emptyValue = defineRule<Setting>({
  code: "empty-value",
  severity: "error",
  summary: "An empty string where the provider refuses one.",
  find: (view) =>
    view.family.flatMap((block) =>
      block.schema.attributes
        .filter((schema) => schema.notEmpty && isSettable(schema))
        .flatMap(({ name }) => settingsOf(view, block, name))
        .filter((setting) => textOf(setting) === ""),
    ),
  tell: (setting) => ({
    location: originOf(setting),
    message: `${setting.attribute.name.name} is empty, and the provider refuses that. Write its value between the quotes.`,
  }),
});
