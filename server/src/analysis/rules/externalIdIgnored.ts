/** `external-id-ignored`: a custom external ID that Spacelift never sends. */
import { fixIn, removeItem, setAttribute } from "../edits.ts";
import { inFile } from "../moduleView.ts";
import { flagOf, settingOf, type Setting } from "../setting.ts";
import { defineRule } from "./rule.ts";

const inWorker = "generate_credentials_in_worker";

export const externalIdIgnored = defineRule<Setting>({
  code: "external-id-ignored",
  severity: "warning",
  summary: "A custom external ID while Spacelift itself assumes the role.",
  find: (view) =>
    view.family
      .filter(({ schema }) => schema.mode === "resource")
      .flatMap((block) => settingOf(view, block, "external_id") ?? [])
      .filter((setting) => isCertainlyText(setting) && flagOf(view, setting.block, inWorker) === false),
  tell: ({ block, attribute }) => ({
    location: inFile(block, attribute.name),
    message:
      "Spacelift sends an external ID of its own, so a trust policy that asks for this one refuses every run. " +
      `Remove it, or set ${inWorker} = true.`,
  }),
  fix: ({ block, attribute }) => [
    fixIn(block.file, "Remove external_id", removeItem(block.file, block.block, attribute)),
    fixIn(
      block.file,
      `Set ${inWorker} to true`,
      setAttribute(block.file, block.block, { name: inWorker, value: "true" }),
      false,
    ),
  ],
});

/** A variable may be null or empty, and then nothing is ignored. */
function isCertainlyText({ value }: Setting): boolean {
  return value.kind === "string" && value.parts.some((part) => part.kind === "literal");
}
