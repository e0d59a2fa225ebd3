/** `duration-out-of-range`: credentials that shall last shorter or longer than AWS allows. */
import { toDouble } from "../../terraform/bigFloat.ts";
import { clampDuration, longestDuration, shortestDuration } from "../../spacelift/durations.ts";
import { durationSettings, longestSession } from "../durations.ts";
import { replace } from "../edits.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { originOf, type Setting } from "../setting.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly setting: Setting;
  readonly seconds: number;
}

export const durationOutOfRange = defineRule<Fact>({
  code: "duration-out-of-range",
  severity: "error",
  summary: "A duration below 900 or above 43200 seconds, or no whole number.",
  find: (view) =>
    durationSettings(view).flatMap((setting) => {
      if (setting.value.kind !== "number") return [];
      const seconds = toDouble(setting.value.value);
      return clampDuration(seconds) === seconds ? [] : [{ setting, seconds }];
    }),
  tell,
  fix,
});

function tell({ setting, seconds }: Fact): Report {
  const range = `${shortestDuration} (15 minutes) to ${longestDuration} (12 hours)`;
  const wrong = Number.isInteger(seconds)
    ? `${seconds} seconds is outside of what AWS allows, so no session will start.`
    : `${seconds} is no whole number, so Terraform refuses to plan.`;
  return {
    location: originOf(setting),
    message: `${wrong} Set ${setting.attribute.name.name} to a whole number from ${range}.`,
  };
}

function fix({ setting, seconds }: Fact, view: ModuleView): readonly Fix[] {
  const allowed = String(Math.min(clampDuration(seconds), longestSession(view, setting)));
  const { uri, span } = originOf(setting);
  return [{ title: `Set to ${allowed}`, edits: [{ uri, edits: [replace(span, allowed)] }], preferred: true }];
}
