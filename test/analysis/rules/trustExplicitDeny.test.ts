/** `trust-explicit-deny`. */
import { describe, expect, it } from "vitest";
import { checkFindings, checkFix, findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";
import { moduleWith } from "../trust/verdictLines.ts";

const code = "trust-explicit-deny";
const acme = { settings: { accountName: "acme" } };
const policy = (condition: string, label = ""): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "324880187172" }
      Action    = "sts:AssumeRole"
      Condition = { StringLike = { "sts:ExternalId" = "acme@*" } }
    }, {
      Sid       = "Others"
      Effect    = "Deny"
${label}
      Principal = { AWS = "*" }
      Action    = "sts:*"
      Condition = ${condition}
    }]
  })`;

describe(code, () => {
  it("finds a Deny that applies", () => {
    checkFindings(
      moduleWith(
        policy(
          '{ StringNotLike = { "sts:ExternalId" = "acme@*@other@*" } }'.replace("other", "Other"),
          `#                 ^^^^^^ error ${code}: The Deny statement "Others" refuses spacelift_stack.network (write)`,
        ),
      ),
      code,
      acme,
    );
  });

  it("is silent about a Deny for everybody else", () => {
    checkFindings(moduleWith(policy('{ StringNotLike = { "sts:ExternalId" = "acme@*" } }')), code, acme);
  });

  it("is silent about a Deny that may apply", () => {
    checkFindings(
      moduleWith(policy('{ StringNotLike = { "sts:ExternalId" = var.id } }'), 'variable "id" {}'),
      code,
      acme,
    );
    checkFindings(moduleWith(policy('{ Bool = { "aws:SecureTransport" = "false" } }')), code, acme);
  });

  const byName = (condition: string): string =>
    moduleWith(policy(condition)).replace("spacelift_stack.network.id\n", '"network"\n');
  const exceptIds = (ids: string): string => byName(`{ StringNotLike = { "sts:ExternalId" = ${ids} } }`);

  it.each([
    ["what is meant for another stack", '"acme@*@other@*"', '["acme@*@other@*", "acme@*@network@*"]'],
    ["another account", '"other@*"', '"acme@*"'],
    ["a list", '["acme@*@other@*"]', '["acme@*@other@*", "acme@*@network@*"]'],
  ])("makes Spacelift's sessions an exception: %s", (_name, wrong, right) => {
    checkFix(exceptIds(wrong), code, exceptIds(right), undefined, acme);
  });

  it("reads wildcards as wildcards", () => {
    const source = (operator: string): string => byName(`{ ${operator} = { "sts:ExternalId" = "acme@*" } }`);
    checkFix(source("StringNotEquals"), code, source("StringNotLike"), undefined, acme);
  });

  it("makes Spacelift's account an exception", () => {
    const except = (operator: string, key: string, values: string): string =>
      byName(`{ ${operator} = { "${key}" = ${values} } }`);
    const account = (values: string): string => except("StringNotEquals", "aws:PrincipalAccount", values);
    checkFix(account('"123456789012"'), code, account('["123456789012", "324880187172"]'), undefined, acme);
    const arn = (values: string): string => except("ArnNotLike", "aws:PrincipalArn", values);
    const [mine, both] = ['"arn:aws:iam::123456789012:*"', '"arn:aws:iam::324880187172:*"'];
    checkFix(arn(mine), code, arn(`[${mine}, ${both}]`), undefined, acme);
  });

  it.each([
    ["has no exceptions", '{ StringLike = { "sts:ExternalId" = "acme@*" } }'],
    ["has its exceptions from elsewhere", '{ StringNotLike = { "sts:ExternalId" = split(",", "a@b,c@d") } }'],
  ])("offers nothing where the Deny %s", (_name, condition) => {
    const found = findingsOf(readFixture(byName(condition)).files, code, acme);
    expect(found.length).toBe(1);
    expect(found.flatMap((finding) => finding.fixes())).toEqual([]);
  });
});
