/** What is certainly refused has one finding that says why, and it agrees with the verdict. */
import { describe, expect, it } from "vitest";
import { findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";
import { moduleWith, verdictLines } from "./verdictLines.ts";

const settings = { accountName: "acme", instance: "spacelift.io" };

interface Parts {
  readonly condition?: string;
  readonly action?: string;
  /** Statements that follow. */
  readonly more?: string;
}

function policy({ condition = "{}", action = '"sts:AssumeRole"', more = "" }: Parts): string {
  return `jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "324880187172" }
      Action    = ${action}
      Condition = ${condition}
    }${more}]
  })`;
}

/** The integration is attached to the stack with the slug `stack-a`, or what is given. */
function module(parts: Parts, stack = '"stack-a"', rest = ""): string {
  return moduleWith(policy(parts), `variable "p" {\n  type = bool\n}\n${rest}`).replace(
    "spacelift_stack.network.id",
    stack,
  );
}

/** The verdict, and each finding about trust as `severity code: message`. */
function saidOf(source: string): {
  readonly verdict: readonly string[];
  readonly findings: readonly string[];
} {
  return {
    verdict: verdictLines(source, settings).map((line) => line.replace(/^.*: /, "")),
    findings: findingsOf(readFixture(source).files, undefined, { settings })
      .filter(({ code }) => code.startsWith("trust-"))
      .map(({ severity, code, message }) => `${severity} ${code}: ${message}`),
  };
}

function expectRefused(source: string, ...findings: readonly string[]): void {
  const said = saidOf(source);
  expect(said.verdict).toEqual(["refused"]);
  expect(said.findings).toEqual(findings.map((text) => expect.stringContaining(text) as unknown));
}

const mismatch = "error trust-external-id-mismatch: ";
const blocks = "warning trust-condition-blocks: ";
const sent = '"acme@${spacelift_aws_integration.main.id}@stack-a@write"';
const beta = `${mismatch}"beta@*" refuses ${sent}, which Spacelift sends: "beta" is not the account's name "acme".`;

describe("an external ID and another condition", () => {
  it.each([
    ["StringEquals on aws:PrincipalAccount", 'StringEquals = { "aws:PrincipalAccount" = "111111111111" }'],
    ["ArnLike on aws:PrincipalArn", 'ArnLike = { "aws:PrincipalArn" = "arn:aws:iam::111111111111:*" }'],
  ])("are told in one: %s", (what, other) => {
    expectRefused(
      module({ condition: `{ StringLike = { "sts:ExternalId" = "beta@*" }, ${other} }` }),
      `${beta} Admit that ID. ${what} refuses it too.`,
    );
  });

  it("are told by what one of two statements needs alone", () => {
    const both = `{
      Effect    = "Allow"
      Principal = { AWS = "324880187172" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringLike   = { "sts:ExternalId" = "beta@*" }
        StringEquals = { "aws:PrincipalAccount" = "111111111111" }
      }
    }`;
    const account = '{ StringEquals = { "aws:PrincipalAccount" = "222222222222" } }';
    const id = '{ StringLike = { "sts:ExternalId" = "gamma@*" } }';
    expectRefused(
      module({ condition: account, more: `, ${both}` }),
      `${blocks}StringEquals on aws:PrincipalAccount`,
    );
    expectRefused(module({ condition: id, more: `, ${both}` }), `${mismatch}"gamma@*" refuses ${sent}`);
  });
});

it("is told where conditions on the external ID refuse each other's IDs", () => {
  const id = (slug: string): string => `"acme@\${spacelift_aws_integration.main.id}@${slug}@write"`;
  const condition = `{
    StringLike   = { "sts:ExternalId" = "acme@*@x@*" }
    StringEquals = { "sts:ExternalId" = ${id("y")} }
  }`;
  const other = '"acme@${spacelift_aws_integration.main.id}@${var.stack}@write"';
  expectRefused(
    module({ condition }, "var.stack", 'variable "stack" {}'),
    `${mismatch}These conditions refuse ${other}, which Spacelift sends. Admit that ID.`,
  );
});

it("is told of a Deny that is one of two", () => {
  const deny = (sid: string): string =>
    `[{ Sid = "${sid}", Effect = "Deny", Principal = { AWS = "*" }, Action = "sts:AssumeRole" }]`;
  const source = module({ condition: '{ StringLike = { "sts:ExternalId" = "acme@*" } }' })
    .replace("Statement = [", "Statement = concat([")
    .replace(/\}\](\s*\}\)\n)/, `}], var.p ? ${deny("A")} : ${deny("B")})$1`);
  expectRefused(source, 'error trust-explicit-deny: The Deny statement "A" refuses stack-a (write)');
});

describe("a condition on who the caller is", () => {
  it.each([
    ["StringNotEquals", '"324880187172"', "that is Spacelift."],
    ["StringEqualsIfExists", '"111111111111"', "that is not Spacelift."],
    ['"ForAllValues:StringEquals"', '"111111111111"', "that is not Spacelift."],
    ["Null", '"true"', "every request has that key."],
    ["StringEquals", "[]", "it names nothing."],
  ])("is told under %s", (operator, value, reason) => {
    const id = 'StringLike = { "sts:ExternalId" = "acme@*" }';
    expectRefused(
      module({ condition: `{ ${id}, ${operator} = { "aws:PrincipalAccount" = ${value} } }` }),
      `on aws:PrincipalAccount keeps Spacelift out: ${reason} Leave it out`,
    );
  });
});

describe("conditions that depend on a variable", () => {
  const id = (value: string): string => `{ StringLike = { "sts:ExternalId" = "${value}" } }`;

  it.each([
    [
      "refuse either way",
      `var.p ? ${id("beta@*")} : ${id("gamma@*")}`,
      `${mismatch}These conditions refuse ${sent}`,
    ],
    [
      "are put to one that refuses",
      `merge(${id("beta@*")}, var.p ? { Bool = { "aws:SecureTransport" = "true" } } : {})`,
      beta,
    ],
    [
      "refuse for one reason or the other",
      `var.p ? ${id("beta@*")} : { StringEquals = { "aws:PrincipalAccount" = "111111111111" } }`,
      `${beta} Admit that ID. StringEquals on aws:PrincipalAccount refuses it too.`,
    ],
  ])("%s", (_name, condition, finding) => expectRefused(module({ condition }), finding));

  it("have no fix that takes them away", () => {
    const account = (number: string): string => `{ StringEquals = { "aws:PrincipalAccount" = "${number}" } }`;
    const source = module({ condition: `var.p ? ${account("111111111111")} : ${account("222222222222")}` });
    expectRefused(source, blocks, blocks);
    const found = findingsOf(readFixture(source).files, "trust-condition-blocks", { settings });
    expect(found.flatMap((finding) => finding.fixes())).toEqual([]);
  });

  it("are no finding where one way may let Spacelift in", () => {
    const source = module({ condition: `var.p ? ${id("beta@*")} : ${id("acme@*")}` });
    expect(saidOf(source)).toEqual({ verdict: ["unknown"], findings: [] });
  });
});

describe("the reason why an external ID is refused", () => {
  const under = (operator: string, value: string): string =>
    module({ condition: `{ ${operator} = { "sts:ExternalId" = ${value} } }` });
  const byOperator = (operator: string, reason: string): string =>
    `${mismatch}${operator} on sts:ExternalId refuses ${sent}, which Spacelift sends: ${reason}`;

  it.each([
    ["Bool", '"true"', "it compares true and false, and external IDs are text. Use StringLike."],
    ["ArnLike", '"acme@*"', "it compares ARNs, and external IDs are text. Use StringLike."],
  ])("is the operator %s", (operator, value, reason) => {
    expectRefused(under(operator, value), byOperator(operator, reason));
  });

  it("is a Null that asks for none", () => {
    const condition =
      '{ Null = { "sts:ExternalId" = "true" }, StringLike = { "sts:ExternalId" = "acme@*" } }';
    expectRefused(
      module({ condition }),
      byOperator("Null", "it asks for requests without an external ID. Demand that ID instead."),
    );
  });

  it("is no operator that refuses an ID for its parts", () => {
    expectRefused(
      under("StringEqualsIgnoreCase", '"beta@a@b@write"'),
      `${mismatch}"beta@a@b@write" refuses ${sent}`,
    );
  });

  const account = '"324880187172" is not the account\'s name "acme". Admit that ID.';
  it.each([
    ["what a policy variable comes to", '"$${aws:PrincipalAccount}@*"', account],
    ["an escaped wildcard", '"acme@$${*}"', 'no external ID contains "*".'],
    ["an escaped dollar", '"acme$${$}@*"', 'no external ID contains "$".'],
    ["an empty text", '""', "it is empty."],
    ["an attribute", "spacelift_aws_integration.main.external_id", "the attribute behind it is never set."],
  ])("is %s", (_name, value, reason) => {
    expectRefused(under("StringLike", value), `which Spacelift sends: ${reason}`);
  });

  it("is what &{...} of a policy document comes to", () => {
    const document = `data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["324880187172"]
    }
    condition {
      test     = "StringLike"
      variable = "sts:ExternalId"
      values   = ["&{aws:PrincipalAccount}@*"]
    }
  }
}`;
    const source = moduleWith("data.aws_iam_policy_document.trust.json", document);
    expectRefused(source.replace("spacelift_stack.network.id", '"stack-a"'), account);
  });

  it("is the other stack, where nobody knows whether the other phase would get in", () => {
    const stack = 'variable "stack" {}';
    const official = `data "spacelift_aws_integration_attachment_external_id" "other" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "other"
  read           = true
}`;
    const decoded =
      "jsondecode(data.spacelift_aws_integration_attachment_external_id.other.assume_role_policy_statement)";
    const reason = '"read" is not the phase "write". Admit that ID.';
    expectRefused(
      module(
        { condition: '{ StringLike = { "sts:ExternalId" = "acme@*@other@read" } }' },
        "var.stack",
        stack,
      ),
      reason,
    );
    expectRefused(
      moduleWith(
        `jsonencode({ Version = "2012-10-17", Statement = [${decoded}] })`,
        `${stack}\n${official}`,
      ).replace("spacelift_stack.network.id", "var.stack"),
      reason,
    );
  });

  it("is the phase, where the other one gets in", () => {
    expectRefused(
      under("StringLike", '"acme@*@stack-a@read"'),
      "error trust-phase-missing: The role admits @read alone",
    );
  });
});

describe("one cause", () => {
  const allow = (action: string): string =>
    module({ action, condition: '{ StringLike = { "sts:ExternalId" = "acme@*" } }' });

  it.each(["Null", "StringNotLike"])("is one finding for %s alone", (operator) => {
    const value = operator === "Null" ? '"true"' : '"acme@*"';
    expectRefused(
      module({ condition: `{ ${operator} = { "sts:ExternalId" = ${value} } }` }),
      `${mismatch}${operator} on sts:ExternalId refuses`,
    );
  });

  it.each(["", "tag_assume_role = true"])("is one finding for sts:TagSession alone %s", (setting) => {
    const source = allow('"sts:TagSession"').replace(/(role_arn = .*)/, `$1\n  ${setting}`);
    expectRefused(source, "error trust-action-missing: The role trusts Spacelift for sts:TagSession, but");
  });

  it("is that nobody is trusted where a Deny is all there is", () => {
    const document = `data "aws_iam_policy_document" "trust" {
  override_policy_documents = [jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "A", Effect = "Deny", Principal = { AWS = "*" }, Action = "sts:AssumeRole" }]
  })]
  statement {
    sid     = "A"
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["324880187172"]
    }
  }
}`;
    const source = moduleWith("data.aws_iam_policy_document.trust.json", document);
    expectRefused(source, "error trust-principal-mismatch: The role trusts nobody");
  });
});

describe("the verdict", () => {
  it("is that a misspelt key refuses, which no request has", () => {
    expectRefused(
      module({ condition: '{ StringLike = { "sts:ExternlId" = "acme@*" } }' }),
      `${blocks}StringLike on sts:ExternlId keeps Spacelift out: no request has that key. Write sts:ExternalId.`,
    );
  });

  it("is that a misspelt key admits where the operator holds without it", () => {
    const source = module({
      condition:
        '{ StringLike = { "sts:ExternalId" = "acme@*" }, StringLikeIfExists = { "sts:ExternlId" = "x" } }',
    });
    expect(saidOf(source)).toEqual({ verdict: ["allowed"], findings: [] });
  });

  it.each([
    ["324880187172", "refused"],
    ["arn:aws:iam::577638371743:root", "refused"],
    ["111122223333", "unknown"],
  ])("of a private worker by a role that trusts %s is %s", (principal, verdict) => {
    const worker = 'generate_credentials_in_worker = true\n  external_id = "own"';
    const trust = policy({ condition: '{ StringEquals = { "sts:ExternalId" = "own" } }' });
    const said = saidOf(moduleWith(trust.replace("324880187172", principal), "", worker));
    const wrong = "error trust-principal-mismatch: Your private worker assumes this role";
    expect(said.verdict).toEqual([verdict]);
    expect(said.findings).toEqual(verdict === "refused" ? [expect.stringContaining(wrong)] : []);
  });
});

describe("actions that depend on a variable", () => {
  it.each([
    ['var.p ? "sts:TagSession" : "sts:GetCallerIdentity"', "sts:TagSession or sts:GetCallerIdentity"],
    [
      'concat(["sts:GetCallerIdentity"], var.p ? ["sts:SetContext"] : [])',
      "sts:GetCallerIdentity, perhaps sts:SetContext",
    ],
  ])("are named: %s", (action, names) => {
    expectRefused(
      module({ action }),
      `error trust-action-missing: The role trusts Spacelift for ${names}, but`,
    );
  });
});
