/** What may come to light when a finding is mended: what that was hiding, and nothing else. */
import { expect, it } from "vitest";
import { mayHide } from "../../../server/src/features/verify/hidden.ts";
import { rules } from "../../../server/src/analysis/rules/table.ts";

const codes = rules.map(({ code }) => code);

function hiddenBy(code: string): readonly string[] {
  return codes.filter((other) => mayHide(code, other)).toSorted();
}

it("is nothing where the finding is about itself alone", () => {
  for (const code of [
    "unknown-region",
    "duration-out-of-range",
    "attachment-before-role",
    "external-id-format",
  ]) {
    expect(hiddenBy(code)).toEqual([]);
  }
});

it("is what comes behind a reason, and who else gets in", () => {
  expect(hiddenBy("trust-condition-blocks")).toEqual([
    "trust-external-id-optional",
    "trust-external-id-too-broad",
    "trust-policy-too-long",
    "trust-tag-session-condition",
    "trust-tag-session-missing",
  ]);
});

it("is never what came before it", () => {
  expect(mayHide("trust-principal-mismatch", "trust-policy-invalid")).toBe(false);
  expect(mayHide("trust-external-id-mismatch", "trust-principal-mismatch")).toBe(false);
  expect(mayHide("trust-external-id-mismatch", "instance-index")).toBe(false);
});

it("is never the same thing once more", () => {
  for (const code of codes.filter((one) => one.startsWith("trust-"))) expect(mayHide(code, code)).toBe(false);
});

it("is the whole policy where the role was not known", () => {
  const hidden = hiddenBy("role-arn-format");
  for (const code of codes.filter((one) => one.startsWith("trust-"))) expect(hidden).toContain(code);
  expect(hidden).toContain("duration-exceeds-role-maximum");
});
