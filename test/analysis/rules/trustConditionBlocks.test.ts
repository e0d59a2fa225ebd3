/** `trust-condition-blocks`. */
import { describe, expect, it } from "vitest";
import { checkFindings, checkFix, findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";
import { moduleWith } from "../trust/verdictLines.ts";

const code = "trust-condition-blocks";
const policy = (
  condition: string,
  label = "",
  principal = '"324880187172"',
  more = "",
): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = ${principal} }
      Action    = "sts:AssumeRole"
      Condition = {
        StringLike = { "sts:ExternalId" = "acme@*" }
        ${condition}
${label}
      }
    }${more}]
  })`;

describe(code, () => {
  it.each([
    ["a second factor", "Bool", "aws:MultiFactorAuthPresent", '"true"'],
    ["your organisation", "StringEquals", "aws:PrincipalOrgID", '"o-abc"'],
    ["your network", "StringEquals", "aws:SourceVpc", '"vpc-1"'],
    ["a private address", "IpAddress", "aws:SourceIp", '"10.0.0.0/8"'],
    ["a source identity", "StringEquals", "sts:SourceIdentity", '"me"'],
    ["another caller", "StringEquals", "aws:PrincipalAccount", '"123456789012"'],
  ])("finds %s", (_name, operator, key, value) => {
    const condition = `${operator} = { "${key}" = ${value} }`;
    const label = `#${" ".repeat(7 + condition.indexOf('"'))}${"^".repeat(key.length + 2)} warning ${code}`;
    checkFindings(moduleWith(policy(condition, label)), code);
  });

  it.each([
    ["your organisation", 'StringEquals = { "aws:PrincipalOrgID" = "o-abc" }'],
    ["your network", 'StringEquals = { "aws:SourceVpc" = "vpc-1" }'],
    ["a private address", 'IpAddress = { "aws:SourceIp" = "10.0.0.0/8" }'],
  ])("is silent about %s where the settings say that Spacelift is self-hosted", (_, condition) => {
    const settings = { instance: "self-hosted", principal: "123456789012" };
    checkFindings(moduleWith(policy(condition, "", '"123456789012"')), code, { settings });
  });

  it.each([
    ["no other condition", policy("")],
    ["the caller's account", policy('StringEquals = { "aws:PrincipalAccount" = "324880187172" }')],
    ["an address that may be Spacelift's", policy('IpAddress = { "aws:SourceIp" = "52.1.2.3/32" }')],
    [
      "an operator that holds without the key",
      policy('BoolIfExists = { "aws:MultiFactorAuthPresent" = "true" }'),
    ],
    [
      "another statement without the condition",
      policy(
        'Bool = { "aws:MultiFactorAuthPresent" = "true" }',
        "",
        undefined,
        ', { Effect = "Allow", Principal = { AWS = "324880187172" }, Action = "sts:AssumeRole" }',
      ),
    ],
    [
      "an organisation that a self-hosted Spacelift may be in",
      policy(
        'StringEquals = { "aws:PrincipalOrgID" = "o-abc" }',
        "",
        "data.spacelift_account.this.aws_account_id",
      ),
    ],
    ["a key that is unknown", policy('Bool = { (var.key) = "true" }')],
  ])("is silent about %s", (_name, text) => checkFindings(moduleWith(text, 'variable "key" {}'), code));

  const source = (...conditions: readonly string[]): string =>
    moduleWith(policy(conditions.join("\n        ")).replace(/\n\n( *\})/, "\n$1"));
  const factor = '"aws:MultiFactorAuthPresent" = "true"';

  it("removes the condition, and says which", () => {
    const title =
      "Remove the condition on aws:MultiFactorAuthPresent, which Spacelift's requests do not meet";
    checkFix(source(`Bool = { ${factor} }`), code, source("").replace(/\n {8}\n/, "\n"), title);
  });

  it("keeps the other keys of the operator", () => {
    const account = '"aws:PrincipalAccount" = "324880187172"';
    const both = `StringEquals = { ${account}, "sts:SourceIdentity" = "me" }`;
    checkFix(source(both), code, source(`StringEquals = { ${account} }`));
  });

  it.each([
    [
      "trusts others too",
      source(`Bool = { ${factor} }`).replace('"324880187172"', '["324880187172", "123456789012"]'),
    ],
    ["trusts everybody", source(`Bool = { ${factor} }`).replace('"324880187172"', '"*"')],
    [
      "demands no external ID",
      source(`Bool = { ${factor} }`).replace('StringLike = { "sts:ExternalId" = "acme@*" }', ""),
    ],
  ])("offers nothing for a statement that %s", (_name, text) => {
    const found = findingsOf(readFixture(text).files, code);
    expect(found.length).toBe(1);
    expect(found.flatMap((finding) => finding.fixes())).toEqual([]);
  });

  it.each(["aws:ExternalId", "sts:ExternalIds", "sts:External-Id"])("finds and mends the key %s", (key) => {
    const misspelt = (name: string, label = ""): string =>
      moduleWith(
        policy("", label)
          .replace("sts:ExternalId", name)
          .replace(/\n {8}\n/, "\n"),
      );
    const label = `#                      ${"^".repeat(key.length + 2)} warning ${code}: StringLike on ${key} keeps Spacelift out`;
    checkFindings(misspelt(key, label), code);
    checkFix(misspelt(key), code, misspelt("sts:ExternalId"));
  });
});
