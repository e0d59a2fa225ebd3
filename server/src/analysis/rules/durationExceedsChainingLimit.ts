/** `duration-exceeds-chaining-limit`: more than an hour while Spacelift itself, a role session, assumes the role. */
import { chainingLimit, inWords, longestDuration } from "../../spacelift/durations.ts";
import { durationSettings, longestSession } from "../durations.ts";
import { replace } from "../edits.ts";
import { numberOf, originOf, type Setting } from "../setting.ts";
import { defineRule } from "./rule.ts";

interface Fact {
  readonly setting: Setting;
  readonly seconds: number;
}

export const durationExceedsChainingLimit = defineRule<Fact>({
  code: "duration-exceeds-chaining-limit",
  severity: "warning",
  summary: "A duration above one hour while Spacelift itself assumes the role.",
  find: (view) =>
    durationSettings(view).flatMap((setting) => {
      const seconds = numberOf(setting);
      if (seconds === undefined || seconds > longestDuration) return [];
      return seconds > longestSession(view, setting) ? [{ setting, seconds }] : [];
    }),
  tell: ({ setting, seconds }) => ({
    location: originOf(setting),
    message:
      `AWS allows one hour where Spacelift itself assumes the role, so ${inWords(seconds)} is refused at run time. ` +
      `Use ${chainingLimit} or less, or let your private worker assume it.`,
  }),
  fix: ({ setting }) => {
    const { uri, span } = originOf(setting);
    const edits = [replace(span, String(chainingLimit))];
    return [{ title: `Lower to ${chainingLimit}`, edits: [{ uri, edits }], preferred: true }];
  },
});
