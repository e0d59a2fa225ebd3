/** Whether a version constraint leaves room for a newer version. */
import { expect, it } from "vitest";
import { allowsSince } from "../../server/src/terraform/versionConstraint.ts";

it.each([
  ["1.44.0", true],
  ["1.43.9", false],
  ["= 1.43.0", false],
  [">= 1.0", true],
  ["> 1.0, != 1.44.0", true],
  ["< 1.44.0", false],
  ["< 1.44.1", true],
  ["<= 1.44.0", true],
  ["<=1.43", false],
  ["~> 1.43", true],
  ["~> 1.43.0", false],
  ["~> 1.44.0", true],
  ["~> 0.9", false],
  ["~>1.0, < 1.30", false],
  ["v1.50.0", true],
  ["~> 1", "unknown"],
  ["~> 1, < 1.2", "unknown"],
  ["1.44.0-beta1", "unknown"],
  ["latest", "unknown"],
  ["", "unknown"],
])("%s lets 1.44.0 or later in: %s", (constraint, answer) => {
  expect(allowsSince(constraint, "1.44.0")).toBe(answer);
});
