/** `trust-policy-too-long`. */
import { describe, it } from "vitest";
import { checkFindings } from "../../kit/checkRule.ts";
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
});
