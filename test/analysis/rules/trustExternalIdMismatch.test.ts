/** `trust-external-id-mismatch`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";
import { moduleWith } from "../trust/verdictLines.ts";

const code = "trust-external-id-mismatch";
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

describe(code, () => {
  it("finds the slug alone", () => {
    checkFindings(
      moduleWith(
        policy(
          "spacelift_stack.network.id",
          `#                            ^^^^^^^^^^^^^^^^^^^^^^^^^^ error ${code}: The role refuses spacelift_stack.network (write)`,
          "StringEquals",
        ),
      ),
      code,
    );
  });

  it("finds the integration's ID alone", () => {
    checkFindings(
      moduleWith(
        policy(
          "spacelift_aws_integration.main.id",
          `#                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error ${code}`,
          "StringEquals",
        ),
      ),
      code,
    );
  });

  it("finds another account, where the settings tell the name", () => {
    checkFindings(
      moduleWith(policy('"other@*"', `#                            ^^^^^^^^^ error ${code}`)),
      code,
      acme,
    );
  });

  it("finds an attribute that was never set", () => {
    checkFindings(
      moduleWith(
        policy(
          "spacelift_aws_integration.main.external_id",
          `#                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error ${code}`,
          "StringEquals",
        ),
      ),
      code,
    );
  });

  it("finds a stack's name where the slug belongs, in a local", () => {
    checkFindings(
      moduleWith(
        policy("local.id"),
        `locals {
  id = "acme@*@My Network@*"
#      ^^^^^^^^^^^^^^^^^^^^^ error ${code}
}`,
      ),
      code,
    );
  });

  it("finds it in a heredoc", () => {
    checkFindings(
      moduleWith(`<<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Principal": { "AWS": "324880187172" },
        "Action": "sts:AssumeRole",
        "Condition": { "StringEquals": { "sts:ExternalId": "spacelift" } }
#                                                           ^^^^^^^^^ error ${code}
      }]
    }
    EOT`),
      code,
    );
  });

  it("finds a worker's external ID that differs", () => {
    checkFindings(
      moduleWith(
        policy('"spacelift"', `#                            ^^^^^^^^^^^ error ${code}`).replace(
          "324880187172",
          "111122223333",
        ),
        "",
        'generate_credentials_in_worker = true\n  external_id = "worker"',
      ),
      code,
    );
  });

  it.each([
    ["a pattern for the account", policy('"acme@*"')],
    [
      "names by reference",
      policy('"${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@*"'),
    ],
    ["one of several", policy('["other@*", "acme@*"]')],
    ["whatever the case", policy('"ACME@*"', "", "StringNotLike")],
  ])("is silent about %s", (_name, text) => checkFindings(moduleWith(text), code, acme));

  it.each([
    ["an account name that nobody told", policy('"acme@*"')],
    ["a variable", policy('"${var.account}@*"')],
    ["a list from outside", policy("var.account")],
    ["a slug that may be the stack's", policy('"acme@*@network@*"')],
    ["an integration ID that is written out", policy('"acme@01FPAH5J0JFYSM5953T9KT2VS9@*"')],
  ])("is silent about %s, which is unknown", (_name, text) =>
    checkFindings(moduleWith(text, 'variable "account" {}'), code),
  );

  it("admits what the worker sends", () => {
    const worker = 'generate_credentials_in_worker = true\n  external_id = "worker"';
    const own = (id: string): string =>
      moduleWith(policy(id).replace("324880187172", "111122223333"), "", worker);
    checkFix(own('"spacelift"'), code, own('"worker"'));
  });
});
