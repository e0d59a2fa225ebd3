/** `trust-legacy-external-id`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";
import { moduleWith } from "../trust/verdictLines.ts";

const code = "trust-legacy-external-id";
const policy = (id: string, label = ""): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "324880187172" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = {
          "sts:ExternalId" = ${id}
${label}
        }
      }
    }]
  })`;
const carets = (id: string, rest = ""): string =>
  `#                            ${"^".repeat(id.length)} error ${code}${rest}`;
const hyphens = '"acme-${spacelift_aws_integration.main.id}@${spacelift_stack.network.id}-write"';
const ats = '"acme@${spacelift_aws_integration.main.id}@${spacelift_stack.network.id}@write"';
const twoParts = '"acme@${spacelift_stack.network.id}"';

describe(code, () => {
  it("finds the hyphens of 2022", () => {
    checkFindings(moduleWith(policy(hyphens, carets(hyphens))), code);
  });

  it("finds a whole ID with hyphens", () => {
    const id = '"acme-01FPAH5J0JFYSM5953T9KT2VS9@network-write"';
    checkFindings(moduleWith(policy(id, carets(id))), code);
  });

  it("is all that is said of a pattern with hyphens, which other accounts match too", () => {
    const id = '"acme-*@network-*"';
    const source = policy(id, carets(id)).replace("StringEquals", "StringLike");
    checkFindings(moduleWith(source), undefined, { settings: { accountName: "acme" } });
  });

  it("finds the two parts of the older resources", () => {
    checkFindings(moduleWith(policy(twoParts, carets(twoParts))), code);
  });

  it("is silent where the older resource uses the role", () => {
    const role = `resource "aws_iam_role" "spacelift" {\n  assume_role_policy = ${policy('"acme@network"')}\n}`;
    checkFindings(
      `${role}\nresource "spacelift_aws_role" "old" {\n  stack_id = "network"\n  role_arn = aws_iam_role.spacelift.arn\n}`,
      code,
    );
  });

  it("is silent about the form with @", () => checkFindings(moduleWith(policy(ats)), code));

  it("is silent where the settings ask for hyphens", () => {
    checkFindings(moduleWith(policy(hyphens)), code, { settings: { externalIdFormat: "hyphen" } });
  });

  it("is silent about an ID that is unknown", () => {
    checkFindings(
      moduleWith(
        policy('"${var.account}-${var.integration}"'),
        'variable "account" {}\nvariable "integration" {}',
      ),
      code,
    );
  });

  it("closes no cycle", () => {
    const inCycle = (id: string, operator: string): string =>
      moduleWith(policy(id).replace("StringEquals", operator)).replace(
        '"arn:aws:iam::123456789012:role/spacelift"',
        "aws_iam_role.spacelift.arn",
      );
    checkFix(
      inCycle(twoParts, "StringEquals"),
      code,
      inCycle('"acme@*@${spacelift_stack.network.id}@write"', "StringLike"),
    );
  });

  it("names what it closes no cycle with in a policy document", () => {
    const document = (id: string): string => `
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["324880187172"]
    }
    condition {
      test     = "StringEquals"
      variable = "sts:ExternalId"
      values   = [${id}]
    }
  }
}`;
    const inDocument = (id: string): string =>
      moduleWith("data.aws_iam_policy_document.trust.json", document(id));
    checkFix(inDocument(twoParts), code, inDocument(ats));
    checkFix(inDocument(hyphens), code, inDocument(ats));
  });

  it("rewrites hyphens in JSON text", () => {
    const inText = (id: string): string =>
      moduleWith(`<<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Principal": { "AWS": "324880187172" },
        "Action": "sts:AssumeRole",
        "Condition": { "StringEquals": { "sts:ExternalId": ${id} } }
      }]
    }
    EOT`);
    checkFix(inText(hyphens), code, inText(ats));
  });

  it("rewrites both forms", () => {
    checkFix(moduleWith(policy(hyphens)), code, moduleWith(policy(ats)));
    checkFix(moduleWith(policy(twoParts)), code, moduleWith(policy(ats)));
  });
});
