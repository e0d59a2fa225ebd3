/** `trust-policy-too-long`. */
import { describe, expect, it } from "vitest";
import { checkFindings, checkFix, findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";
import { moduleWith } from "../trust/verdictLines.ts";

const code = "trust-policy-too-long";
const policy = (ids: string): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "324880187172" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "sts:ExternalId" = ${ids} } }
    }]
  })`;
const ids = (count: number): string =>
  `[for number in range(${count}) : "acme@01FPAH5J0JFYSM5953T9KT2VS9@stack-number-\${number}@write"]`;

describe(code, () => {
  it("finds a list of many IDs", () => {
    const source = moduleWith(policy(ids(60)));
    checkFindings(
      source.replace(
        "assume_role_policy = jsonencode({",
        `assume_role_policy = jsonencode({\n# ^^^^^^^^^^^^^^^^^^ warning ${code}: This trust policy has at least`,
      ),
      code,
    );
  });

  it("is silent about a short one", () => checkFindings(moduleWith(policy(ids(20))), code));

  it("does not count white space", () => {
    checkFindings(
      moduleWith(`<<EOT\n{"Version": "2012-10-17",${" ".repeat(2500)}"Statement": []}\nEOT`),
      code,
    );
  });

  it("is silent about a length that is unknown", () => {
    checkFindings(moduleWith(policy("var.ids"), 'variable "ids" {}'), code);
  });

  const many = (inside: (number: number) => string): string =>
    `[\n${Array.from({ length: 40 }, (_, number) => `        "${inside(number)}",\n`).join("")}      ]`;
  const ofOne = (number: number): string =>
    `acme@\${spacelift_aws_integration.main.id}@stack-number-${number}-of-many-with-a-long-name@write`;
  const pattern = "acme@${spacelift_aws_integration.main.id}@*";
  const title = `Admit every stack instead of a list: ${pattern}`;

  it("writes a pattern for the integration that all name", () => {
    const after = policy(`"${pattern}"`).replace("StringEquals", "StringLike");
    checkFix(moduleWith(policy(many(ofOne))), code, moduleWith(after), title);
    const loop = `[for number in range(60) : "acme@\${spacelift_aws_integration.main.id}@stack-number-\${number}@write"]`;
    checkFix(moduleWith(policy(loop)), code, moduleWith(after), title);
  });

  it("writes it in a policy document", () => {
    const document = (test: string, values: string): string => `
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["324880187172"]
    }
    condition {
      ${test}
      ${values}
    }
  }
}`;
    const inDocument = (test: string, values: string): string =>
      moduleWith("data.aws_iam_policy_document.trust.json", document(test, values));
    checkFix(
      inDocument('test     = "StringEquals"\n      variable = "sts:ExternalId"', `values = ${many(ofOne)}`),
      code,
      inDocument('test     = "StringLike"\n      variable = "sts:ExternalId"', `values   = ["${pattern}"]`),
      title,
    );
  });

  it("offers nothing for IDs of several integrations, or from elsewhere", () => {
    const several = many(
      (number) => `acme@${String(number).padStart(26, "0")}@a-stack-with-a-rather-long-name@write`,
    );
    for (const source of [policy(several), policy(`concat(${ids(30)}, ${ids(30)})`)]) {
      const found = findingsOf(readFixture(moduleWith(source)).files, code);
      expect(found.map((finding) => finding.fixes())).toEqual([[]]);
    }
  });
});
