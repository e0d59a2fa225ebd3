/** `duration-exceeds-role-maximum`: sessions that shall last longer than their role allows. */
import { inWords } from "../../spacelift/durations.ts";
import { attributeOf } from "../../terraform/block.ts";
import type { BlockDeclaration } from "../../terraform/module.ts";
import { isIntact } from "../damage.ts";
import { durationSettings, longestSession, maximumOf } from "../durations.ts";
import { fixIn, replace, setAttribute } from "../edits.ts";
import type { Fix } from "../finding.ts";
import { headerOf, inFile, type ModuleView } from "../moduleView.ts";
import { certainRoleOf } from "../roleOfIntegration.ts";
import { numberOf, originOf, type Setting } from "../setting.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly setting: Setting;
  readonly seconds: number;
  readonly role: BlockDeclaration;
  readonly maximum: number;
  /** What is possible whatever the role allows. */
  readonly longest: number;
}

export const durationExceedsRoleMaximum = defineRule<Fact>({
  code: "duration-exceeds-role-maximum",
  severity: "error",
  summary: "A duration above the max_session_duration of the role.",
  find: (view) => durationSettings(view).flatMap((setting) => factsIn(view, setting)),
  tell,
  fix,
});

function factsIn(view: ModuleView, setting: Setting): readonly Fact[] {
  const seconds = numberOf(setting);
  const role = certainRoleOf(view, setting.block);
  if (seconds === undefined || !role || !isIntact(role)) return [];
  const maximum = maximumOf(view, role);
  if (maximum === undefined || seconds <= maximum) return [];
  return [{ setting, seconds, role, maximum, longest: longestSession(view, setting) }];
}

function tell({ setting, seconds, role, maximum, longest }: Fact): Report {
  const limit = attributeOf(role.block, "max_session_duration");
  return {
    location: originOf(setting),
    message:
      `${inWords(seconds)} is more than the role ${role.name} allows, which is ${inWords(maximum)}, so no session ` +
      `will start. Lower the duration${seconds <= longest ? ", or raise the role's max_session_duration" : ""}.`,
    related: [
      {
        location: inFile(role, limit?.value ?? headerOf(role.block)),
        message: limit
          ? "The role's limit."
          : "The role sets no max_session_duration, so it allows 3600 seconds.",
      },
    ],
  };
}

function fix({ setting, seconds, role, maximum, longest }: Fact): readonly Fix[] {
  const { uri, span } = originOf(setting);
  const allowed = Math.min(maximum, longest);
  const lower: Fix = {
    title: `Lower to ${allowed}`,
    edits: [{ uri, edits: [replace(span, String(allowed))] }],
    preferred: true,
  };
  if (seconds > longest) return [lower];
  const raised = setAttribute(role.file, role.block, {
    name: "max_session_duration",
    value: String(seconds),
  });
  return [lower, fixIn(role.file, `Raise the role's max_session_duration to ${seconds}`, raised, false)];
}
