/** The policy as documents of its own, for where there is no Terraform. */
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { trustPolicyDocument, type DocumentForm } from "../../../server/src/features/trustPolicy/document.ts";
import { readFixture } from "../../kit/fixture.ts";
import { snapshotOf } from "../../kit/snapshot.ts";

const source = `
  resource "spacelift_aws_integration" "main" {
    name             = "main"
    role_arn         = "arn:aws:iam::123456789012:role/ci/spacelift"
    duration_seconds = 7200
    tag_assume_role  = true
  }

  resource "spacelift_stack" "a" {
    name       = "a"
    repository = "r"
    branch     = "main"
  }

  resource "spacelift_aws_integration_attachment" "a" {
    integration_id = spacelift_aws_integration.main.id
    stack_id       = spacelift_stack.a.id
    write          = false
  }

  resource "spacelift_aws_integration_attachment" "b" {
    integration_id = spacelift_aws_integration.main.id
    stack_id       = "b"
    read           = false
  }
`;

function documentOf(text: string, form: DocumentForm, settings: Readonly<Record<string, unknown>> = {}) {
  return trustPolicyDocument(
    snapshotOf(readFixture(text).files, { settings }),
    "spacelift_aws_integration.main",
    form,
  );
}

const statements = [
  {
    Effect: "Allow",
    Principal: { AWS: "577638371743" },
    Action: "sts:AssumeRole",
    Condition: {
      StringEquals: {
        "sts:ExternalId": [
          "acme@<ID of spacelift_aws_integration.main>@<slug of spacelift_stack.a>@read",
          "acme@<ID of spacelift_aws_integration.main>@b@write",
        ],
      },
    },
  },
  { Effect: "Allow", Principal: { AWS: "577638371743" }, Action: "sts:TagSession" },
];
const policy = { Version: "2012-10-17", Statement: statements };
const settings = { accountName: "acme", instance: "us.spacelift.io" };

describe("JSON", () => {
  it("holds the policy, and says what is to be filled in", () => {
    const document = documentOf(source, "json", settings);
    expect(JSON.parse(document?.text ?? "")).toEqual(policy);
    expect(document?.placeholders).toEqual([
      "<ID of spacelift_aws_integration.main>",
      "<slug of spacelift_stack.a>",
    ]);
    expect(document?.fileName).toBe("trust-policy.main.json");
  });

  it("asks for the account and the instance where no setting names them", () => {
    const document = documentOf(source, "json");
    expect(document?.placeholders).toContain("<Spacelift account name>");
    expect(document?.placeholders).toContain("<AWS account of your Spacelift instance>");
  });

  it("trusts the instance that the role's own policy names", () => {
    const role = `
  resource "aws_iam_role" "spacelift" {
    name               = "spacelift"
    path               = "/ci/"
    assume_role_policy = jsonencode({
      Version   = "2012-10-17"
      Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "324880187172" } }]
    })
  }
`;
    const document = documentOf(source + role, "json", { accountName: "acme" });
    expect(document?.text).toContain('"AWS": "324880187172"');
    expect(document?.placeholders).not.toContain("<AWS account of your Spacelift instance>");
  });

  describe("with a repeated attachment", () => {
    const repeatedOver = (collection: string): string =>
      source.replace(
        'stack_id       = "b"\n    read           = false',
        `for_each       = ${collection}\n    stack_id       = each.key\n    read           = each.value`,
      );

    it("holds the ID of each instance", () => {
      const document = documentOf(repeatedOver("{ b = false, c = true }"), "json", settings);
      expect(document?.text).toContain('"acme@<ID of spacelift_aws_integration.main>@b@write"');
      expect(document?.text).toContain('"acme@<ID of spacelift_aws_integration.main>@c@read"');
      expect(document?.text).not.toContain("@b@read");
    });

    it("names the stack of each instance", () => {
      const stacks = `
  resource "spacelift_stack" "each" {
    for_each   = toset(["x", "y"])
    name       = each.key
    repository = "r"
    branch     = "main"
  }
`;
      const text = repeatedOver('toset(["x", "y"])')
        .replace("stack_id       = each.key", "stack_id       = spacelift_stack.each[each.key].id")
        .replace("read           = each.value", "read           = false");
      expect(documentOf(text + stacks, "json", settings)?.placeholders).toContain(
        "<slug of spacelift_stack.each.x>",
      );
    });

    it("admits any stack where the instances are not known", () => {
      const document = documentOf(repeatedOver("var.stacks") + 'variable "stacks" {}\n', "json", settings);
      expect(document?.text).toContain('"acme@<ID of spacelift_aws_integration.main>@*"');
    });
  });

  it("admits any stack where stacks attach themselves", () => {
    const text = source.replace("tag_assume_role  = true", "autoattach_enabled = true");
    expect(documentOf(text, "json", settings)?.text).toContain(
      '"acme@<ID of spacelift_aws_integration.main>@*"',
    );
  });

  it("trusts the worker where that assumes the role", () => {
    const text = source.replace(
      "tag_assume_role  = true",
      'generate_credentials_in_worker = true\n    external_id = "mine"',
    );
    const document = documentOf(text, "json", settings);
    expect(document?.placeholders).toEqual(["<ARN of the role that your workers run as>"]);
    expect(document?.text).toContain('"sts:ExternalId": "mine"');
  });
});

it("is a command for the AWS CLI", () => {
  const { text = "" } = documentOf(source, "cli", settings) ?? {};
  const [, name, json] =
    /^aws iam update-assume-role-policy \\\n {2}--role-name '([^']*)' \\\n {2}--policy-document '([^']*)'\n$/.exec(
      text,
    ) ?? [];
  expect(name).toBe("spacelift");
  expect(JSON.parse(json ?? "")).toEqual(policy);
});

it("is a role for CloudFormation", () => {
  const { text = "" } = documentOf(source, "cloudformation", settings) ?? {};
  expect(parse(text)).toEqual({
    AWSTemplateFormatVersion: "2010-09-09",
    Resources: {
      SpaceliftRole: {
        Type: "AWS::IAM::Role",
        Properties: {
          RoleName: "spacelift",
          Path: "/ci/",
          MaxSessionDuration: 7200,
          AssumeRolePolicyDocument: policy,
        },
      },
    },
  });
});

it("is nothing where there is no such integration", () => {
  expect(documentOf("locals {}", "json")).toBeUndefined();
});
