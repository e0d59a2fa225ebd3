/** Tests the distance between words and the choice of the nearest one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest, slips, tolerableSlips } from "../../server/src/base/nearest.ts";

describe("slips", () => {
  it.each([
    ["", "", 0],
    ["", "abc", 3],
    ["role_arn", "role_arn", 0],
    ["role_arn", "role_arm", 1],
    ["role_arn", "rolearn", 1],
    ["role_arn", "roel_arn", 1],
    ["kitten", "sitting", 3],
    ["ca", "abc", 3],
  ])("from %j to %j are %i", (a, b, count) => {
    expect(slips(a, b)).toBe(count);
  });

  it("are the same both ways, and none only between equal words", () => {
    const word = fc.string({ maxLength: 8, unit: fc.constantFrom("a", "b", "c") });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slips(a, b)).toBe(slips(b, a));
        expect(slips(a, b) === 0).toBe(a === b);
        expect(slips(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(slips(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe("tolerableSlips", () => {
  it.each([
    ["a", 1],
    ["read", 1],
    ["labels", 2],
    ["spacelift_aws_integration", 3],
  ])("in %j are %i", (word, count) => {
    expect(tolerableSlips(word)).toBe(count);
  });
});

describe("nearest", () => {
  const names = ["name", "role_arn", "region", "labels", "space_id"];
  it.each([
    ["role_arm", "role_arn"],
    ["ROLE_ARN", "role_arn"],
    ["lables", "labels"],
    ["spaceid", "space_id"],
    ["nmae", "name"],
    ["completely_different", undefined],
    ["xy", undefined],
    ["", undefined],
  ])("to %j is %j", (word, expected) => {
    expect(nearest(word, names)).toBe(expected);
  });

  it("takes the earlier one of two that are equally near", () => {
    expect(nearest("cat", ["bat", "hat"])).toBe("bat");
  });

  it("keeps to the limit it is given", () => {
    expect(nearest("regoin", names, 0)).toBeUndefined();
    expect(nearest("region", names, 0)).toBe("region");
  });
});
