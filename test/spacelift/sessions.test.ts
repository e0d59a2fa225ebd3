/** Tests session names, phases and labels. */
import { describe, expect, it } from "vitest";
import { autoattachTarget } from "../../server/src/spacelift/labels.ts";
import { isPhase, possiblePhases, requiredPhases } from "../../server/src/spacelift/phases.ts";
import { composeSessionName } from "../../server/src/spacelift/sessionName.ts";

const run = "01DSJ63P40BAZY4VW8BXXG7M4K";

describe("composeSessionName", () => {
  it("joins run, stack and account", () => {
    expect(composeSessionName({ run, slug: "network", account: "acme" })).toBe(`${run}@network@acme`);
  });

  it("loses the account where the slug is long", () => {
    const name = composeSessionName({ run, slug: "s".repeat(36), account: "acme" });
    expect(name).toBe(`${run}@${"s".repeat(36)}@`);
    expect(name).toHaveLength(64);
  });
});

describe("phases", () => {
  it.each([
    [true, true, ["write"], ["read", "write"]],
    [true, false, ["read"], ["read"]],
    [false, true, ["write"], ["write"]],
    [false, false, [], []],
  ])("with read %j and write %j: required %j, possible %j", (read, write, required, possible) => {
    expect(requiredPhases({ read, write })).toEqual(required);
    expect(possiblePhases({ read, write })).toEqual(possible);
  });

  it("are read and write", () => {
    expect(["read", "write", "apply", "*"].filter(isPhase)).toEqual(["read", "write"]);
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
