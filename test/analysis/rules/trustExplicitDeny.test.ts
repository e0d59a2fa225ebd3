/** `trust-explicit-deny`. */
import { describe, it } from "vitest";
import { checkFindings } from "../../kit/checkRule.ts";
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
          `#                 ^^^^^^ error ${code}: The Deny statement "Others" applies to "acme@`,
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
});
