/** Tests the installations and the accounts that they assume roles from. */
import { describe, expect, it } from "vitest";
import {
  accountOfPrincipal,
  hostedInstance,
  hostedInstances,
  instanceOfAccount,
} from "../../server/src/spacelift/instances.ts";

describe("the installations", () => {
  it("are told apart by their account", () => {
    expect(hostedInstances.map(({ name, awsAccountId }) => [name, awsAccountId])).toEqual([
      ["spacelift.io", "324880187172"],
      ["us.spacelift.io", "577638371743"],
    ]);
    expect(hostedInstance("us.spacelift.io")?.awsAccountId).toBe("577638371743");
    expect(hostedInstance("self-hosted")).toBeUndefined();
    expect(instanceOfAccount("577638371743")?.name).toBe("us.spacelift.io");
    expect(instanceOfAccount("123456789012")).toBeUndefined();
  });
});

describe("accountOfPrincipal", () => {
  it.each([
    ["324880187172", "324880187172"],
    ["arn:aws:iam::324880187172:root", "324880187172"],
    ["arn:aws-us-gov:iam::123456789012:root", "123456789012"],
    ["arn:aws:iam::324880187172:role/worker", undefined],
    ["324880187172/role/Spacelift", undefined],
    ["*", undefined],
  ])("%j: %j", (principal, account) => {
    expect(accountOfPrincipal(principal)).toBe(account);
  });
});
