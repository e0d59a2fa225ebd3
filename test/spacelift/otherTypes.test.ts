/** Tests that the provider's other types are told from the family's, and from misspelt ones. */
import { describe, expect, it } from "vitest";
import { nearest } from "../../server/src/base/nearest.ts";
import { familyTypes } from "../../server/src/spacelift/family.ts";
import { neighbourTypes } from "../../server/src/spacelift/neighbours.ts";
import { spaceliftTypes } from "../../server/src/spacelift/otherTypes.ts";

describe("the provider's other types", () => {
  it("have none of the family's", () => {
    expect(familyTypes.filter(({ mode, type }) => spaceliftTypes[mode].has(type))).toEqual([]);
  });

  it("have all of its neighbours", () => {
    const missing = neighbourTypes.filter(
      ({ mode, type }) => type.startsWith("spacelift_") && !spaceliftTypes[mode].has(type),
    );
    expect(missing.map(({ type }) => type)).toEqual([]);
  });

  it("are no one-slip neighbours of the family's, so that a slip has one meaning", () => {
    for (const mode of ["resource", "data"] as const) {
      const family = familyTypes.filter((block) => block.mode === mode).map(({ type }) => type);
      expect([...spaceliftTypes[mode]].filter((type) => nearest(type, family, 1) !== undefined)).toEqual([]);
    }
  });
});
