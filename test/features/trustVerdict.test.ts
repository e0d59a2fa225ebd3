/** Hover and code lens on an integration: whether Spacelift gets in, and why not. */
import { describe, expect, it } from "vitest";
import { codeLenses } from "../../server/src/features/codeLenses.ts";
import { checkHover, hoverAt } from "../kit/checkHover.ts";
import { readFixture } from "../kit/fixture.ts";
import { snapshotOf, type SnapshotOptions } from "../kit/snapshot.ts";
import { moduleWith } from "../analysis/trust/verdictLines.ts";

const policy = (id: string, principal = '"324880187172"', operator = "StringLike"): string =>
  `jsonencode({ Version = "2012-10-17", Statement = [{
    Effect    = "Allow"
    Principal = { AWS = ${principal} }
    Action    = "sts:AssumeRole"
    Condition = { ${operator} = { "sts:ExternalId" = ${id} } }
  }] })`;
const acme: SnapshotOptions = { settings: { accountName: "acme", instance: "spacelift.io" } };
const atName = (source: string): string =>
  source.replace('"spacelift_aws_integration" "main"', '"spacelift_aws_integration" "m$0ain"');

interface Case {
  readonly name: string;
  readonly source: string;
  readonly options?: SnapshotOptions;
  readonly texts: readonly string[];
  readonly lens: string;
}

const cases: readonly Case[] = [
  {
    name: "allowed",
    source: moduleWith(policy('"acme@*"')),
    options: acme,
    texts: [
      "By the trust policy of `aws_iam_role.spacelift` in `main.tf`",
      "✓ spacelift_stack.network (write): allowed",
    ],
    lens: "Spacelift gets in: 1 of 1 session",
  },
  {
    name: "refused by the principal",
    source: moduleWith(policy('"acme@*"', '"123456789012"')),
    options: acme,
    texts: ["✗ spacelift_stack.network (write): **refused**, because the role trusts `123456789012`"],
    lens: "Spacelift is refused: 1 of 1 session",
  },
  {
    name: "refused by the external ID",
    source: moduleWith(policy('"other@*"')),
    options: acme,
    texts: ["because no value admits the external ID `acme@«the ID of spacelift_aws_integration.main»@"],
    lens: "Spacelift is refused: 1 of 1 session",
  },
  {
    name: "refused by the phase",
    source: moduleWith(policy('"acme@*@*@read"')),
    options: acme,
    texts: ["because the role admits only the other phase"],
    lens: "Spacelift is refused: 1 of 1 session",
  },
  {
    name: "allowed for the account that the policy names",
    source: moduleWith(policy('"acme@*"')),
    texts: [
      "? spacelift_stack.network (write): allowed if your Spacelift account is called `acme`",
      "your account is on spacelift.io, whose AWS account the policy names",
      "Set `spaceliftAws.accountName`",
    ],
    lens: "Spacelift gets in if your account is called acme",
  },
  {
    name: "not to be told, because of a variable",
    source: moduleWith(policy('"${var.account}@*"'), 'variable "account" {}'),
    options: acme,
    texts: ["cannot tell: it depends on", "var.account"],
    lens: "Does Spacelift get in? Cannot tell: it depends on var.account",
  },
  {
    name: "not to be told, because the policy comes from elsewhere",
    source: moduleWith("var.policy", 'variable "policy" {}'),
    texts: ["cannot tell: var.policy is set from outside the module"],
    lens: "Does Spacelift get in? Cannot tell: var.policy is set from outside the module",
  },
  {
    name: "not to be told, because the role is elsewhere",
    source:
      'resource "spacelift_aws_integration" "main" {\n  name = "m"\n  role_arn = "arn:aws:iam::123456789012:role/x"\n}\n',
    texts: ["cannot tell: the role is not in this module"],
    lens: "Does Spacelift get in? Cannot tell: the role is not in this module",
  },
  {
    name: "a private worker's",
    source: moduleWith(
      policy('"w"', '"111122223333"', "StringEquals"),
      "",
      'generate_credentials_in_worker = true\n  external_id = "w"',
    ),
    texts: ["Your private worker assumes the role"],
    lens: "Does the private worker get in? Cannot tell: it depends on the AWS account of your workers",
  },
];

describe("the verdict", () => {
  it.each(cases)("is $name", ({ source, options, texts, lens }) => {
    checkHover(atName(source), '"main"', texts, options);
    const { files } = readFixture(source);
    const lenses = codeLenses(snapshotOf(files, options), "file:///module/main.tf");
    expect(lenses.map(({ title }) => title)).toEqual([lens]);
  });

  it("stands before what a hover on role_arn says anyway", () => {
    const source = moduleWith(policy('"acme@*"')).replace("role_arn =", "role_$0arn =");
    expect(hoverAt(source, acme)?.markdown).toMatch(/^\*\*Does Spacelift get in\?\*\*[^]*---[^]*ARN/);
  });

  it("is said beside another Terraform extension too", () => {
    const source = moduleWith(policy('"acme@*"')).replace("role_arn =", "role_$0arn =");
    const found = hoverAt(source, { ...acme, besideTerraformExtension: true });
    expect(found?.markdown).toContain("✓ spacelift_stack.network (write): allowed");
  });

  it("is not said on other attributes", () => {
    const source = moduleWith(policy('"acme@*"')).replace('name     = "main"', 'na$0me     = "main"');
    expect(hoverAt(source, acme)?.markdown).not.toContain("Does Spacelift get in?");
  });

  it("gives no lens to a module without integrations", () => {
    const { files } = readFixture('data "spacelift_account" "this" {}\n');
    expect(codeLenses(snapshotOf(files), "file:///module/main.tf")).toEqual([]);
  });
});
