/** All findings of a module: severities from the settings, comments that silence, and who speaks where two would. */
import { describe, expect, it } from "vitest";
import type { SnapshotOptions } from "../kit/snapshot.ts";
import { findingsOf } from "../kit/checkRule.ts";
import { readFixture } from "../kit/fixture.ts";

function codes(source: string, options?: SnapshotOptions): readonly string[] {
  return findingsOf(readFixture(source).files, undefined, options).map(
    ({ severity, code }) => `${severity} ${code}`,
  );
}

const regionIn = (line: string, above = ""): string => `
  resource "spacelift_aws_integration" "main" {
    name     = "main"
    role_arn = "arn:aws:iam::123456789012:role/spacelift"
    ${above}
    region   = "eu-wset-1" ${line}
  }

  output "id" {
    value = spacelift_aws_integration.main.id
  }
`;

describe("settings", () => {
  it.each([
    [undefined, ["warning unknown-region"]],
    ["error", ["error unknown-region"]],
    ["hint", ["hint unknown-region"]],
    ["off", []],
  ])("a rule set to %s", (setting, expected) => {
    const rules = setting === undefined ? {} : { "unknown-region": setting };
    expect(codes(regionIn(""), { settings: { rules } })).toEqual(expected);
  });
});

describe("comments", () => {
  it.each([
    ["# spacelift-aws:ignore unknown-region", ""],
    ["// spacelift-aws:ignore unknown-region it is new", ""],
    ["# spacelift-aws:ignore wrong-type, unknown-region", ""],
    ["# spacelift-aws:ignore unknown-region, wrong-type", ""],
    ["", "# spacelift-aws:ignore unknown-region"],
    ["", "/* spacelift-aws:ignore unknown-region */"],
  ])("%j and %j above silence it", (line, above) => {
    expect(codes(regionIn(line, above))).toEqual([]);
  });

  it.each([
    ["# spacelift-aws:ignore", ""],
    ["# spacelift-aws:ignore wrong-type", ""],
    ["", 'labels   = ["a"] # spacelift-aws:ignore unknown-region'],
  ])("%j and %j above do not", (line, above) => {
    expect(codes(regionIn(line, above))).toEqual(["warning unknown-region"]);
  });
});

it("an attribute that is set twice is told once, by the rule in the family and as syntax elsewhere", () => {
  expect(
    codes(`
      data "spacelift_aws_integration" "main" {
        name = "a"
        name = "b"
      }

      locals {
        x = 1
        x = 2
      }
    `),
  ).toEqual(["error duplicate-attribute", "error syntax", "error duplicate-address"]);
});

it("a module that has nothing to do with Spacelift gets nothing, not even its syntax errors", () => {
  expect(codes(`resource "aws_iam_role" "main" {`)).toEqual([]);
});

it("findings come in the order of the text", () => {
  const found = findingsOf(
    readFixture(`
      resource "spacelift_aws_integration" "main" {
        region   = "nowhere"
        name     = ""
        role_arn = "x"
      }
    `).files,
  );
  const starts = found.map(({ location }) => location.span.start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  expect(found.length).toBeGreaterThan(2);
});
