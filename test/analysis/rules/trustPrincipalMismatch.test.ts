/** `trust-principal-mismatch`. */
import { describe, expect, it } from "vitest";
import { checkFindings, checkFix, findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";
import { moduleWith } from "../trust/verdictLines.ts";

const code = "trust-principal-mismatch";
const eu = { settings: { accountName: "acme", instance: "spacelift.io" } };

const policy = (principal: string, label = ""): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        AWS = ${principal}
${label}
      }
      Action    = "sts:AssumeRole"
      Condition = { StringLike = { "sts:ExternalId" = "acme@*" } }
    }]
  })`;

describe(code, () => {
  it("finds another account, as a warning while no instance is configured", () => {
    checkFindings(
      moduleWith(
        policy(
          '"123456789012"',
          `#             ^^^^^^^^^^^^^^ warning ${code}: The role trusts AWS account 123456789012, not Spacelift`,
        ),
      ),
      code,
    );
  });

  it("finds the other region's account where the instance is configured", () => {
    checkFindings(
      moduleWith(
        policy(
          '"arn:aws:iam::577638371743:root"',
          `#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error ${code}: The role trusts 577638371743, which is us.spacelift.io`,
        ),
      ),
      code,
      eu,
    );
  });

  it("finds an account in a partition where it does not exist", () => {
    checkFindings(
      moduleWith(
        policy(
          '"arn:aws-us-gov:iam::324880187172:root"',
          `#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error ${code}: The role trusts Spacelift's account in the partition aws-us-gov`,
        ),
      ),
      code,
    );
  });

  it("points at the literal in a local", () => {
    checkFindings(
      moduleWith(
        policy("local.spacelift"),
        `locals {
  spacelift = "111122223333"
#             ^^^^^^^^^^^^^^ warning ${code}
}`,
      ),
      code,
    );
  });

  it("finds Spacelift's account where the private worker assumes the role", () => {
    checkFindings(
      moduleWith(
        policy(
          '"324880187172"',
          `#             ^^^^^^^^^^^^^^ error ${code}: Your private worker assumes this role`,
        ),
        "",
        'generate_credentials_in_worker = true\n  external_id = "acme@x"',
      ),
      code,
    );
  });

  it("is silent where the workers may share a self-hosted installation's account", () => {
    const worker = 'generate_credentials_in_worker = true\n  external_id = "acme@x"';
    checkFindings(moduleWith(policy("data.spacelift_account.this.aws_account_id"), "", worker), code);
  });

  it("tells once what refuses ten sessions", () => {
    const attachments = Array.from(
      { length: 10 },
      (_, index) => `resource "spacelift_aws_integration_attachment" "a${index}" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "s${index}"
}`,
    ).join("\n");
    checkFindings(
      moduleWith(policy('"123456789012"', `#             ^^^^^^^^^^^^^^ error ${code}`), attachments),
      code,
      eu,
    );
  });

  it.each([
    ["the right account", policy('"324880187172"')],
    ["the data source", policy("data.spacelift_account.this.aws_account_id")],
    ["users beside it", policy('["arn:aws:iam::123456789012:user/me", "324880187172"]')],
    ["a map by region", policy('{ eu = "324880187172" }["eu"]')],
  ])("is silent about %s", (_name, text) => {
    checkFindings(moduleWith(text), code);
  });

  it.each([
    ["a variable", policy("var.principal")],
    ["a variable in an ARN", policy('"arn:aws:iam::${var.principal}:root"')],
    [
      "a partition from a data source",
      policy('"arn:${data.aws_partition.current.partition}:iam::324880187172:root"'),
    ],
    ["a condition nobody knows", policy('var.us ? "577638371743" : "324880187172"')],
    ["a policy nobody knows", "var.principal"],
    ["a file", 'file("trust.json")'],
  ])("is silent about %s, which is unknown", (_name, text) => {
    checkFindings(moduleWith(text, 'variable "principal" {}\nvariable "us" {}'), code, eu);
  });

  describe("with a self-hosted installation", () => {
    const own = '"arn:aws:iam::123456789012:root"';
    const gov = '"arn:aws-us-gov:iam::123456789012:root"';

    it.each([
      ["its account", { principal: "123456789012" }, own],
      ["its account, in a partition that the settings do not tell", { principal: "123456789012" }, gov],
      ["its account, in the partition that the settings tell", { principal: gov.slice(1, -1) }, gov],
      ["an account that may be the one that the settings do not tell", {}, own],
      ["the same in another partition", {}, gov],
    ])("is silent about %s", (_, settings, principal) => {
      checkFindings(moduleWith(policy(principal)), code, {
        settings: { instance: "self-hosted", ...settings },
      });
    });

    it("finds its account in another partition than that of the settings", () => {
      const settings = { instance: "self-hosted", principal: gov.slice(1, -1) };
      const label = `#             ${"^".repeat(own.length)} error ${code}: The role trusts Spacelift's account in the partition aws, where it does not exist`;
      checkFindings(moduleWith(policy(own, label)), code, { settings });
    });

    it("finds an account of Spacelift's own installations", () => {
      const source = policy(
        '"324880187172"',
        `#             ^^^^^^^^^^^^^^ warning ${code}: The role trusts 324880187172, which is spacelift.io (EU, the default), so attaching and runs fail. Trust the AWS account that your installation is in.`,
      );
      checkFindings(moduleWith(source), code, { settings: { instance: "self-hosted" } });
    });
  });

  it("puts the right account", () => {
    checkFix(
      moduleWith(policy('"arn:aws:iam::577638371743:root"')),
      code,
      moduleWith(policy('"arn:aws:iam::324880187172:root"')),
      undefined,
      eu,
    );
    checkFix(
      moduleWith(policy('"123456789012"')),
      code,
      moduleWith(policy('"577638371743"')),
      "Trust us.spacelift.io (577638371743)",
    );
  });

  const others = (principal: string, label = ""): string =>
    policy("x").replace("AWS = x\n", `${principal}\n${label}`);

  it("finds a service, an identity provider, and an account under the wrong name", () => {
    const name = "arn:aws:iam::123456789012:oidc-provider/acme.app.spacelift.io";
    for (const [type, value, said] of [
      ["Service", "spacelift.io", 'The role trusts the service "spacelift.io", not Spacelift'],
      ["Federated", name, 'The role trusts the identity provider "acme.app.spacelift.io", not Spacelift'],
      ["Service", "324880187172", "The role names the account 324880187172 under Service and not under AWS"],
    ] as const) {
      const label = `#${" ".repeat(10 + type.length)}${"^".repeat(value.length + 2)} warning ${code}: ${said}`;
      checkFindings(moduleWith(others(`${type} = "${value}"`, label)), code);
    }
  });

  it("names the account under AWS", () => {
    checkFix(
      moduleWith(others('Service = "spacelift.io"')),
      code,
      moduleWith(policy('"324880187172"')),
      undefined,
      eu,
    );
    const account = others('"Service" : "577638371743"');
    checkFix(moduleWith(account), code, moduleWith(account.replace("Service", "AWS")));
  });

  it("names it under AWS in a policy document and in JSON text", () => {
    const document = (type: string): string => `
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "${type}"
      identifiers = ["324880187172"]
    }
    condition {
      test     = "StringLike"
      variable = "sts:ExternalId"
      values   = ["acme@*"]
    }
  }
}`;
    const inDocument = (type: string): string =>
      moduleWith("data.aws_iam_policy_document.trust.json", document(type));
    checkFix(inDocument("Service"), code, inDocument("AWS"));
    const inText = (type: string): string =>
      moduleWith(`<<EOF
{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"${type}": "324880187172"}, "Condition": {"StringLike": {"sts:ExternalId": "acme@*"}}}]}
EOF`);
    checkFix(inText("Service"), code, inText("AWS"));
  });

  it("leaves services of AWS alone", () => {
    const found = findingsOf(readFixture(moduleWith(others('Service = "ec2.amazonaws.com"'))).files, code);
    expect(found.map((finding) => finding.fixes())).toEqual([[]]);
  });

  const own = "data.aws_caller_identity.current.account_id";

  it.each([
    ["an expression", own, '"324880187172"'],
    ["an ARN", `"arn:aws:iam::\${${own}}:root"`, '"324880187172"'],
  ])("finds the account that Terraform works in, as %s", (_name, principal, right) => {
    const label = `#             ${"^".repeat(principal.length)} error ${code}: The role trusts your own AWS account`;
    checkFindings(moduleWith(policy(principal, label)), code, eu);
    checkFindings(moduleWith(policy(principal)), code);
    checkFix(moduleWith(policy(principal)), code, moduleWith(policy(right)), undefined, eu);
  });

  it("finds a user of Spacelift's account, but not a role", () => {
    const user = '"arn:aws:iam::324880187172:user/spacelift"';
    const label = `#             ${"^".repeat(user.length)} error ${code}: The role trusts a user of Spacelift's account`;
    checkFindings(moduleWith(policy(user, label)), code);
    checkFindings(moduleWith(policy(user.replace("user", "role"))), code);
    checkFix(moduleWith(policy(user)), code, moduleWith(policy('"324880187172"')));
  });

  it("leaves a local alone that rightly holds the other installation's account", () => {
    const locals = 'locals {\n  spacelift = { eu = "324880187172", us = "577638371743" }\n}';
    const label = `#             ^^^^^^^^^^^^^^^^^^ error ${code}`;
    checkFindings(moduleWith(policy("local.spacelift.us", label), locals), code, eu);
    const [wrong, right] = ["local.spacelift.us", '"324880187172"'].map((one) =>
      moduleWith(policy(one), locals),
    );
    checkFix(wrong ?? "", code, right ?? "", undefined, eu);
  });

  it("mends an ARN that is put together where it is, and not its parts", () => {
    const locals = 'locals {\n  us = "577638371743"\n}';
    const arn = '"arn:aws:iam::${local.us}:root"';
    const label = `#              ${"^".repeat(arn.length - 2)} error ${code}: The role trusts 577638371743`;
    checkFindings(moduleWith(policy(arn, label), locals), code, eu);
    const [wrong = "", right = ""] = [arn, '"arn:aws:iam::324880187172:root"'].map((one) =>
      moduleWith(policy(one), locals),
    );
    checkFix(wrong, code, right, undefined, eu);
  });

  it("mends it in JSON text too", () => {
    const text = (principal: string): string => `<<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Principal": { "AWS": ${principal} },
        "Action": "sts:AssumeRole",
        "Condition": { "StringLike": { "sts:ExternalId": "acme@*" } }
      }]
    }
  EOT`;
    const locals = 'locals {\n  us = "577638371743"\n}';
    const [wrong = "", right = ""] = [
      '"arn:aws:iam::${local.us}:root"',
      '"arn:aws:iam::324880187172:root"',
    ].map((one) => moduleWith(text(one), locals));
    checkFix(wrong, code, right, undefined, eu);
  });
});
