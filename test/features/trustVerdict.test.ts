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
const autoAttached = (slug: string): string => `
resource "spacelift_aws_integration" "main" {
  name               = "main"
  role_arn           = "arn:aws:iam::123456789012:role/spacelift"
  autoattach_enabled = true
  labels             = ["autoattach:aws"]
}
resource "spacelift_stack" "network" {
  name       = "network"
  branch     = "main"
  repository = "infra"
  labels = ["aws"]
}
resource "spacelift_stack" "other" {
  name       = "other"
  branch     = "main"
  repository = "infra"
}
resource "aws_iam_role" "spacelift" {
  name               = "spacelift"
  assume_role_policy = ${policy(`"acme@*@\${${slug}}@*"`)}
}
`;
const acme: SnapshotOptions = { settings: { accountName: "acme", instance: "spacelift.io" } };
const atName = (source: string): string =>
  source.replace('"spacelift_aws_integration" "main"', '"spacelift_aws_integration" "m$0ain"');

interface Case {
  readonly name: string;
  readonly source: string;
  readonly options?: SnapshotOptions;
  readonly texts: readonly string[];
  /** Undefined where there is none. */
  readonly lens: string | undefined;
}

const cases: readonly Case[] = [
  {
    name: "allowed",
    source: moduleWith(policy('"acme@*"')),
    options: acme,
    texts: [
      "By the trust policy of `aws_iam_role.spacelift` in `main.tf`",
      "✓ spacelift_stack.network (read and write, sent as @write): allowed",
    ],
    lens: "Spacelift gets in: 1 of 1 session (read and write, sent as @write)",
  },
  {
    name: "refused by the principal",
    source: moduleWith(policy('"acme@*"', '"123456789012"')),
    options: acme,
    texts: [
      "✗ spacelift_stack.network (read and write, sent as @write): **refused**, because the role trusts `123456789012`",
    ],
    lens: "Spacelift is refused: 1 of 1 session (read and write, sent as @write)",
  },
  {
    name: "refused because the policy is no JSON",
    source: moduleWith('"{ \\"Version\\": \\"2012-10-17\\" \\"Statement\\": [] }"'),
    options: acme,
    texts: ["**refused**, because IAM refuses the role's trust policy"],
    lens: "Spacelift is refused: 1 of 1 session (read and write, sent as @write)",
  },
  {
    name: "refused because IAM takes no principal of everybody",
    source: moduleWith(policy('"acme@*"').replace(/\{ AWS = [^}]*\}/, '"*"')),
    options: acme,
    texts: ["**refused**, because IAM refuses the role's trust policy"],
    lens: "Spacelift is refused: 1 of 1 session (read and write, sent as @write)",
  },
  {
    name: "refused because IAM takes no resource",
    source: moduleWith(policy('"acme@*"').replace("Action ", 'Resource = "*"\n      Action ')),
    options: acme,
    texts: ["**refused**, because IAM refuses the role's trust policy"],
    lens: "Spacelift is refused: 1 of 1 session (read and write, sent as @write)",
  },
  {
    name: "not to be told, because of a loop that perhaps makes what IAM refuses",
    source: moduleWith(
      policy('"acme@*"')
        .replace("Statement = [", "Statement = concat([")
        .replace(
          /\}\](\s*)\}\)$/,
          `}], [for who in var.others : {
      Effect    = "Allow"
      Principal = { AWS = who }
      Action    = "sts:AssumeRole"
      Resource  = "*"
    }])$1})`,
        ),
      'variable "others" {\n  type = list(string)\n}',
    ),
    options: acme,
    texts: ["cannot tell: IAM refuses the role's trust policy if it has what a loop makes"],
    lens: "Does Spacelift get in? Cannot tell: IAM refuses the role's trust policy if it has what a loop makes",
  },
  {
    name: "not to be told, because IAM perhaps takes no null",
    source: moduleWith(policy('"acme@*"').replace("Effect ", "Sid = null\n      Effect ")),
    options: acme,
    texts: ["cannot tell: IAM may refuse null in the role's trust policy"],
    lens: "Does Spacelift get in? Cannot tell: IAM may refuse null in the role's trust policy",
  },
  {
    name: "refused by the external ID",
    source: moduleWith(policy('"other@*"')),
    options: acme,
    texts: ["because no value admits the external ID `acme@«the ID of spacelift_aws_integration.main»@"],
    lens: "Spacelift is refused: 1 of 1 session (read and write, sent as @write)",
  },
  {
    name: "refused by the external ID and by another condition",
    source: moduleWith(
      policy('"other@*"').replace(
        "Condition = {",
        'Condition = { StringEquals = { "aws:PrincipalAccount" = "111111111111" },',
      ),
    ),
    options: acme,
    texts: [
      "because no value admits the external ID `acme@",
      "`, and because of the condition `StringEquals aws:PrincipalAccount`",
    ],
    lens: "Spacelift is refused: 1 of 1 session (read and write, sent as @write)",
  },
  {
    name: "refused by conditions that depend on a variable",
    source: `variable "p" {}\n${moduleWith(
      policy('"other@*"').replace(
        "Condition =",
        'Condition = var.p ? {StringLike={"sts:ExternalId"="third@*"}} :',
      ),
    )}`,
    options: acme,
    texts: ["because no value admits the external ID"],
    lens: "Spacelift is refused: 1 of 1 session (read and write, sent as @write)",
  },
  {
    name: "refused by the phase",
    source: moduleWith(policy('"acme@*@*@read"')),
    options: acme,
    texts: ["because the role admits only the other phase"],
    lens: "Spacelift is refused: 1 of 1 session (read and write, sent as @write)",
  },
  {
    name: "allowed for the account that the policy names",
    source: moduleWith(policy('"acme@*"')),
    texts: [
      "? spacelift_stack.network (read and write, sent as @write): allowed if your Spacelift account is called `acme`",
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
    name: "not to be told, because of a key of the request",
    source: moduleWith(
      policy('"acme@*"').replace(
        "Condition = {",
        'Condition = { IpAddress = { "aws:SourceIp" = "8.8.8.0/24" },',
      ),
    ),
    options: acme,
    texts: ["cannot tell: what the request says of aws:SourceIp is not known"],
    lens: "Does Spacelift get in? Cannot tell: what the request says of aws:SourceIp is not known",
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
    lens: undefined,
  },
  {
    name: "not to be told, because nobody knows the name that it has in role_arn",
    source: moduleWith(policy('"acme@*"'), 'variable "name" {}').replace(
      "role/spacelift",
      "role/${var.name}",
    ),
    texts: ["cannot tell: the name of the role cannot be told from role_arn"],
    lens: "Does Spacelift get in? Cannot tell: the name of the role cannot be told from role_arn",
  },
  {
    name: "about the phase of an attachment that only reads",
    source: moduleWith(policy('"acme@*"')).replace("depends_on ", "write = false\n  depends_on "),
    options: acme,
    texts: ["✓ spacelift_stack.network (read): allowed"],
    lens: "Spacelift gets in: 1 of 1 session",
  },
  {
    name: "about the phase of an attachment that only writes",
    source: moduleWith(policy('"acme@*"')).replace("depends_on ", "read = false\n  depends_on "),
    options: acme,
    texts: ["✓ spacelift_stack.network (write): allowed"],
    lens: "Spacelift gets in: 1 of 1 session",
  },
  {
    name: "in the form with hyphens",
    source: moduleWith(policy('"acme-*"')),
    options: { settings: { ...acme.settings, externalIdFormat: "hyphen" } },
    texts: ["✓ spacelift_stack.network (read and write, sent as -write): allowed"],
    lens: "Spacelift gets in: 1 of 1 session (read and write, sent as -write)",
  },
  {
    name: "about auto-attachment, where all stacks of the workspace get in",
    source: autoAttached("spacelift_stack.network.id"),
    options: acme,
    texts: [
      "✓ spacelift_stack.network (read and write, sent as @write): allowed",
      "? any other stack or module with the label that auto-attaches, if it comes to that: cannot tell",
    ],
    lens: "Spacelift gets in: 1 of 1 session (read and write, sent as @write); others may be refused",
  },
  {
    name: "about auto-attachment, where a stack of the workspace does not",
    source: autoAttached("spacelift_stack.other.id"),
    options: acme,
    texts: ["✗ spacelift_stack.network (read and write, sent as @write): **refused**"],
    lens: "Spacelift is refused: 1 of 1 session (read and write, sent as @write)",
  },
  {
    name: "about auto-attachment, where no stack has the label",
    source: autoAttached("spacelift_stack.network.id").replace('labels = ["aws"]', ""),
    options: acme,
    texts: ["? every stack and module with the label that auto-attaches: cannot tell"],
    lens: "Does Spacelift get in? Cannot tell: it depends on the slug of spacelift_stack.network",
  },
  {
    name: "not to be told, because the role comes from outside",
    source:
      'variable "arn" {}\nresource "spacelift_aws_integration" "main" {\n  name = "m"\n  role_arn = var.arn\n}\n',
    texts: ["cannot tell: which role it is cannot be told, because var.arn is set from outside the module"],
    lens: "Does Spacelift get in? Cannot tell: which role it is cannot be told, because var.arn is set from outside the module",
  },
  {
    name: "about the role that is known of two",
    source: `variable "own" {}\nvariable "arn" {}\n${moduleWith(policy('"acme@*"'))}`.replace(
      '"arn:aws:iam::123456789012:role/spacelift"',
      "var.own ? aws_iam_role.spacelift.arn : var.arn",
    ),
    options: acme,
    texts: [
      "By the trust policy of `aws_iam_role.spacelift` in `main.tf`, where `role_arn` names that role:",
      "✓ spacelift_stack.network (read and write, sent as @write): allowed",
    ],
    lens: "Spacelift gets in: 1 of 1 session (read and write, sent as @write)",
  },
  {
    name: "not to be told, because what is attached is for the other role",
    source: `variable "own" {}\nvariable "arn" {}\n${moduleWith(policy('"acme@*"'))}`
      .replace('"arn:aws:iam::123456789012:role/spacelift"', "var.own ? aws_iam_role.spacelift.arn : var.arn")
      .replace("stack_id       =", "count = var.own ? 0 : 1\n  stack_id       ="),
    options: acme,
    texts: ["- cannot tell: nothing assumes the role"],
    lens: "Does Spacelift get in? Cannot tell: nothing assumes the role",
  },
  ...[
    ['(var.k) = { "aws:x" = "y" }', "which operator a condition has depends on var.k"],
    [
      '(uuid()) = { "aws:x" = "y" }',
      "which operator a condition has depends on a text that is not known: uuid gives another value in each run",
    ],
    ['StringEquals = { (var.k) = "y" }', "which key a condition asks for depends on var.k"],
    ['StringEquals = { "aws:PrincipalAccount" = "$${aws:x}" }', "it depends on the policy variable ${aws:x}"],
  ].map(([condition = "", reason = ""]) => ({
    name: `not to be told, because ${reason}`,
    source: `variable "k" {}\n${moduleWith(policy('"acme@*"').replace("Condition = {", () => `Condition = { ${condition},`))}`,
    options: acme,
    texts: [`cannot tell: ${reason}`],
    lens: `Does Spacelift get in? Cannot tell: ${reason}`,
  })),
  {
    name: "not to be told, because Terraform leaves the policy alone",
    source: moduleWith(
      `${policy('"other@*"')}\n  lifecycle {\n    ignore_changes = [assume_role_policy]\n  }`,
    ),
    options: acme,
    texts: [
      "cannot tell: Terraform leaves the assume_role_policy of aws_iam_role.spacelift alone, as ignore_changes says",
    ],
    lens: "Does Spacelift get in? Cannot tell: Terraform leaves the assume_role_policy of aws_iam_role.spacelift alone, as ignore_changes says",
  },
  {
    name: "not to be told, because there is no role yet",
    source: 'resource "spacelift_aws_integration" "main" {\n  name = "m"\n}\n',
    texts: ["cannot tell: role_arn is not set"],
    lens: undefined,
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
    expect(lenses.map(({ title }) => title)).toEqual(lens === undefined ? [] : [lens]);
  });

  it("is said at role_arn, which a click on the lens goes to, wherever there is a lens", () => {
    for (const { source, options, lens } of cases) {
      const { files } = readFixture(source);
      const text = files[0]?.text ?? "";
      const [found] = codeLenses(snapshotOf(files, options), "file:///module/main.tf");
      expect(found?.reasonAt).toBe(lens === undefined ? undefined : text.indexOf("role_arn"));
      const hover = source.includes("role_arn")
        ? hoverAt(source.replace("role_arn", "$0role_arn"), options)?.markdown
        : "";
      expect(hover?.includes("Does Spacelift get in?")).toBe(lens !== undefined);
    }
  });

  it("says first what keeps Spacelift out, where there are many sessions", () => {
    const attached = Array.from(
      { length: 14 },
      (_, index) => `
resource "spacelift_aws_integration_attachment" "s${index}" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "s${index === 13 ? "-last" : index}"
}`,
    );
    const ids = '[for n in range(13) : "acme@*@s${n}@*"]';
    const hover = hoverAt(atName(moduleWith(policy(ids), attached.join("\n"))), acme)?.markdown ?? "";
    const lines = hover.split("\n").filter((line) => line.startsWith("- "));
    expect(lines).toHaveLength(13);
    expect(lines[0]).toContain("✗ s-last");
    expect(lines[0]).toContain("no value admits the external ID");
    expect(lines[1]).toContain("? spacelift_stack.network");
    expect(lines[12]).toBe("- … and 3 more allowed");
  });

  it("stands before what a hover on role_arn says anyway", () => {
    const source = moduleWith(policy('"acme@*"')).replace("role_arn =", "role_$0arn =");
    expect(hoverAt(source, acme)?.markdown).toMatch(/^\*\*Does Spacelift get in\?\*\*[^]*---[^]*ARN/);
  });

  it("is said beside another Terraform extension too", () => {
    const source = moduleWith(policy('"acme@*"')).replace("role_arn =", "role_$0arn =");
    const found = hoverAt(source, { ...acme, besideTerraformExtension: true });
    expect(found?.markdown).toContain("✓ spacelift_stack.network (read and write, sent as @write): allowed");
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
