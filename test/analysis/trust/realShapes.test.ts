/** Shapes of trust policies that people really committed, right and wrong, each with the trust findings it deserves. */
import { describe, expect, it } from "vitest";
import { findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";
import { moduleWith } from "./verdictLines.ts";

const statement = (principal: string, operator: string, id: string): string => `{
      "Effect": "Allow",
      "Principal": { "AWS": ${principal} },
      "Action": "sts:AssumeRole",
      "Condition": { "${operator}": { "sts:ExternalId": ${id} } }
    }`;
const encoded = (...statements: readonly string[]): string =>
  `jsonencode({ Version = "2012-10-17", Statement = [${statements.join(", ")}] })`;
const heredoc = (text: string): string =>
  `<<-EOF\n    { "Version": "2012-10-17", "Statement": [${text}] }\n  EOF`;
const root = '"arn:aws:iam::324880187172:root"';
const document = (condition: string): string => `
data "aws_iam_policy_document" "trust" {
  statement {
    sid     = "Spacelift"
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["577638371743"]
    }
    condition {
      test     = "StringLike"
      variable = "sts:ExternalId"
      values   = ["acme@*"]
    }
  }
  statement {
    actions = ["sts:TagSession"]
    principals {
      type        = "AWS"
      identifiers = ["577638371743"]
    }${condition}
  }
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.github.arn]
    }
    condition {
      test     = "StringLike"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:acme/*"]
    }
  }
}
resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}`;

interface Case {
  readonly name: string;
  readonly source: string;
  readonly codes?: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: "pasted JSON with the bare account",
    source: moduleWith(encoded(statement('"324880187172"', "StringLike", '"acme@*"'))),
  },
  {
    name: "a heredoc for one stack",
    source: moduleWith(heredoc(statement(root, "StringLike", '"acme@*@network@*"'))),
  },
  {
    name: "locals, with an account name of mixed case, and the role by reference",
    source: moduleWith(
      encoded(statement("local.principal", "StringLike", '"${local.account}@*"')),
      'locals {\n  principal = "arn:aws:iam::324880187172:root"\n  account   = "AcmeCorp"\n}',
      "duration_seconds = 3600",
    ),
  },
  {
    name: "a policy document with tags and another provider",
    source: moduleWith("data.aws_iam_policy_document.trust.json", document(""), "tag_assume_role = true"),
  },
  {
    name: "tags under the condition, in an earlier revision",
    source: moduleWith(
      "data.aws_iam_policy_document.trust.json",
      document(
        '\n    condition {\n      test     = "StringLike"\n      variable = "sts:ExternalId"\n      values   = ["acme@*"]\n    }',
      ),
      "tag_assume_role = true",
    ),
    codes: ["trust-tag-session-condition"],
  },
  {
    name: "official statements for a stack and a module, and users",
    source: moduleWith(
      encoded(
        "jsondecode(data.spacelift_aws_integration_attachment_external_id.stack.assume_role_policy_statement)",
        "jsondecode(data.spacelift_aws_integration_attachment_external_id.module.assume_role_policy_statement)",
        '{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:user/admin" }, Action = "sts:AssumeRole" }',
      ),
      `data "spacelift_aws_integration_attachment_external_id" "stack" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = spacelift_stack.network.id
  read           = true
  write          = true
}
data "spacelift_aws_integration_attachment_external_id" "module" {
  integration_id = spacelift_aws_integration.main.id
  module_id      = "my-module-id"
  read           = true
  write          = true
}
resource "spacelift_aws_integration_attachment" "module" {
  integration_id = spacelift_aws_integration.main.id
  module_id      = "my-module-id"
}`,
    ),
  },
  {
    name: "official statements in a loop",
    source: moduleWith(
      `jsonencode({
    Version   = "2012-10-17"
    Statement = [for id in data.spacelift_aws_integration_attachment_external_id.all : jsondecode(id.assume_role_policy_statement)]
  })`,
      `data "spacelift_aws_integration_attachment_external_id" "all" {
  for_each       = toset(["a", "b"])
  integration_id = spacelift_aws_integration.main.id
  stack_id       = each.key
  write          = true
}`,
    ),
  },
  {
    name: "a variable for account and principal",
    source: moduleWith(
      encoded(statement('"arn:aws:iam::${var.principal}:root"', "StringLike", '"${var.account}@*"')),
      'variable "principal" {}\nvariable "account" {}',
    ),
  },
  {
    name: "a conditional by region",
    source: moduleWith(
      encoded(statement('(var.us ? "577638371743" : "324880187172")', "StringLike", '"acme@*"')),
      'variable "us" {}',
    ),
  },
  {
    name: "every stack whose slug ends in something",
    source: moduleWith(encoded(statement('"577638371743"', "StringLike", '"acme@*@*network@*"'))),
  },
  {
    name: "two accounts of one company",
    source: moduleWith(encoded(statement('"324880187172"', "StringLike", '["acme@*", "beta@*"]'))),
  },
  {
    name: "whole IDs for writing alone, as documented",
    source: moduleWith(
      encoded(
        statement(
          root,
          "StringEquals",
          '["${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@${spacelift_stack.network.id}@write"]',
        ),
      ),
    ),
  },
  {
    name: "a self-hosted installation's account from the data source",
    source: moduleWith(
      encoded(
        statement(
          '"arn:aws-us-gov:iam::${data.spacelift_account.this.aws_account_id}:root"',
          "StringLike",
          '"acme@*"',
        ),
      ),
    ).replace("arn:aws-us-gov:", "arn:aws:"),
  },
  {
    name: "the author's own account",
    source: moduleWith(encoded(statement('"123456789012"', "StringLike", '"acme@*"'))),
    codes: ["trust-principal-mismatch"],
  },
  {
    name: "Spacelift's account for a private worker",
    source: moduleWith(
      heredoc(statement(root, "StringEquals", '"spacelift"')),
      "",
      'generate_credentials_in_worker = true\n  external_id = "spacelift"',
    ),
    codes: ["trust-principal-mismatch"],
  },
  {
    name: "the two parts of old for an integration",
    source: moduleWith(encoded(statement(root, "StringEquals", '"acme@network"'))),
    codes: ["trust-legacy-external-id"],
  },
  {
    name: "the stack's name for its slug",
    source: moduleWith(encoded(statement(root, "StringLike", '"acme@*@My Stack@*"'))),
    codes: ["trust-external-id-mismatch"],
  },
  {
    name: "the slug alone",
    source: moduleWith(encoded(statement(root, "StringEquals", "spacelift_stack.network.id"))),
    codes: ["trust-external-id-mismatch"],
  },
  {
    name: "a principal with a path behind the account",
    source: moduleWith(encoded(statement('"324880187172/role/Spacelift"', "StringLike", '"acme@*"'))),
    codes: ["trust-policy-invalid"],
  },
  {
    name: "everybody, without a condition",
    source: moduleWith(encoded('{ Effect = "Allow", Principal = { AWS = "*" }, Action = "sts:AssumeRole" }')),
    codes: ["trust-public-principal"],
  },
  {
    name: "the condition deleted",
    source: moduleWith(
      encoded(`{ Effect = "Allow", Principal = { AWS = ${root} }, Action = "sts:AssumeRole" }`),
    ),
    codes: ["trust-external-id-optional"],
  },
];

describe("a policy that somebody committed", () => {
  it.each(cases)("$name", ({ source, codes }) => {
    const found = findingsOf(readFixture(source).files).map(({ code }) => code);
    expect(found.filter((code) => code.startsWith("trust-")).toSorted()).toEqual(codes ?? []);
  });
});
