/** `trust-external-id-optional`. */
import { describe, expect, it } from "vitest";
import { checkFindings, checkFix, findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";
import { moduleWith } from "../trust/verdictLines.ts";

const code = "trust-external-id-optional";
const bare = (principal = '"324880187172"', label = ""): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = ${principal} }
${label}
      Action    = "sts:AssumeRole"
    }]
  })`;
const conditioned = (
  operator: string,
  label = "",
  value = '"acme@*"',
  key = "sts:ExternalId",
): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "324880187172" }
      Action    = "sts:AssumeRole"
      Condition = {
        ${operator} = { "${key}" = ${value} }
${label}
      }
    }]
  })`;
const carets = (operator: string): string => `#       ${"^".repeat(operator.length)} warning ${code}`;

describe(code, () => {
  it("finds a statement without a condition", () => {
    checkFindings(
      moduleWith(
        bare(
          undefined,
          `#                         ^^^^^^^^^^^^^^ warning ${code}: This statement demands no external ID`,
        ),
      ),
      code,
    );
  });

  it.each(["StringLikeIfExists", "StringNotLike", '"ForAllValues:StringLike"'])("finds %s", (operator) => {
    checkFindings(moduleWith(conditioned(operator, carets(operator))), code);
  });

  it("finds a Null condition that wants it absent, unless it is told that it refuses Spacelift", () => {
    const source = (label: string): string => moduleWith(conditioned("Null", label, '"true"'));
    checkFindings(source(carets("Null")).replace(":role/spacelift", ":role/other"), code);
    checkFindings(source(""), code);
  });

  it("finds a second statement", () => {
    const both = conditioned("StringLike").replace(
      "    }]\n",
      `    }, {
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::324880187172:root" }
#                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning ${code}
      Action    = "sts:Assume*"
    }]
`,
    );
    checkFindings(moduleWith(both), code);
  });

  it.each([
    ["StringLike", conditioned("StringLike")],
    ["a key in another case", conditioned("StringLike", "", '"acme@*"', "STS:externalid")],
    [
      "a separate statement for tags",
      conditioned("StringLike").replace(
        "    }]\n",
        '    }, {\n      Effect = "Allow"\n      Principal = { AWS = "324880187172" }\n      Action = "sts:TagSession"\n    }]\n',
      ),
    ],
    ["a statement for somebody else", bare('"123456789012"')],
  ])("is silent about %s", (_name, text) => checkFindings(moduleWith(text), code));

  it.each([
    ["a principal", bare("var.x")],
    ["a condition's value", conditioned("StringLike", "", "var.x")],
    ["another condition", conditioned("Bool", "", '"true"', "aws:SecureTransport")],
  ])("is silent about %s that is unknown", (_name, text) =>
    checkFindings(moduleWith(text, 'variable "x" {}'), code),
  );

  it("demands the ID", () => {
    checkFix(
      moduleWith(bare()),
      code,
      moduleWith(
        bare().replace(
          '"sts:AssumeRole"\n',
          '"sts:AssumeRole"\n      Condition = { StringLike = { "sts:ExternalId" = "${data.spacelift_account.this.name}@*" } }\n',
        ),
      ),
    );
    checkFix(moduleWith(conditioned("StringLikeIfExists")), code, moduleWith(conditioned("StringLike")));
    checkFix(
      moduleWith(conditioned('"ForAllValues:StringLike"')),
      code,
      moduleWith(conditioned('"StringLike"')),
    );
  });

  it("demands the ID in a policy document", () => {
    const document = (condition: string): string => `
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["324880187172"]
    }${condition}
  }
}`;
    checkFix(
      moduleWith("data.aws_iam_policy_document.trust.json", document("")),
      code,
      moduleWith(
        "data.aws_iam_policy_document.trust.json",
        document(`
    condition {
      test     = "StringLike"
      variable = "sts:ExternalId"
      values   = ["\${data.spacelift_account.this.name}@*"]
    }`),
      ),
    );
  });

  it("demands no @ where the format of 2022 is sent", () => {
    const { files } = readFixture(moduleWith(bare()));
    const found = findingsOf(files, code, { settings: { externalIdFormat: "hyphen" } });
    expect(found.map((finding) => finding.fixes())).toEqual([[]]);
  });
});
