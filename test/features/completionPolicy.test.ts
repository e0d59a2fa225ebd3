/** Completion inside trust policies: keys, actions, principals, operators, and whole external IDs. */
import { describe, expect, it } from "vitest";
import { checkCompletion, completionsAt, labelsAt } from "../kit/checkCompletion.ts";
import type { SnapshotOptions } from "../kit/snapshot.ts";

const module = `
data "spacelift_account" "me" {}
resource "spacelift_aws_integration" "main" {
  name = "main"
}
resource "spacelift_stack" "app" {}
resource "spacelift_aws_integration_attachment" "app" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = spacelift_stack.app.id
}
resource "spacelift_aws_integration_attachment" "vpc" {
  integration_id = spacelift_aws_integration.main.id
  module_id      = "terraform-aws-vpc"
  write          = false
}
`;
const account = "${data.spacelift_account.me.name}";
const integration = "${spacelift_aws_integration.main.id}";
const ids = [
  `${account}@${integration}@\${spacelift_stack.app.id}@read`,
  `${account}@${integration}@\${spacelift_stack.app.id}@write`,
  `${account}@${integration}@terraform-aws-vpc@read`,
];
const patterns = [`${account}@${integration}@*`, `${account}@*`];

function role(policy: string): string {
  return `resource "aws_iam_role" "x" {\n  assume_role_policy = jsonencode({\n    ${policy}\n  })\n}\n`;
}

function statement(body: string): string {
  return role(`Statement = [{\n      ${body}\n    }]`);
}

function document(body: string): string {
  return `data "aws_iam_policy_document" "x" {\n  statement {\n    ${body}\n  }\n}\n`;
}

const trusting = `resource "aws_iam_role" "y" {\n  assume_role_policy = data.aws_iam_policy_document.x.json\n}\n`;

function labels(source: string, options?: SnapshotOptions): readonly string[] {
  return labelsAt(source + module, options);
}

function check(before: string, label: string, after: string): void {
  checkCompletion(before + module, label, after + module);
}

describe("keys", () => {
  it("are those of a policy and its statements, as far as they are missing", () => {
    expect(labels(role("$0"))).toEqual(["Version", "Statement"]);
    expect(labels(role(`Version = "2012-10-17"\n    $0`))).toEqual(["Statement"]);
    expect(labels(statement(`Effect = "Allow"\n      $0`))).toEqual([
      "Principal",
      "Action",
      "Condition",
      "Sid",
    ]);
    expect(labels(statement(`"Effect": "Allow", "$0"`))).toEqual(["Principal", "Action", "Condition", "Sid"]);
  });

  it("are the operators of a condition", () => {
    expect(labels(statement("Condition = { $0 }"))).toEqual(["StringEquals", "StringLike"]);
    expect(labels(statement("Condition = { String$0 }"))).toEqual(["StringEquals", "StringLike"]);
    check(
      statement("Condition = {\n        $0\n      }"),
      "StringLike",
      statement(`Condition = {\n        StringLike = {\n          "sts:ExternalId" = $0\n        }\n      }`),
    );
  });

  it.each([
    ["StringLike = { $0 }", `StringLike = { "sts:ExternalId" = $0 }`],
    [`StringLike = { "$0" }`, `StringLike = { "sts:ExternalId" = $0 }`],
    [`StringLike = { "sts:$0" }`, `StringLike = { "sts:ExternalId" = $0 }`],
    [`StringLike = { "sts:$0" = "a" }`, `StringLike = { "sts:ExternalId" = "a" }`],
    [`"StringLike": { "sts:$0": "a" }`, `"StringLike": { "sts:ExternalId": "a" }`],
    [`StringLike = { ext$0 }`, `StringLike = { "sts:ExternalId" = $0 }`],
  ])("name the external ID: %s", (before, after) => {
    const shown = after.replace("$0", "");
    const { items } = completionsAt(statement(`Condition = { ${before} }`) + module);
    expect(items.map(({ label }) => label)).toEqual(["sts:ExternalId"]);
    check(
      statement(`Condition = { ${before} }`),
      "sts:ExternalId",
      statement(`Condition = { ${after.includes("$0") ? after : shown} }`),
    );
  });

  it("offer no references", () => {
    expect(labels(`locals {\n  a = { $0 }\n}`)).toEqual([]);
    expect(labels(statement("Principal = { $0 }"))).toEqual([]);
  });
});

describe("values", () => {
  it.each([
    [`Effect = "$0"`, ["Allow", "Deny"]],
    [`Action = "$0"`, ["sts:AssumeRole", "sts:TagSession"]],
    [`Action = ["sts:AssumeRole", "$0"]`, ["sts:AssumeRole", "sts:TagSession"]],
    [`"Action": $0`, ["sts:AssumeRole", "sts:TagSession"]],
    [
      "Principal = { AWS = $0 }",
      ["data.spacelift_account.me.aws_account_id", "324880187172", "577638371743"],
    ],
    [
      `Principal = { AWS = ["$0"] }`,
      ["data.spacelift_account.me.aws_account_id", "324880187172", "577638371743"],
    ],
  ])("%s", (body, expected) => {
    expect(labels(statement(body))).toEqual(expected);
    expect(labels(statement(body), { besideTerraformExtension: true })).toEqual(expected);
  });

  it("put the installation of the settings first", () => {
    const us = { settings: { instance: "us.spacelift.io" } };
    expect(labels(statement("Principal = { AWS = $0 }"), us)).toEqual([
      "data.spacelift_account.me.aws_account_id",
      "577638371743",
      "324880187172",
    ]);
    const own = { settings: { instance: "self-hosted", principal: "123456789012" } };
    expect(labels(statement("Principal = { AWS = $0 }"), own)[1]).toBe("123456789012");
  });

  it("are inserted with the quotes that are missing", () => {
    check(statement("Action = $0"), "sts:AssumeRole", statement(`Action = "sts:AssumeRole"`));
    check(statement(`Action = "sts:$0"`), "sts:AssumeRole", statement(`Action = "sts:AssumeRole"`));
    check(
      statement(`Principal = { AWS = "$0" }`),
      "324880187172",
      statement(`Principal = { AWS = "324880187172" }`),
    );
    check(
      statement(`Principal = { AWS = "$0" }`),
      "data.spacelift_account.me.aws_account_id",
      statement(`Principal = { AWS = data.spacelift_account.me.aws_account_id }`),
    );
  });

  it("may be half-written references", () => {
    expect(labels(statement("Principal = { AWS = data.spacelift_account.me.$0 }"))).toContain(
      "aws_account_id",
    );
  });
});

describe("external IDs", () => {
  const condition = (operator: string, value: string): string =>
    statement(`Condition = { ${operator} = { "sts:ExternalId" = ${value} } }`);

  it("are those of the attachments, or patterns where the operator takes them", () => {
    expect(labels(condition("StringEquals", `"$0"`))).toEqual([...ids, ...patterns]);
    expect(labels(condition("StringLike", `["$0"]`))).toEqual([...patterns, ...ids]);
  });

  it.each([
    ["$0", ids[1]],
    [`"$0"`, ids[1]],
    [`"acme@$0"`, ids[1]],
    [`"${account}@$0"`, ids[1]],
    [`"${account}@${integration}@x$0y"`, ids[1]],
  ])("replace the whole string in %s", (value, id = "") => {
    check(condition("StringEquals", value), id, condition("StringEquals", `"${id}"`));
    check(condition("StringEquals", `["a", ${value}]`), id, condition("StringEquals", `["a", "${id}"]`));
  });

  it("say whose they are", () => {
    const { items } = completionsAt(condition("StringEquals", `"$0"`) + module);
    expect(items[0]?.detail).toBe("attachment app, read phases");
  });

  it("take the account's name from the settings, or leave it open", () => {
    const settings = { accountName: "acme" };
    expect(labels(condition("StringLike", `"$0"`), { settings })[1]).toBe("acme@*");
    const source = `${condition("StringLike", `"$0"`)}resource "spacelift_aws_integration" "a" {}\n`;
    expect(labelsAt(source)).toEqual(["<account>@${spacelift_aws_integration.a.id}@*", "<account>@*"]);
    checkCompletion(source, "<account>@*", source.replace(`"$0"`, `"$0account@*"`));
  });

  it("have the form that the settings ask for", () => {
    const both = labels(condition("StringEquals", `"$0"`), { settings: { externalIdFormat: "both" } });
    expect(both).toContain(`${account}-${integration}@terraform-aws-vpc-read`);
    expect(both).toContain(`${account}@${integration}@terraform-aws-vpc@read`);
  });

  it("of the integration that uses the role come first", () => {
    const arn = `"arn:aws:iam::123456789012:role/x"`;
    const own = `resource "spacelift_aws_integration" "own" {\n  role_arn = ${arn}\n}\n`;
    const policy = condition("StringLike", `"$0"`).replace("{\n", `{\n  name = "x"\n`);
    expect(labels(policy + own)[0]).toBe(patterns[0]?.replace("main", "own"));
  });

  it("may come from a data source", () => {
    const data = `data "spacelift_aws_integration_attachment_external_id" "x" {}\n`;
    const label = "data.spacelift_aws_integration_attachment_external_id.x.external_id";
    expect(labels(condition("StringEquals", `"$0"`) + data)[0]).toBe(label);
    check(condition("StringEquals", `"$0"`) + data, label, condition("StringEquals", label) + data);
  });

  it("are offered in locals that hold statements", () => {
    const source = `locals {\n  policy = jsonencode({ Statement = [{ Condition = { StringLike = { "sts:ExternalId" = "$0" } } }] })\n}\n`;
    expect(labels(source)).toEqual([...patterns, ...ids]);
  });
});

describe("policy documents", () => {
  it.each([
    [`effect = "$0"`, ["Allow", "Deny"]],
    [`actions = ["$0"]`, ["sts:AssumeRole", "sts:TagSession"]],
    [
      `principals {\n      identifiers = [$0]\n    }`,
      ["data.spacelift_account.me.aws_account_id", "324880187172", "577638371743"],
    ],
    [`condition {\n      test = "$0"\n    }`, ["StringEquals", "StringLike"]],
    [`condition {\n      variable = "$0"\n    }`, ["sts:ExternalId"]],
    [
      `condition {\n      test = "StringLike"\n      variable = "sts:ExternalId"\n      values = ["$0"]\n    }`,
      [...patterns, ...ids],
    ],
    [
      `condition {\n      test = "StringLike"\n      variable = "aws:SourceIp"\n      values = ["$0"]\n    }`,
      [],
    ],
    [
      `dynamic "condition" {\n      content {\n        test = "$0"\n      }\n    }`,
      ["StringEquals", "StringLike"],
    ],
  ])("%j", (body, expected) => {
    expect(labels(document(body) + trusting)).toEqual(expected);
  });

  it("of permissions get nothing", () => {
    expect(labels(document(`actions = ["$0"]`))).toEqual([]);
    expect(labels(document(`actions = ["s3:Get"]\n    resources = ["*"]\n    $0`))).toEqual([]);
    const policy = statement(`Action = "$0"`)
      .replace("aws_iam_role", "aws_iam_policy")
      .replace("assume_role_", "");
    expect(labels(policy)).toEqual([]);
  });

  it("of trust are known by what is in them", () => {
    expect(labels(document(`actions = ["sts:$0"]`))).toEqual(["sts:AssumeRole", "sts:TagSession"]);
    expect(labels(document(`principals {}\n    actions = ["$0"]`))).toEqual([
      "sts:AssumeRole",
      "sts:TagSession",
    ]);
  });

  it("get whole blocks", () => {
    expect(labels(document("$0"))).toEqual(["principals Spacelift", "condition sts:ExternalId"]);
    check(
      document("$0"),
      "condition sts:ExternalId",
      document(
        `condition {\n      test     = "$0StringLike"\n      variable = "sts:ExternalId"\n      values   = [""]\n    }`,
      ),
    );
    check(
      document("$0"),
      "principals Spacelift",
      document(
        `principals {\n      type        = "AWS"\n      identifiers = [data.spacelift_account.me.aws_account_id]\n    }`,
      ),
    );
  });
});

describe("other objects", () => {
  it.each([
    `resource "aws_s3_bucket_policy" "x" {\n  policy = jsonencode({ $0 })\n}`,
    `locals {\n  a = { Statement = [{ Effect = "$0" }] }\n}`,
    statement("Principal = { Service = $0 }").replace("$0", `"$0"`),
    statement(`Condition = { StringLike = { "aws:SourceIp" = "$0" } }`),
  ])("get nothing: %j", (source) => {
    expect(labels(source)).toEqual([]);
  });

  it("get nothing in modules without the family", () => {
    expect(labelsAt(statement(`Action = "$0"`))).toEqual([]);
    expect(labelsAt(document("$0"))).toEqual([]);
  });
});
