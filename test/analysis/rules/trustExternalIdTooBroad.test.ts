/** `trust-external-id-too-broad`. */
import { describe, expect, it } from "vitest";
import { checkFindings, checkFix, findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";
import { moduleWith } from "../trust/verdictLines.ts";

const code = "trust-external-id-too-broad";
const acme = { settings: { accountName: "acme" } };
const policy = (id: string, label = "", operator = "StringLike"): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "324880187172" }
      Action    = "sts:AssumeRole"
      Condition = {
        ${operator} = {
          "sts:ExternalId" = ${id}
${label}
        }
      }
    }]
  })`;
const carets = (id: string): string =>
  `#                            ${"^".repeat(id.length)} warning ${code}`;

describe(code, () => {
  it.each(['"*"', '"*@*@*@read"', '"acme*"', '"*@*@${spacelift_stack.network.id}@*"', '"ac?e@*"'])(
    "finds %s",
    (id) => {
      checkFindings(moduleWith(policy(id, carets(id))), code, acme);
      checkFindings(moduleWith(policy(id, carets(id))), code);
    },
  );

  describe("a statement without a condition, beside a Deny", () => {
    const withDeny = (operator: string, value: string, label = ""): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "324880187172" }
${label}
        Action    = "sts:AssumeRole"
      },
      {
        Effect    = "Deny"
        Principal = { AWS = "*" }
        Action    = "sts:AssumeRole"
        Condition = { ${operator} = { "sts:ExternalId" = ${value} } }
      },
    ]
  })`;
    const label = `#                           ^^^^^^^^^^^^^^ warning ${code}: This statement also admits other Spacelift accounts, such as "aa@`;

    it.each([
      ["of none", "Null", "true"],
      ["of one ID, and of none", "StringEqualsIfExists", '"old"'],
    ])("is found where the Deny is %s", (_, operator, value) => {
      checkFindings(moduleWith(withDeny(operator, value, label)), code, acme);
      checkFindings(moduleWith(withDeny(operator, value)), "trust-external-id-optional", acme);
    });

    it("is right where the Deny is of all others", () => {
      checkFindings(moduleWith(withDeny("StringNotLike", '"acme@*"')), code, acme);
    });
  });

  it("finds a slug that is cut short", () => {
    const id = '"acme@*@${spacelift_stack.network.id}*"';
    checkFindings(moduleWith(policy(id, carets(id))), code);
  });

  it.each([
    '"acme@*"',
    '"acme@*@prod-*"',
    '"acme@*@*-prod@*"',
    '["acme@*", "beta@*"]',
    '"${data.spacelift_account.this.name}@*"',
  ])("is silent about %s", (id) => {
    checkFindings(moduleWith(policy(id)), code);
    checkFindings(moduleWith(policy(id)), code, acme);
  });

  it("is silent about what is unknown", () => {
    checkFindings(moduleWith(policy('"${var.account}@*"'), 'variable "account" {}'), code, acme);
  });

  it("tightens the pattern", () => {
    checkFix(moduleWith(policy('"acme*"')), code, moduleWith(policy('"acme@*"')));
    checkFix(moduleWith(policy('"*"')), code, moduleWith(policy('"${data.spacelift_account.this.name}@*"')));
    checkFix(moduleWith(policy('"*@*@x@*"')), code, moduleWith(policy('"acme@*@x@*"')), undefined, acme);
    checkFix(
      moduleWith(policy('"acme@*@${spacelift_stack.network.id}*"')),
      code,
      moduleWith(policy('"acme@*@${spacelift_stack.network.id}@*"')),
    );
  });

  it.each(["hyphen", "both"])("offers no @ where the format of 2022 is sent: %s", (externalIdFormat) => {
    for (const id of ['"acme*"', '"*"']) {
      const { files } = readFixture(moduleWith(policy(id)));
      const found = findingsOf(files, code, { settings: { externalIdFormat } });
      expect(found.map((finding) => finding.fixes())).toEqual([[]]);
    }
  });
});
