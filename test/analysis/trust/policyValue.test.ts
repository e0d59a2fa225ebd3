/** Trust policies in every shape that people write, each with the verdict that it deserves. */
import { describe, expect, it } from "vitest";
import { moduleWith, verdictLines } from "./verdictLines.ts";

const acme = { accountName: "acme", instance: "spacelift.io" };

const statement = (id: string, operator = "StringLike", principal = '"324880187172"'): string => `{
  Effect    = "Allow"
  Principal = { AWS = ${principal} }
  Action    = "sts:AssumeRole"
  Condition = { ${operator} = { "sts:ExternalId" = ${id} } }
}`;
const encoded = (...statements: readonly string[]): string =>
  `jsonencode({ Version = "2012-10-17", Statement = [${statements.join(", ")}] })`;

const heredoc = (id: string): string => `<<-EOT
  {
    "Version": "2012-10-17",
    "Statement": {
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::324880187172:root" },
      "Action": "sts:AssumeRole",
      "Condition": { "StringLike": { "sts:ExternalId": "${id}" } }
    }
  }
  EOT`;

const document = (body: string): string => `
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = [data.spacelift_account.this.aws_account_id]
    }
    ${body}
  }
}`;

interface Case {
  readonly name: string;
  readonly policy: string;
  readonly rest?: string;
  readonly integration?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly outcome: string;
}

const cases: readonly Case[] = [
  { name: "a pattern for the account", policy: encoded(statement('"acme@*"')), outcome: "allowed" },
  {
    name: "pasted JSON with quoted keys and colons",
    policy: `jsonencode({
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Principal": { "AWS": "324880187172" },
        "Action": "sts:AssumeRole",
        "Condition": { "StringLike": { "sts:ExternalId": "acme@*" } }
      }]
    })`,
    outcome: "allowed",
  },
  { name: "another account's pattern", policy: encoded(statement('"other@*"')), outcome: "refused" },
  {
    name: "an account name that nobody told us",
    policy: encoded(statement('"acme@*"')),
    settings: {},
    outcome: "unknown, allowed for acme",
  },
  {
    name: "names by data source and reference",
    policy: encoded(
      statement(
        '"${data.spacelift_account.this.name}@${spacelift_aws_integration.main.id}@${spacelift_stack.network.id}@write"',
        "StringEquals",
        "data.spacelift_account.this.aws_account_id",
      ),
    ),
    settings: {},
    outcome: "allowed",
  },
  {
    name: "another partition, where an installation of one's own may be",
    policy: encoded(
      statement(
        '"acme@*"',
        "StringLike",
        '"arn:aws-us-gov:iam::${data.spacelift_account.this.aws_account_id}:root"',
      ),
    ),
    settings: { accountName: "acme" },
    outcome: "unknown",
  },
  {
    name: "another stack",
    policy: encoded(statement('"acme@*@${spacelift_stack.other.id}@*"')),
    rest: 'resource "spacelift_stack" "other" {\n name = "other"\n branch = "b"\n repository = "r"\n}',
    outcome: "refused",
  },
  {
    name: "a stack with a slug of its own",
    policy: encoded(statement('"acme@*@net@write"')),
    rest: "",
    outcome: "unknown",
  },
  {
    name: "statements in a local, with merge and concat",
    policy: 'jsonencode(merge({ Version = "2012-10-17" }, { Statement = concat([], local.statements) }))',
    rest: `locals {\n statements = [for id in ["acme@*"] : ${statement("id")}]\n}`,
    outcome: "allowed",
  },
  { name: "a heredoc", policy: heredoc("acme@*"), outcome: "allowed" },
  {
    name: "a heredoc with an interpolation",
    policy: heredoc("${local.account}@*"),
    rest: 'locals {\n account = "acme"\n}',
    outcome: "allowed",
  },
  {
    name: "a heredoc without the white space around it",
    policy: `trimspace(${heredoc("${local.account}@${spacelift_aws_integration.main.id}@*")}\n  )`,
    rest: 'locals {\n account = "acme"\n}',
    outcome: "allowed",
  },
  {
    name: "a heredoc without its last line break",
    policy: `chomp(${heredoc("other@${spacelift_aws_integration.main.id}@*")}\n  )`,
    outcome: "refused",
  },
  { name: "a heredoc that refuses", policy: heredoc("acme-*"), outcome: "refused" },
  {
    name: "quoted JSON",
    policy:
      '"{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Principal\\":{\\"AWS\\":\\"324880187172\\"},\\"Action\\":\\"sts:AssumeRole\\",\\"Condition\\":{\\"StringLike\\":{\\"sts:ExternalId\\":\\"acme@*\\"}}}]}"',
    outcome: "allowed",
  },
  {
    name: "the official statement",
    policy: encoded(
      "jsondecode(data.spacelift_aws_integration_attachment_external_id.this.assume_role_policy_statement)",
    ),
    rest: `data "spacelift_aws_integration_attachment_external_id" "this" {
      integration_id = spacelift_aws_integration.main.id
      stack_id       = spacelift_stack.network.id
      read           = true
      write          = true
    }`,
    settings: {},
    outcome: "allowed",
  },
  {
    name: "the official statement of another phase",
    policy: encoded(
      "jsondecode(data.spacelift_aws_integration_attachment_external_id.this.assume_role_policy_statement)",
    ),
    rest: `data "spacelift_aws_integration_attachment_external_id" "this" {
      integration_id = spacelift_aws_integration.main.id
      stack_id       = spacelift_stack.network.id
      read           = true
    }`,
    settings: {},
    outcome: "refused",
  },
  {
    name: "the data source's external ID",
    policy: encoded(
      statement("data.spacelift_aws_integration_attachment_external_id.this.external_id", "StringEquals"),
    ),
    rest: `data "spacelift_aws_integration_attachment_external_id" "this" {
      integration_id = spacelift_aws_integration.main.id
      stack_id       = spacelift_stack.network.id
      write          = true
    }`,
    settings: {},
    outcome: "allowed",
  },
  {
    name: "a policy document",
    policy: "data.aws_iam_policy_document.trust.json",
    rest: document(
      'condition {\n test = "StringLike"\n variable = "sts:ExternalId"\n values = ["acme@*"]\n}',
    ),
    outcome: "allowed",
  },
  {
    name: "a minified policy document that refuses",
    policy: "data.aws_iam_policy_document.trust.minified_json",
    rest: document(
      'condition {\n test = "StringEquals"\n variable = "sts:ExternalId"\n values = ["acme@*"]\n}',
    ),
    outcome: "refused",
  },
  {
    name: "two conditions on one key, which become alternatives",
    policy: "data.aws_iam_policy_document.trust.json",
    rest: document(
      ["acme@*", "other@*"]
        .map(
          (value) =>
            `condition {\n test = "StringLike"\n variable = "sts:ExternalId"\n values = ["${value}"]\n}`,
        )
        .join("\n"),
    ),
    outcome: "allowed",
  },
  {
    name: "dynamic conditions",
    policy: "data.aws_iam_policy_document.trust.json",
    rest: document(`dynamic "condition" {
      for_each = ["acme@*"]
      iterator = id
      content {
        test     = "StringLike"
        variable = "sts:ExternalId"
        values   = [id.value]
      }
    }`),
    outcome: "allowed",
  },
  {
    name: "dynamic conditions that nobody knows",
    policy: "data.aws_iam_policy_document.trust.json",
    rest:
      document(`dynamic "condition" {
      for_each = var.ids
      content {
        test     = "StringLike"
        variable = "sts:ExternalId"
        values   = [condition.value]
      }
    }\n`) + 'variable "ids" {}',
    outcome: "unknown",
  },
  {
    name: "a statement that another one replaces",
    policy: "data.aws_iam_policy_document.all.json",
    rest: `
    data "aws_iam_policy_document" "base" {
      statement {
        sid     = "Spacelift"
        effect  = "Deny"
        actions = ["sts:*"]
        principals {
          type        = "AWS"
          identifiers = ["*"]
        }
      }
    }
    data "aws_iam_policy_document" "all" {
      source_policy_documents   = [data.aws_iam_policy_document.base.json]
      override_policy_documents = [jsonencode({ Statement = [merge(local.own, { Sid = "Spacelift" })] })]
    }
    locals {
      own = ${statement('"acme@*"')}
    }`,
    outcome: "allowed",
  },
  ...["source_json", "override_json"].map((attribute) => ({
    name: `the ${attribute} of older providers`,
    policy: "data.aws_iam_policy_document.all.json",
    rest: `${document("")}
    data "aws_iam_policy_document" "all" {
      ${attribute} = data.aws_iam_policy_document.trust.json
    }`,
    outcome: "allowed",
  })),
  {
    name: "a policy variable",
    policy: "data.aws_iam_policy_document.trust.json",
    rest: document(
      'condition {\n test = "StringEquals"\n variable = "aws:PrincipalAccount"\n values = ["&{aws:PrincipalAccount}"]\n}',
    ),
    outcome: "allowed",
  },
  ...[
    ["Condition = null", statement('"acme@*"').replace(/Condition = .*/, "Condition = null")],
    ["an operator that is null", statement('"acme@*"').replace("{ StringLike", "{ Bool = null, StringLike")],
    [
      "principals that are null",
      statement('"acme@*"').replace("{ AWS", "{ Service = null, Federated = null, AWS"),
    ],
    ["a number as principal", statement('"acme@*"', "StringLike", "324880187172")],
  ].map(([name = "", written = ""]) => ({
    name: `${name}, which IAM may refuse`,
    policy: encoded(written),
    outcome: "unknown",
  })),
  {
    name: "null where it lets nobody in anyway",
    policy: encoded(statement('"other@*"').replace("{ StringLike", "{ Bool = null, StringLike")),
    outcome: "refused",
  },
  { name: "a file", policy: 'file("trust.json")', outcome: "unknown" },
  {
    name: "a variable",
    policy: "var.policy",
    rest: 'variable "policy" {\n type = string\n}',
    outcome: "unknown",
  },
  {
    name: "a principal from a variable",
    policy: encoded(statement('"acme@*"', "StringLike", "var.p")),
    rest: 'variable "p" {}',
    outcome: "unknown",
  },
  {
    name: "the author's own account",
    policy: encoded(statement('"acme@*"', "StringLike", '"123456789012"')),
    outcome: "refused",
  },
  {
    name: "a slug alone",
    policy: encoded(statement("spacelift_stack.network.id", "StringEquals")),
    settings: {},
    outcome: "refused",
  },
  { name: "a two-part ID", policy: encoded(statement('"acme@network"', "StringEquals")), outcome: "refused" },
  {
    name: "the hyphens of old",
    policy: encoded(
      statement(
        '"acme-${spacelift_aws_integration.main.id}@${spacelift_stack.network.id}-write"',
        "StringEquals",
      ),
    ),
    outcome: "refused",
  },
  {
    name: "the hyphens of old, where the settings say so",
    policy: encoded(
      statement(
        '"acme-${spacelift_aws_integration.main.id}@${spacelift_stack.network.id}-write"',
        "StringEquals",
      ),
    ),
    settings: { ...acme, externalIdFormat: "hyphen" },
    outcome: "allowed",
  },
  {
    name: "a private worker with its own external ID",
    policy: encoded(statement('"spacelift"', "StringEquals", '"111122223333"')),
    integration: 'generate_credentials_in_worker = true\n external_id = "spacelift"',
    outcome: "unknown",
  },
  {
    name: "a private worker with another external ID",
    policy: encoded(statement('"spacelift"', "StringEquals", '"111122223333"')),
    integration: 'generate_credentials_in_worker = true\n external_id = "worker"',
    outcome: "refused",
  },
  {
    name: "a policy whose changes are ignored",
    policy: `${encoded(statement('"other@*"'))}\n  lifecycle {\n    ignore_changes = [tags, assume_role_policy]\n  }`,
    outcome: "unjudged",
  },
  {
    name: "tags without a statement for them",
    policy: encoded(statement('"acme@*"')),
    integration: "tag_assume_role = true",
    outcome: "refused",
  },
  {
    name: "tags with a statement for them",
    policy: encoded(
      statement('"acme@*"'),
      '{ Effect = "Allow", Principal = { AWS = "324880187172" }, Action = "sts:TagSession" }',
    ),
    integration: "tag_assume_role = true",
    outcome: "allowed",
  },
];

describe("a trust policy", () => {
  it.each(cases)("$name: $outcome", ({ policy, rest, integration, settings, outcome }) => {
    const lines = verdictLines(moduleWith(policy, rest, integration), settings ?? acme);
    expect(lines).toEqual([
      outcome === "unjudged"
        ? "main: Terraform leaves the assume_role_policy of aws_iam_role.spacelift alone, as ignore_changes says"
        : `main · network · write: ${outcome}`,
    ]);
  });
});

/** Documents of which another policy takes statements. */
const taken = `
variable "on" {
  type = bool
}
${["own", "other"]
  .map((name) =>
    document(`condition {
      test     = "StringLike"
      variable = "sts:ExternalId"
      values   = ["${name === "own" ? "acme" : "other"}@*"]
    }`).replace('"trust"', `"${name}"`),
  )
  .join("")}
`;

const statementsOf = (name: string, attribute = "json"): string =>
  `jsondecode(data.aws_iam_policy_document.${name}.${attribute}).Statement`;

const takings: readonly (readonly [statements: string, outcome: string])[] = [
  [statementsOf("own"), "allowed"],
  [statementsOf("own", "minified_json"), "allowed"],
  [`${statementsOf("own")}[*]`, "allowed"],
  [`[${statementsOf("own")}[0]]`, "allowed"],
  [`[for one in ${statementsOf("own")} : one]`, "allowed"],
  [`[for one in ${statementsOf("other")} : one]`, "refused"],
  [`[for key, one in ${statementsOf("own")} : one]`, "allowed"],
  [`[for key, one in ${statementsOf("own")} : key]`, "unknown"],
  [`[for one in ${statementsOf("own")} : one if var.on]`, "unknown"],
  [`concat(${statementsOf("own")}, [${statement('"other@*"')}])`, "allowed"],
  [`concat(${statementsOf("other")}, [${statement('"acme@*"')}])`, "allowed"],
  [`concat(${statementsOf("other")}, ${statementsOf("other", "minified_json")})`, "refused"],
  [`concat(${statementsOf("other")}, [for one in ${statementsOf("own")} : one])`, "allowed"],
  [`[for one in concat(${statementsOf("own")}, [${statement('"other@*"')}]) : one]`, "allowed"],
  [`[for one in concat(${statementsOf("other")}, [${statement('"other@*"')}]) : one]`, "refused"],
  [`flatten([${statementsOf("own")}, [for one in ${statementsOf("other")} : one]])`, "allowed"],
  [`flatten([for one in ${statementsOf("own")} : one])`, "allowed"],
  [`flatten([for name in ["other", "own"] : local.all[name]])`, "allowed"],
  [`var.on ? ${statementsOf("own")} : ${statementsOf("other")}`, "unknown"],
  [`concat(${statementsOf("other")}, jsondecode(var.on).Statement)`, "unknown"],
];

describe("a policy with the statements of a document", () => {
  const locals = `locals {\n all = { own = ${statementsOf("own")}, other = ${statementsOf("other")} }\n}`;

  it.each(takings)("%s: %s", (statements, outcome) => {
    const policy = `jsonencode({ Version = "2012-10-17", Statement = ${statements} })`;
    expect(verdictLines(moduleWith(policy, taken + locals), acme)).toEqual([
      `main · network · write: ${outcome}`,
    ]);
  });

  it("does not count statements of which nobody knows whether they are there", () => {
    const rest = `variable "on" {
  type = bool
}
data "aws_iam_policy_document" "maybe" {
  dynamic "statement" {
    for_each = var.on ? [1] : []
    content {
      actions = ["sts:TagSession"]
      principals {
        type        = "AWS"
        identifiers = ["324880187172"]
      }
    }
  }
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["324880187172"]
    }
  }
}`;
    const at = (index: number): readonly string[] =>
      verdictLines(
        moduleWith(
          `jsonencode({ Version = "2012-10-17", Statement = [${statementsOf("maybe")}[${index}]] })`,
          rest,
        ),
        acme,
      );
    expect(at(0)).toEqual(["main · network · write: unknown"]);
    expect(at(1)).toEqual(["main · network · write: unknown"]);
  });

  it("that the caller hands to a module", () => {
    const source = moduleWith(
      "var.unused",
      `${taken}
module "role" {
  source     = "./role"
  statements = ${statementsOf("own")}
}
//- /role/main.tf
variable "statements" {
  type = any
}
resource "aws_iam_role" "here" {
  name               = "here"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat([for one in var.statements : one], [${statement('"other@*"')}])
  })
}`,
    );
    const lines = verdictLines(`//- /main.tf\n${source.replace("role/spacelift", "role/here")}`, acme);
    expect(lines).toEqual(["main · network · write: allowed"]);
  });
});
