/** The durations that a module sets, and the limits that each has to keep. */
import { chainingLimit, defaultRoleMaximum, longestDuration } from "../spacelift/durations.ts";
import { isSettable } from "../spacelift/schema.ts";
import { toSafeInteger } from "../terraform/bigFloat.ts";
import { attributeOf } from "../terraform/block.ts";
import { convert } from "../terraform/convert.ts";
import type { BlockDeclaration } from "../terraform/module.ts";
import { numberType } from "../terraform/type.ts";
import type { ModuleView } from "./moduleView.ts";
import { flagOf, settingsOf, type Setting } from "./setting.ts";

/** Every `duration_seconds` of the family. */
export function durationSettings(view: ModuleView): readonly Setting[] {
  return view.family.flatMap((block) =>
    block.schema.attributes
      .filter((schema) => schema.meaning === "duration" && isSettable(schema))
      .flatMap(({ name }) => settingsOf(view, block, name)),
  );
}

/** The longest session that is possible: an hour where Spacelift, a role session itself, assumes the role. */
export function longestSession(view: ModuleView, { block }: Setting): number {
  const inWorker = flagOf(view, block, "generate_credentials_in_worker");
  return inWorker === false ? chainingLimit : longestDuration;
}

/** A role's `max_session_duration`, which is an hour where it sets none; undefined where it is not known. */
export function maximumOf(view: ModuleView, role: BlockDeclaration): number | undefined {
  const attribute = attributeOf(role.block, "max_session_duration");
  if (!attribute) return defaultRoleMaximum;
  const value = convert(view.evaluate(attribute.value, role.file), numberType);
  if (value.kind === "null") return defaultRoleMaximum;
  return value.kind === "number" ? toSafeInteger(value.value) : undefined;
}
