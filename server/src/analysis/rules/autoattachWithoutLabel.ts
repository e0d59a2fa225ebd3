/** `autoattach-without-label`: auto-attachment is on, and no label says to what. */
import { isAutoattach, labelsOf } from "../labels.ts";
import { familyOfType } from "../moduleView.ts";
import { flagOf, originOf, settingOf, type Setting } from "../setting.ts";
import { defineRule } from "./rule.ts";

const flag = "autoattach_enabled";

export const autoattachWithoutLabel = defineRule<Setting>({
  code: "autoattach-without-label",
  severity: "warning",
  summary: "autoattach_enabled without a label that begins with autoattach:.",
  find: (view) =>
    familyOfType(view, "resource", "spacelift_aws_integration")
      .filter((block) => flagOf(view, block, flag) === true)
      .filter((block) => {
        const { complete, elements } = labelsOf(view, block);
        return complete && elements.every((element) => isAutoattach(element) === false);
      })
      .flatMap((block) => settingOf(view, block, flag) ?? []),
  tell: (setting) => ({
    location: originOf(setting),
    message:
      "Auto-attachment is on, but no label begins with autoattach:, so it attaches nothing. " +
      'Add a label such as "autoattach:production", or remove this.',
  }),
});
