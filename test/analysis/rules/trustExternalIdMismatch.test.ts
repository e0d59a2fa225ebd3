/** `trust-external-id-mismatch`. */
import { describe, expect, it } from "vitest";
import type { Fix } from "../../../server/src/analysis/finding.ts";
import { checkFindings, checkFix, findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";
import type { SnapshotOptions } from "../../kit/snapshot.ts";
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

function fixesIn(source: string, options: SnapshotOptions): readonly Fix[] {
  return findingsOf(readFixture(source).files, code, options).flatMap((finding) => finding.fixes());
}

describe(code, () => {
  it("finds the slug alone", () => {
    checkFindings(
      moduleWith(
        policy(
          "spacelift_stack.network.id",
          `#                            ^^^^^^^^^^^^^^^^^^^^^^^^^^ error ${code}: "\${spacelift_stack.network.id}" refuses "<account>@\${spacelift_aws_integration.main.id}@\${spacelift_stack.network.id}@write", which Spacelift sends: it has one of four parts.`,
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

  it("says nothing of a role that is one of two, as its sessions may all be for the other one", () => {
    const source = moduleWith(policy('"acme@*@other@*"'), 'variable "own" {}\nvariable "arn" {}').replace(
      '"arn:aws:iam::123456789012:role/spacelift"',
      "var.own ? aws_iam_role.spacelift.arn : var.arn",
    );
    checkFindings(source, code, acme);
  });

  it("says that a line break or a space is in it", () => {
    const breaks = `locals {\n  id = <<-EOT\n    acme@*\n  EOT\n}`;
    const messages = (source: string): readonly string[] =>
      findingsOf(readFixture(source).files, code, acme).map(({ message }) => message);
    expect(messages(moduleWith(policy("local.id"), breaks))).toEqual([
      expect.stringMatching(
        /^This value refuses .*: no external ID contains a line break\. Admit that ID\.$/,
      ),
    ]);
    expect(messages(moduleWith(policy('"acme@* "')))).toEqual([
      expect.stringMatching(/^"acme@\* " refuses .*: no external ID contains a space\./),
    ]);
  });

  it.each([
    ["acme@*@network@*", "it has four parts, and the ID has two"],
    ["acme@other", '"other" is not the slug "network"'],
    ["acme@*@network@*@write", "it has five parts, and the ID has two"],
  ])("says how %s differs from the ID of an older resource", (id, difference) => {
    const written = policy(
      `"${id}"`,
      `#                            ${"^".repeat(id.length + 2)} error ${code}: "${id}" refuses "acme@network", which Spacelift sends: ${difference}.`,
    );
    const older = `resource "spacelift_aws_role" "old" {
  stack_id = "network"
  role_arn = aws_iam_role.spacelift.arn
}
resource "aws_iam_role" "spacelift" {
  name               = "spacelift"
  assume_role_policy = ${written}
}`;
    checkFindings(older, code, acme);
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

  const ofIntegration = "${spacelift_aws_integration.main.id}";
  const whole = `${ofIntegration}@\${spacelift_stack.network.id}@write`;
  const account = "${data.spacelift_account.this.name}";
  const byName = (source: string): string => source.replace("spacelift_stack.network.id\n", '"network"\n');
  const inCycle = (source: string): string =>
    source.replace('"arn:aws:iam::123456789012:role/spacelift"', "aws_iam_role.spacelift.arn");

  it.each([
    ["a slug alone", "spacelift_stack.network.id", `"${account}@${whole}"`],
    ["an integration's ID alone", "spacelift_aws_integration.main.id", `"${account}@${whole}"`],
    ["a word", '"secret"', `"${account}@${whole}"`],
    ["what is never set", "spacelift_aws_integration.main.external_id", `"${account}@${whole}"`],
    ["what lacks the integration", '"acme@${spacelift_stack.network.id}@write"', `"acme@${whole}"`],
    ["what lacks the phase", `"acme@${ofIntegration}@\${spacelift_stack.network.id}"`, `"acme@${whole}"`],
    ["a phase that is none", `"acme@${whole.replace("write", "apply")}"`, `"acme@${whole}"`],
  ])("mends %s", (_name, wrong, right) => {
    checkFix(
      moduleWith(policy(wrong, "", "StringEquals")),
      code,
      moduleWith(policy(right, "", "StringEquals")),
    );
  });

  it.each([
    ["the account", '"other@*"', '"acme@*"'],
    ["the account of a list", '["other@*", "third@*"]', '["acme@*", "third@*"]'],
    ["the integration", '"acme@main@*"', `"acme@${ofIntegration}@*"`],
    ["a slip in the slug", '"acme@*@netwrok@*"', '"acme@*@network@*"'],
    ["a stack's name", '"acme@*@My Network@*"', '"acme@*@network@*"'],
    ["another sign", '"acme:*"', '"acme@*"'],
  ])("mends %s in a pattern", (_name, wrong, right) => {
    checkFix(byName(moduleWith(policy(wrong))), code, byName(moduleWith(policy(right))), undefined, acme);
  });

  it.each([
    ["ArnLike", "StringLike"],
    ["StringNotLike", "StringLike"],
  ])("mends the operator %s, which is what is wrong", (operator, right) => {
    const source = (name: string): string => moduleWith(policy('"acme@*"', "", name));
    checkFix(source(operator), code, source(right), `Use ${right}`, acme);
  });

  it("offers nothing for an operator that would still refuse what the value says", () => {
    expect(fixesIn(moduleWith(policy('"true"', "", "Bool")), acme)).toEqual([]);
    expect(fixesIn(moduleWith(policy('"other@*"', "", "ArnLike")), acme)).toEqual([]);
  });

  it("keeps a value that may be for another stack, or replaces it", () => {
    const source = byName(moduleWith(policy('"acme@*@other@*"')));
    const [both, one] = ['["acme@*@other@*", "acme@*@network@*"]', '"acme@*@network@*"'];
    checkFix(source, code, byName(moduleWith(policy(both))), "Admit network too", acme);
    checkFix(source, code, byName(moduleWith(policy(one))), "Write acme@*@network@*", acme);
  });

  it("gives another value of a list a line of its own", () => {
    const ids = (more = ""): string => `[
            "acme@*@one@*",
            "acme@*@two@*",${more}
          ]`;
    const mended = ids().replace('one@*",', 'one@*",\n            "acme@*@network@*",');
    checkFix(byName(moduleWith(policy(ids()))), code, byName(moduleWith(policy(mended))), undefined, acme);
  });

  it("admits every stack that is attached", () => {
    const second = `
resource "spacelift_aws_integration_attachment" "second" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "second"
  depends_on     = [aws_iam_role.spacelift]
}`;
    const ids = `["${account}@${ofIntegration}@network@write", "${account}@${ofIntegration}@second@write"]`;
    const source = (id: string): string => byName(moduleWith(policy(id, "", "StringEquals"), second));
    checkFix(source('"secret"'), code, source(ids), "Admit network and second");
  });

  it("mends what a for makes of all stacks", () => {
    const stacks = `
resource "spacelift_stack" "all" {
  for_each   = toset(["a", "b"])
  name       = each.key
  branch     = "main"
  repository = "infra"
}

resource "spacelift_aws_integration_attachment" "all" {
  for_each       = spacelift_stack.all
  integration_id = spacelift_aws_integration.main.id
  stack_id       = each.value.id
  depends_on     = [aws_iam_role.spacelift]
}`;
    const source = (id: string): string =>
      moduleWith(policy(`[for stack in spacelift_stack.all : ${id}]`, "", "StringEquals"), stacks).replace(
        /resource "spacelift_aws_integration_attachment" "network" \{[^}]*\}/,
        "",
      );
    checkFix(source("stack.id"), code, source(`"${account}@${ofIntegration}@\${stack.id}@write"`));
  });

  it("closes no cycle, and takes a pattern instead", () => {
    checkFix(
      inCycle(moduleWith(policy('"secret"', "", "StringEquals"))),
      code,
      inCycle(moduleWith(policy(`"${account}@*@\${spacelift_stack.network.id}@write"`, "", "StringLike"))),
    );
  });

  it("mends a wrong account where it comes from", () => {
    const source = (name: string): string =>
      moduleWith(policy('"${local.account}@*"'), `locals {\n  account = "${name}"\n}`);
    checkFix(source("other"), code, source("acme"), "Write acme in local.account", acme);
    const withFile = (name: string): string =>
      `//- /main.tf${moduleWith(policy("var.id"), 'variable "id" {}')}\n//- /terraform.tfvars\nid = "${name}@*"\n`;
    checkFix(withFile("other"), code, withFile("acme"), undefined, acme);
  });

  it("mends a default of a called module, which cannot refer to anything", () => {
    const source = (
      id: string,
    ): string => `//- /main.tf${moduleWith("module.trust.policy", 'module "trust" {\n  source = "./trust"\n}')}
//- /trust/main.tf
variable "id" {
  default = "${id}"
}

output "policy" {
  value = ${policy("var.id")}
}
`;
    checkFix(source("other@*"), code, source("acme@*"), undefined, acme);
    expect(fixesIn(source("word"), {})).toEqual([]);
  });

  it("guesses no account", () => {
    expect(
      fixesIn(moduleWith(policy('"word"')).replace('data "spacelift_account" "this" {}', ""), {}),
    ).toEqual([]);
  });

  it("writes and names the format that the settings ask for", () => {
    const hyphen = { settings: { externalIdFormat: "hyphen" } };
    const ats = `"acme@${whole}"`;
    const hyphens = `"${account}-${ofIntegration}@\${spacelift_stack.network.id}-write"`;
    const source = (id: string): string => moduleWith(policy(id, "", "StringEquals"));
    checkFix(source(ats), code, source(hyphens), undefined, hyphen);
  });

  it("admits what the worker sends", () => {
    const worker = 'generate_credentials_in_worker = true\n  external_id = "worker"';
    const own = (id: string): string =>
      moduleWith(policy(id).replace("324880187172", "111122223333"), "", worker);
    checkFix(own('"spacelift"'), code, own('"worker"'));
  });

  it("names what has the instances of the role by each.key", () => {
    const source = (id: string): string => `
resource "spacelift_stack" "all" {
  for_each   = toset(["a b", "c"])
  name       = each.key
  branch     = "main"
  repository = "infra"
}

resource "spacelift_aws_integration" "all" {
  for_each = toset(["a b", "c"])
  name     = each.key
  role_arn = "arn:aws:iam::123456789012:role/spacelift-\${each.key}"
}

resource "spacelift_aws_integration_attachment" "all" {
  for_each       = toset(["a b", "c"])
  integration_id = spacelift_aws_integration.all[each.key].id
  stack_id       = spacelift_stack.all[each.key].id
  depends_on     = [aws_iam_role.all]
}

resource "aws_iam_role" "all" {
  for_each           = toset(["a b", "c"])
  name               = "spacelift-\${each.key}"
  assume_role_policy = ${policy(`"acme@${id}@write"`, "", "StringEquals")}
}
`;
    const integration = "${spacelift_aws_integration.all[each.key].id}";
    const right = source(`${integration}@\${spacelift_stack.all[each.key].id}`);
    checkFix(source(`${integration}@\${each.key} stack`), code, right);
  });

  it("tells the roles of two policy documents apart", () => {
    const second = (name: string): string => `
data "aws_iam_policy_document" "${name}" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["324880187172"]
    }
    condition {
      test     = "StringLike"
      variable = "sts:ExternalId"
#                ^^^^^^^^^^^^^^^^ error ${code}
      values   = ["one@*", "two@*"]
    }
  }
}

resource "aws_iam_role" "${name}" {
  name               = "${name}"
  assume_role_policy = data.aws_iam_policy_document.${name}.json
}

resource "spacelift_aws_integration" "${name}" {
  name     = "${name}"
  role_arn = "arn:aws:iam::123456789012:role/${name}"
}
`;
    checkFindings(second("a") + second("b"), code, acme);
  });

  it("points at the statement of Spacelift's own data source", () => {
    const source = `
data "spacelift_aws_integration_attachment_external_id" "other" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "other"
  read           = true
  write          = true
}`;
    checkFindings(
      byName(
        moduleWith(
          `jsonencode({
    Version = "2012-10-17"
    Statement = [
      jsondecode(data.spacelift_aws_integration_attachment_external_id.other.assume_role_policy_statement)
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error ${code}: This statement refuses
    ]
  })`,
          source,
        ),
      ),
      code,
    );
  });
});
