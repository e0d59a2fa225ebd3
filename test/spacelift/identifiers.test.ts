/** Tests the alphabets of integration IDs, account names and AWS account IDs. */
import { describe, expect, it } from "vitest";
import { isAccountName, isAwsAccountId, isIntegrationId } from "../../server/src/spacelift/identifiers.ts";

describe("isIntegrationId", () => {
  it.each([
    ["01FPAH5J0JFYSM5953T9KT2VS9", true],
    ["01GE7K9SR2DQBCRQ90DH70JF6Y", true],
    ["01fpah5j0jfysm5953t9kt2vs9", false],
    ["01FPAH5J0JFYSM5953T9KT2VS", false],
    ["01FPAH5J0JFYSM5953T9KT2VSI", false],
    ["81FPAH5J0JFYSM5953T9KT2VS9", false],
    ["my-integration", false],
  ])("%j: %j", (text, expected) => {
    expect(isIntegrationId(text)).toBe(expected);
  });
});

describe("isAccountName", () => {
  it.each([
    ["ab", true],
    ["Acme_Corp-1", true],
    ["7up", true],
    ["a".repeat(38), true],
    ["a".repeat(39), false],
    ["a", false],
    ["-acme", false],
    ["acme.io", false],
    ["", false],
  ])("%j: %j", (text, expected) => {
    expect(isAccountName(text)).toBe(expected);
  });
});

describe("isAwsAccountId", () => {
  it.each([
    ["324880187172", true],
    ["32488018717", false],
    ["3248801871720", false],
    ["32488018717a", false],
  ])("%j: %j", (text, expected) => {
    expect(isAwsAccountId(text)).toBe(expected);
  });
});
