/** `trust-policy-invalid`. */
import { describe, expect, it } from "vitest";
import { checkFindings, checkFix, findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";
import { moduleWith } from "../trust/verdictLines.ts";

const code = "trust-policy-invalid";
const policy = (lines: string): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [{
${lines}
      Condition = { StringLike = { "sts:ExternalId" = "acme@*" } }
    }]
  })`;
const good =
  '      Effect    = "Allow"\n      Principal = { AWS = "324880187172" }\n      Action    = "sts:AssumeRole"';

describe(code, () => {
  it.each([
    ["a resource", `${good}\n      Resource  = "*"\n#     ^^^^^^^^ error ${code}: IAM refuses Resource`],
    [
      "an effect in small letters",
      good.replace('"Allow"', `"allow"\n#                 ^^^^^^^ error ${code}: IAM refuses the effect`),
    ],
    [
      "a Sid with a space",
      `      Sid = "Let it"\n#           ^^^^^^^^ error ${code}: IAM refuses the Sid\n${good}`,
    ],
    [
      "a principal with a wildcard",
      good.replace(
        '"324880187172" }',
        `"arn:aws:iam::324880187172:*" }\n#                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error ${code}`,
      ),
    ],
    [
      "everybody as the whole principal",
      good.replace('{ AWS = "324880187172" }', `"*"\n#                 ^^^ error ${code}`),
    ],
  ])("finds %s", (_name, lines) => checkFindings(moduleWith(policy(lines)), code));

  describe("a name that is not quite that of an element", () => {
    const condition = '      Condition = { StringLike = { "sts:ExternalId" = "acme@*" } }';
    const source = (elements: string): string =>
      moduleWith(`jsonencode({
    Version = "2012-10-17"
    Statement = [{
${elements}
    }]
  })`);

    it.each([
      ["Effect   ", "effect   "],
      ["Principal", "Principals"],
      ["Action   ", "action   "],
      ["Action   ", "Actions  "],
      ["Condition", "condition"],
      ["Condition", "Conditions"],
    ])("is one finding, and mended: %s as %s", (right, wrong) => {
      const elements = `${good}\n${condition}`;
      const written = elements.replace(`${right} =`, `${wrong} =`);
      const label = `#     ${"^".repeat(wrong.trim().length)} error ${code}: IAM refuses "${wrong.trim()}"`;
      const lines = written.split("\n");
      const at = lines.findIndex((line) => line.includes(`${wrong} =`));
      checkFindings(source(lines.toSpliced(at + 1, 0, label).join("\n")));
      const mended = elements.replace(`${right} =`, `${right.trim()}${wrong.slice(wrong.trim().length)} =`);
      checkFix(source(written), code, source(mended));
    });

    it("is one finding for an element that is not there", () => {
      const elements = `${good}\n${condition}`.replace(/ +Action .*\n/, "");
      expect(findingsOf(readFixture(source(elements)).files).map((one) => one.message)).toEqual([
        'IAM refuses a statement without an Action. Add "sts:AssumeRole".',
      ]);
    });
  });

  it("finds an operator that does not exist", () => {
    const text = `jsonencode({
    Version = "2012-10-17"
    Statement = [{
${good}
      Condition = {
        StringLikes = { "sts:ExternalId" = "acme@*" }
#       ^^^^^^^^^^^ error ${code}
      }
    }]
  })`;
    checkFindings(moduleWith(text), code);
  });

  it("finds text that is no JSON", () => {
    const local = `locals {\n  policy = "not json"\n#          ^^^^^^^^^^ error ${code}\n}`;
    checkFindings(moduleWith("local.policy", local), code);
  });

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
      values   = ["acme@*"]
    }
  }
}`;

  it("finds a policy that is encoded twice, and encodes it once", () => {
    const source = (written: string, label = ""): string =>
      moduleWith(written + label, `locals {\n  trust = ${policy(good)}\n}\n${document}`);
    const json = "data.aws_iam_policy_document.trust.json";
    for (const text of ["local.trust", json]) checkFix(source(`jsonencode(${text})`), code, source(text));
    checkFindings(
      source(
        `jsonencode(${json})`,
        `\n#                                 ${"^".repeat(json.length)} error ${code}: IAM refuses this trust policy, because it is JSON already`,
      ),
      code,
    );
    checkFindings(source("jsonencode(jsondecode(local.trust))"), code);
  });

  describe("a key that is there twice", () => {
    const twice = (lines: string): string => `{
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Action": "sts:AssumeRole",
${lines}
      }]
    }`;
    const trusted = '        "Principal": { "AWS": "324880187172" }';
    const condition = '        "Condition": { "StringLike": { "sts:ExternalId": "acme@*" } }';
    const lines = {
      "an element": `${condition},\n${trusted},\n${condition}
#        ^^^^^^^^^ error ${code}: IAM refuses "Condition" a second time in one object`,
      "an operator": `${trusted},
        "Condition": {
          "StringLike": { "sts:ExternalId": "acme@*" },
          "StringLike": { "sts:ExternalId": "acme@*" }
#          ^^^^^^^^^^ error ${code}: IAM refuses "StringLike" a second time in one object
        }`,
      "a key of a condition": `${trusted},
        "Condition": { "StringLike": {
          "sts:ExternalId": "acme@*@app@*",
          "sts:ExternalId": "acme@*"
#          ^^^^^^^^^^^^^^ error ${code}: IAM refuses "sts:ExternalId" a second time under one operator
        } }`,
      "a type of principals": `${condition},
        "Principal": {
          "AWS": "123456789012",
          "AWS": "324880187172"
#          ^^^ error ${code}: IAM refuses "AWS" a second time in one object
        }`,
    };

    it.each(Object.entries(lines))("is refused in JSON: %s", (_, text) => {
      checkFindings(moduleWith(`<<-EOT\n    ${twice(text)}\n  EOT`), code);
    });

    const text = twice(`${condition},\n${trusted},\n${condition}`);

    it("is replaced where Terraform decodes the JSON", () => {
      checkFindings(moduleWith(`jsonencode(jsondecode(<<-EOT\n    ${text}\n  EOT\n  ))`), code);
    });

    it("is replaced in a document that another one takes in", () => {
      const merged = `data "aws_iam_policy_document" "all" {
  source_policy_documents = [<<-EOT
    ${text}
  EOT
  ]
}`;
      checkFindings(moduleWith("data.aws_iam_policy_document.all.json", merged), code);
    });
  });

  describe("a Sid of all statements that a loop makes", () => {
    const loop = (collection: string, label = ""): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [for slug in ${collection} : {
      Sid       = "Spacelift"
${label}
${good}
      Condition = { StringLike = { "sts:ExternalId" = "acme@*@\${slug}@*" } }
    }]
  })`;

    it("is there twice where the loop runs twice", () => {
      const label = `#                 ^^^^^^^^^^^ error ${code}: IAM refuses the Sid "Spacelift" a second time`;
      checkFindings(moduleWith(loop('["network", "other"]', label)), code);
    });

    it("is perhaps there once where nobody knows how often the loop runs", () => {
      checkFindings(moduleWith(loop("var.slugs"), 'variable "slugs" {\n  type = list(string)\n}'), code);
    });
  });

  it("finds a Sid that a policy document has twice, where it is the second time", () => {
    const statement = (label = ""): string => `  statement {
    sid     = "Spacelift"
${label}
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["324880187172"]
    }
  }`;
    const label = `#             ^^^^^^^^^^^ error ${code}: IAM refuses the Sid "Spacelift" a second time, and so does`;
    const twice = `data "aws_iam_policy_document" "twice" {\n${statement()}\n${statement(label)}\n}`;
    checkFindings(moduleWith("data.aws_iam_policy_document.twice.json", twice), code);
  });

  it("finds a document whose statements are not listed, and puts brackets around them", () => {
    const source = (statements: string, label = ""): string =>
      moduleWith(
        "data.aws_iam_policy_document.all.json",
        `locals {
  base = jsonencode({
    Statement = ${statements}${label}
  })
}
data "aws_iam_policy_document" "all" {
  source_policy_documents = [local.base]
}`,
      );
    const statement = `{ Effect = "Allow", Principal = { AWS = "324880187172" }, Action = "sts:AssumeRole", Condition = { StringLike = { "sts:ExternalId" = "acme@*" } } }`;
    checkFindings(
      source(statement, `\n#   ^^^^^^^^^ error ${code}: aws_iam_policy_document refuses this document`),
      code,
    );
    checkFix(source(statement), code, source(`[${statement}]`));
  });

  it("finds &{...} outside a policy document, and nothing else of it", () => {
    const text = `jsonencode({
    Version = "2012-10-17"
    Statement = [{
${good}
      Condition = {
        StringLike = { "sts:ExternalId" = "&{aws:userid}" }
#                                         ^^^^^^^^^^^^^^^ error ${code}
      }
    }]
  })`;
    checkFindings(moduleWith(text));
  });

  it("leaves a Deny of everybody to everybody", () => {
    const source = (who: string): string =>
      moduleWith(`jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
${good}
        Condition = { StringLike = { "sts:ExternalId" = "acme@*" } }
      },
      {
        Effect    = "Deny"
        Principal = ${who}
        Action    = "sts:AssumeRole"
        Condition = { StringNotLike = { "sts:ExternalId" = "acme@*" } }
      },
    ]
  })`);
    checkFix(source('"*"'), code, source('{ AWS = "*" }'), undefined, { settings: { accountName: "acme" } });
  });

  it("is silent about a right policy and about every other role", () => {
    const other = `resource "aws_iam_role" "other" {\n  assume_role_policy = ${policy(good.replace("324880187172", "123456789012").replace("Allow", "allow"))}\n}`;
    checkFindings(moduleWith(policy(good), other), code);
  });

  it("is silent about what IAM perhaps refuses", () => {
    for (const written of [
      good.replace('"324880187172"', "324880187172"),
      good.replace("{ AWS", "{ Service = null, AWS"),
      `      Sid       = null\n${good}`,
    ])
      checkFindings(moduleWith(policy(written)), undefined, { settings: { accountName: "acme" } });
  });

  it("is silent about what is unknown, and about text that is not complete yet", () => {
    checkFindings(moduleWith("var.policy", 'variable "policy" {}'), code);
    checkFindings(moduleWith(policy(good.replace('"Allow"', "var.policy")), 'variable "policy" {}'), code);
    checkFindings(moduleWith(policy(good.replace('= "Allow"', "="))), code);
  });

  it("repairs", () => {
    checkFix(
      moduleWith(policy(good.replace("324880187172", "324880187172/role/Spacelift"))),
      code,
      moduleWith(policy(good)),
    );
    checkFix(moduleWith(policy(good.replace("Allow", "allow"))), code, moduleWith(policy(good)));
    checkFix(moduleWith(policy(`${good}\n      Resource  = "*"`)), code, moduleWith(policy(good)));
    checkFix(
      moduleWith(policy(good.replace("324880187172", "arn:aws:iam::324880187172:*"))),
      code,
      moduleWith(policy(good.replace("324880187172", "arn:aws:iam::324880187172:root"))),
    );
    checkFix(moduleWith(policy(good).replace("StringLike", "StringLikes")), code, moduleWith(policy(good)));
  });

  it.each([
    ["an account as the whole principal", '"324880187172"', '{ AWS = "324880187172" }'],
    ["everybody as the whole principal", '"*"', "{ AWS = data.spacelift_account.this.aws_account_id }"],
  ])("repairs %s", (_name, wrong, right) => {
    const source = (principal: string): string =>
      moduleWith(policy(good.replace('{ AWS = "324880187172" }', principal)));
    checkFix(source(wrong), code, source(right));
  });

  it.each(["sts.AssumeRole", "AssumeRole", "sts AssumeRole"])("repairs the action %s", (action) => {
    const source = (name: string): string => moduleWith(policy(good.replace("sts:AssumeRole", name)));
    checkFindings(
      source(action).replace(
        `"${action}"\n`,
        `"${action}"\n#                 ${"^".repeat(action.length + 2)} error ${code}\n`,
      ),
    );
    checkFix(source(action), code, source("sts:AssumeRole"));
  });

  it("puts an operator around a key that has none, and tells it once", () => {
    const source = (condition: string, label = ""): string =>
      moduleWith(policy(good).replace(/Condition = .*/, `Condition = { ${condition} }${label}`));
    const key = '"sts:ExternalId" = "acme@*"';
    checkFindings(source(key, `\n#                   ^^^^^^^^^^^^^^^^ error ${code}: IAM wants an operator`));
    checkFix(source(key), code, source(`StringLike = { ${key} }`));
    const pasted = '"sts:ExternalId" : "acme@*"';
    checkFix(source(pasted), code, source(`"StringLike" : { ${pasted} }`));
  });

  const text = (comma: string, label = ""): string =>
    moduleWith(`<<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Principal": { "AWS": "324880187172" },
        "Action": "sts:AssumeRole",
        "Condition": { "StringLike": { "sts:ExternalId": "acme@*" } }${comma}
${label}
      }]
    }
    EOT`);

  it("finds and removes a comma before a closing bracket of JSON", () => {
    const label = `#${" ".repeat(68)}^ error ${code}: IAM refuses this trust policy, because JSON has no comma`;
    checkFindings(text(",", label), code);
    checkFix(text(","), code, text(""));
  });

  const account = "${data.spacelift_account.this.name}";
  const interpolated = (condition: string, label = ""): string =>
    moduleWith(
      `<<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Principal": { "AWS": "\${data.spacelift_account.this.aws_account_id}" },
        ${condition}
${label}
      }]
    }
    EOT`,
    );
  const wholeCondition = `"Condition": { "StringLike": { "sts:ExternalId": "${account}@*" } }`;

  it("finds a missing comma of JSON with interpolations, and inserts it", () => {
    const source = (comma: string, label = ""): string =>
      interpolated(`"Action": "sts:AssumeRole"${comma}\n        ${wholeCondition}`, label);
    const wrong = source("").replace(
      '"sts:AssumeRole"\n',
      `"sts:AssumeRole"\n#                 ^^^^^^^^^^^^^^^^ error ${code}: IAM refuses this trust policy, because a comma is missing\n`,
    );
    checkFindings(wrong, code);
    checkFix(source(""), code, source(","));
  });

  it("finds a string that is not closed behind an interpolation", () => {
    const label = `#                 ^^^^^^^^^^^^^^^ error ${code}: IAM refuses this trust policy, because this string`;
    checkFindings(interpolated(`${wholeCondition},\n        "Action": "sts:AssumeRole`, label), code);
  });

  it("leaves JSON alone that depends on what is not known", () => {
    const unknown = (text: string): string =>
      `${interpolated(text)}\nvariable "more" {\n  type = string\n}\n`;
    checkFindings(unknown(`"Action": "sts:AssumeRole" \${var.more}`), code);
    checkFindings(unknown(`"Action": \${var.more} "Condition": {}`), code);
  });

  it("repairs JSON text too", () => {
    const source = (name: string, more: string): string => text(more).replace('"Allow"', `"${name}"`);
    checkFix(source("allow", ""), code, source("Allow", ""));
    checkFix(source("Allow", ',\n        "Resource": "*"'), code, source("Allow", ""));
  });
});
