/** Tests phases and labels. */
import { describe, expect, it } from "vitest";
import { autoattachTarget } from "../../server/src/spacelift/labels.ts";
import { isPhase, phases } from "../../server/src/spacelift/phases.ts";

describe("phases", () => {
  it("are read and write", () => {
    expect(["read", "write", "apply", "*"].filter(isPhase)).toEqual(phases);
  });
});

describe("autoattachTarget", () => {
  it.each([
    ["autoattach:aws", "aws"],
    ["autoattach:", ""],
    ["autoattach", undefined],
    ["Autoattach:aws", undefined],
    ["aws", undefined],
  ])("%j: %j", (label, target) => {
    expect(autoattachTarget(label)).toBe(target);
  });
});
