/** `duration-exceeds-role-maximum`: sessions that shall last longer than their role allows. */
import { chainingLimit, inWords, longestDuration } from "../../spacelift/durations.ts";
import { attributeOf } from "../../terraform/block.ts";
import type { BlockDeclaration } from "../../terraform/module.ts";
import { isIntact } from "../damage.ts";
import { durationSettings, maximumOf } from "../durations.ts";
import { fixIn, replace, setAttribute } from "../edits.ts";
import type { Fix } from "../finding.ts";
import { headerOf, inFile, type ModuleView } from "../moduleView.ts";
import { roleOfIntegration } from "../roleOfIntegration.ts";
import { flagOf, numberOf, originOf, type Setting } from "../setting.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly setting: Setting;
  readonly seconds: number;
  readonly role: BlockDeclaration;
  readonly maximum: number;
  /** A role may allow more, but not where Spacelift itself assumes it: then an hour is the most. */
  readonly mayBeRaised: boolean;
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
  const match = roleOfIntegration(view, setting.block);
  if (seconds === undefined || match.kind !== "declared" || !isIntact(match.role)) return [];
  const maximum = maximumOf(view, match.role);
  if (maximum === undefined || seconds <= maximum) return [];
  const inWorker = flagOf(view, setting.block, "generate_credentials_in_worker");
  const mayBeRaised = seconds <= longestDuration && (seconds <= chainingLimit || inWorker !== false);
  return [{ setting, seconds, role: match.role, maximum, mayBeRaised }];
}

function tell({ setting, seconds, role, maximum, mayBeRaised }: Fact): Report {
  const limit = attributeOf(role.block, "max_session_duration");
  return {
    location: originOf(setting),
    message:
      `${inWords(seconds)} is more than the role ${role.name} allows, which is ${inWords(maximum)}, so no session ` +
      `will start. Lower the duration${mayBeRaised ? ", or raise the role's max_session_duration" : ""}.`,
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

function fix({ setting, seconds, role, maximum, mayBeRaised }: Fact): readonly Fix[] {
  const { uri, span } = originOf(setting);
  const lower: Fix = {
    title: `Lower to ${maximum}`,
    edits: [{ uri, edits: [replace(span, String(maximum))] }],
    preferred: true,
  };
  if (!mayBeRaised) return [lower];
  const raised = setAttribute(role.file, role.block, {
    name: "max_session_duration",
    value: String(seconds),
  });
  return [lower, fixIn(role.file, `Raise the role's max_session_duration to ${seconds}`, raised, false)];
}
