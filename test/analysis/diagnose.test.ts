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

describe("one slip is one finding", () => {
  const name = `name = "main"`;
  const arn = `role_arn = "arn:aws:iam::123456789012:role/spacelift"`;
  const integrationId = "integration_id = spacelift_aws_integration.main.id";
  const stackId = `stack_id = "app"`;
  const written = (integration: readonly string[], attachment: readonly string[]): string => `
    resource "spacelift_aws_integration" "main" {
      ${integration.join("\n")}
    }
    resource "spacelift_aws_integration_attachment" "main" {
      ${attachment.join("\n")}
    }
  `;
  const attached = [integrationId, stackId];
  const attachedLast = [...attached, "depends_on = [aws_iam_role.ci]"];

  it.each([
    ["arn", written([name, arn.replace("role_", "")], attached), "unknown-attribute"],
    ["rol_arn", written([name, arn.replace("role_", "rol_")], attached), "unknown-attribute"],
    ["stack", written([name, arn], [integrationId, `stack = "app"`]), "unknown-attribute"],
    ["stack_name", written([name, arn], [integrationId, `stack_name = "app"`]), "unknown-attribute"],
    ["a block", written([name, "role_arn {", "}"], attached), "unknown-block"],
    ["a wrong name", written([name, arn], attached).replace(`n" "main"`, `n" "mian"`), "unknown-reference"],
    [
      "a block that is there twice",
      written([name, arn], attached).replace(/resource "\w+_attachment"[^}]*}/, "$&\n$&"),
      "duplicate-address",
    ],
    [
      "id of a data source",
      `data "spacelift_aws_integration" "x" {\nid = "01FPAH5J0JFYSM5953T9KT2VS9"\n}`,
      "read-only-attribute",
    ],
    [
      "read_only",
      written([name, arn], attached) +
        `data "spacelift_aws_integration_attachment_external_id" "x" {
          ${integrationId}
          ${stackId}
          read_only = true
        }`,
      "unknown-attribute",
    ],
    [
      "two hours",
      written(
        [name, `role_arn = "arn:aws:iam::123456789012:role/ci"`, "duration_seconds = 7200"],
        attachedLast,
      ) + `resource "aws_iam_role" "ci" {\nname = "ci"\nassume_role_policy = file("trust.json")\n}`,
      "duration-exceeds-role-maximum",
    ],
  ])("%s", (_, source, expected) => {
    const found = codes(source);
    expect(found).toEqual([`error ${expected}`]);
  });

  it("which another rule tells where the better one is off", () => {
    const source = written([name, `role_arn = aws_iam_role.ci.arn`, "duration_seconds = 7200"], attached);
    const role = `resource "aws_iam_role" "ci" {\nname = "ci"\nassume_role_policy = file("trust.json")\n}`;
    const settings = { rules: { "duration-exceeds-role-maximum": "off", "attachment-before-role": "off" } };
    const covered = "warning duration-exceeds-chaining-limit";
    expect(codes(source + role, { settings })).toContain(covered);
    const silenced = source.replace("= 7200", "= 7200 # spacelift-aws:ignore duration-exceeds-role-maximum");
    expect(codes(silenced + role)).not.toContain(covered);
  });
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
