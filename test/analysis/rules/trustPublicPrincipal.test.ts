/** `trust-public-principal`. */
import { describe, expect, it } from "vitest";
import { checkFindings, checkFix, findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";
import { moduleWith } from "../trust/verdictLines.ts";

const code = "trust-public-principal";
const policy = (
  principal: string,
  label = "",
  condition = '{ StringLike = { "sts:ExternalId" = "acme@*" } }',
): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = ${principal} }
${label}
      Action    = "sts:AssumeRole"
      Condition = ${condition}
    }]
  })`;

describe(code, () => {
  it("finds everybody", () => {
    checkFindings(moduleWith(policy('"*"', `#                         ^^^ error ${code}`)), code);
  });

  it("is silent about Spacelift's account", () => checkFindings(moduleWith(policy('"324880187172"')), code));

  it.each([
    ['"*"', "#                 ^^^ error trust-policy-invalid"],
    ['{ "*" = "*" }', "#                   ^^^ error trust-policy-invalid"],
  ])("leaves Principal = %s, which IAM refuses, to another rule", (principal, label) => {
    checkFindings(moduleWith(policy('"*"', label).replace('{ AWS = "*" }', principal)));
  });

  it("is silent where a condition says who", () => {
    checkFindings(
      moduleWith(policy('"*"', "", '{ StringEquals = { "aws:PrincipalAccount" = "324880187172" } }')),
      code,
    );
  });

  describe("conditions on the caller", () => {
    const spacelift = '"324880187172"';
    const found = (
      condition: string,
      principal = '"*"',
      settings: Readonly<Record<string, unknown>> = { accountName: "acme", instance: "spacelift.io" },
    ): readonly string[] => {
      const { files } = readFixture(moduleWith(policy(principal, "", `{ ${condition} }`), 'variable "x" {}'));
      return findingsOf(files, undefined, { settings })
        .map((finding) => finding.code)
        .filter((each) => each.startsWith("trust-"));
    };

    it.each([
      ["all but one account", 'StringNotEquals = { "aws:PrincipalAccount" = "111111111111" }'],
      ["accounts that begin alike", 'StringLike = { "aws:PrincipalAccount" = "3*" }'],
      ["a role of any account", 'ArnLike = { "aws:PrincipalArn" = "arn:aws:iam::*:role/spacelift" }'],
      ["all but an organisation", 'StringNotEquals = { "aws:PrincipalOrgID" = "o-12345" }'],
      ["a second factor", 'Bool = { "aws:MultiFactorAuthPresent" = "true" }'],
      [
        "an operator that holds without the key",
        'StringEqualsIfExists = { "aws:PrincipalOrgID" = "o-12345" }',
      ],
      ["any external ID", 'StringLike = { "sts:ExternalId" = "*" }'],
      ["an external ID that is not known", 'StringLike = { "sts:ExternalId" = "${var.x}@*" }'],
    ])("let in everybody else by %s", (_, condition) => {
      expect(found(condition)).toContain(code);
    });

    it.each([
      ["an organisation", 'StringEquals = { "aws:PrincipalOrgID" = "o-12345" }'],
      ["an account that is not known", 'StringEquals = { "aws:PrincipalAccount" = var.x }'],
      ["a role of an account", 'ArnLike = { "aws:PrincipalArn" = "arn:aws:iam::111111111111:role/*" }'],
      ["an address", 'IpAddress = { "aws:SourceIp" = "10.0.0.0/8" }'],
      ["accounts by name", 'StringEquals = { "aws:PrincipalAccount" = ["324880187172", "111111111111"] }'],
    ])("keep out all but those of %s", (_, condition) => {
      expect(found(condition)).not.toContain(code);
    });

    it.each([
      ["none", "trust-external-id-optional", ""],
      ["any", "trust-external-id-too-broad", ', StringLike = { "sts:ExternalId" = "*" }'],
    ])("leave Spacelift, of whom %s is demanded, to another rule", (_, other, id) => {
      const only = `StringEquals = { "aws:PrincipalAccount" = ${spacelift} }${id}`;
      expect(found(only)).toEqual([other]);
      expect(found(only, `["*", ${spacelift}]`)).toEqual([other]);
      expect(found(only, undefined, {})).toEqual([other]);
      expect(
        found('StringEquals = { "aws:PrincipalAccount" = "324880187172", "sts:ExternalId" = "acme@*" }'),
      ).toEqual(["trust-wildcard-in-string-equals"]);
    });

    it("may stand in a Deny", () => {
      const withDeny = (condition: string): string =>
        policy('"*"').replace(
          "    }]\n",
          `    }, { Effect = "Deny", Principal = { AWS = "*" }, Action = "sts:AssumeRole", Condition = { ${condition} } }]\n`,
        );
      const kept = moduleWith(withDeny('StringNotEquals = { "aws:PrincipalAccount" = "324880187172" }'));
      checkFindings(kept, code);
      const around = withDeny('StringNotLike = { "sts:ExternalId" = "acme@*" }');
      const { files } = readFixture(moduleWith(around));
      expect(findingsOf(files, code)).toHaveLength(1);
    });

    it("says who gets in", () => {
      const condition = '{ StringNotEquals = { "aws:PrincipalAccount" = "111111111111" } }';
      const label = `#                         ^^^ error ${code}: The principal "*" lets AWS accounts that the policy does not name, such as 0`;
      checkFindings(moduleWith(policy('"*"', label, condition)), code);
    });
  });

  it("is silent about a principal that is unknown", () => {
    checkFindings(moduleWith(policy("var.principal"), 'variable "principal" {}'), code);
  });

  it("is silent about roles that have nothing to do with Spacelift", () => {
    const role = `resource "aws_iam_role" "public" {\n  assume_role_policy = ${policy('"*"')}\n}`;
    checkFindings(moduleWith(policy('"324880187172"'), role), code);
  });

  it("names Spacelift's account", () => {
    checkFix(
      moduleWith(policy('"*"')),
      code,
      moduleWith(policy("data.spacelift_account.this.aws_account_id")),
    );
    checkFix(moduleWith(policy('"*"')), code, moduleWith(policy('"324880187172"')), undefined, {
      settings: { instance: "spacelift.io" },
    });
  });
});
