/** Tests how external IDs are put together and what AWS accepts as one. */
import { describe, expect, it } from "vitest";
import {
  composeExternalId,
  composeExternalIdPattern,
  externalIdProblem,
} from "../../server/src/spacelift/externalId.ts";

const parts = {
  account: "acme",
  integration: "01FPAH5J0JFYSM5953T9KT2VS9",
  slug: "network",
  phase: "write",
} as const;

describe("composeExternalId", () => {
  it.each([
    ["at", "acme@01FPAH5J0JFYSM5953T9KT2VS9@network@write"],
    ["hyphen", "acme-01FPAH5J0JFYSM5953T9KT2VS9@network-write"],
    ["twoPart", "acme@network"],
  ] as const)("in format %s", (format, expected) => {
    expect(composeExternalId(format, parts)).toBe(expected);
  });
});

describe("composeExternalIdPattern", () => {
  const { account, integration } = parts;
  it.each([
    ["at", { account, integration }, "acme@01FPAH5J0JFYSM5953T9KT2VS9@*"],
    ["at", { account }, "acme@*"],
    ["hyphen", { account, integration }, "acme-01FPAH5J0JFYSM5953T9KT2VS9@*"],
    ["hyphen", { account }, "acme-*"],
    ["twoPart", { account, integration }, "acme@*"],
    ["twoPart", { account }, "acme@*"],
  ] as const)("in format %s for %j", (format, given, expected) => {
    expect(composeExternalIdPattern(format, given)).toBe(expected);
  });
});

describe("externalIdProblem", () => {
  it.each([
    ["a", true, "has fewer than 2 characters"],
    ["", true, "has fewer than 2 characters"],
    ["a", false, undefined],
    ["a".repeat(1225), true, "has more than 1224 characters"],
    ["a".repeat(1225), false, "has more than 1224 characters"],
    ["a b", true, "contains a space"],
    ["a b", false, "contains a space"],
    ["a\tb", true, "contains white space"],
    ["acme@*", true, 'contains "*"'],
    ["zażółć", true, 'contains "ż"'],
    ["ab", true, undefined],
    ["a".repeat(1224), true, undefined],
    ["Az09_+=,.@:/-", true, undefined],
  ])("of %j, whole: %j, is %j", (text, isWhole, problem) => {
    expect(externalIdProblem(text, isWhole)).toBe(problem);
  });
});
