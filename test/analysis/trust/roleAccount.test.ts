/** Roles of one name in several AWS accounts: the one that is meant, or none. */
import { describe, expect, it } from "vitest";
import { checkFindings } from "../../kit/checkRule.ts";
import { verdictLines } from "./verdictLines.ts";

const acme = { accountName: "acme", instance: "spacelift.io" };
const cannotTell =
  "there are roles with that name in several AWS accounts, and which one is meant cannot be told";

const integration = (name: string, account: string, rest = ""): string => `
resource "spacelift_aws_integration" "${name}" {
  name     = "${name}"
  role_arn = "arn:aws:iam::${account}:role/spacelift"
  ${rest}
}`;
const attachment = (name: string, role: string): string => `
resource "spacelift_aws_integration_attachment" "${name}" {
  integration_id = spacelift_aws_integration.${name}.id
  stack_id       = "${name}"
  depends_on     = [aws_iam_role.${role}]
}`;
const role = (name: string, integrationName: string, rest = ""): string => `
resource "aws_iam_role" "${name}" {
  name = "spacelift"
  ${rest}
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "324880187172" }
      Action    = "sts:AssumeRole"
      Condition = { StringLike = { "sts:ExternalId" = "acme@\${spacelift_aws_integration.${integrationName}.id}@*" } }
    }]
  })
}`;
const identity = (name: string, provider = ""): string => `
data "aws_caller_identity" "${name}" {
  ${provider && `provider = ${provider}`}
}`;
const accountOf = (name: string): string => `\${data.aws_caller_identity.${name}.account_id}`;

const two = attachment("dev", "dev") + attachment("prod", "prod");
const twoRoles = role("dev", "dev", "provider = aws.dev") + role("prod", "prod", "provider = aws.prod");

const cases: readonly { name: string; source: string; lines: readonly string[] }[] = [
  {
    name: "the role of one account, and integrations with two",
    source:
      integration("dev", "111111111111") +
      integration("prod", "222222222222", "duration_seconds = 3600") +
      attachment("dev", "dev") +
      attachment("prod", "dev") +
      role("dev", "dev"),
    lines: [`dev: ${cannotTell}`, `prod: ${cannotTell}`],
  },
  {
    name: "several integrations with one account",
    source:
      integration("dev", "111111111111") +
      integration("prod", "111111111111") +
      attachment("dev", "dev") +
      role("dev", "dev"),
    lines: ["dev · dev · write: allowed", "prod · stacks and modules that are attached elsewhere: refused"],
  },
  {
    name: "two roles by two providers, with accounts of which nobody knows whose they are",
    source: integration("dev", "111111111111") + integration("prod", "222222222222") + two + twoRoles,
    lines: [`dev: ${cannotTell}`, `prod: ${cannotTell}`],
  },
  {
    name: "two roles by two providers, with the accounts of these providers",
    source:
      identity("dev", "aws.dev") +
      identity("prod", "aws.prod") +
      integration("dev", accountOf("dev")) +
      integration("prod", accountOf("prod")) +
      two +
      twoRoles,
    lines: ["dev · dev · write: allowed", "prod · prod · write: allowed"],
  },
  {
    name: "the role of the account that Terraform works in, and one in each of many accounts",
    source:
      identity("current") +
      integration("dev", accountOf("current")) +
      integration("members", "${each.value}", "for_each = var.members") +
      `
variable "members" {
  type = map(string)
}
resource "spacelift_aws_integration_attachment" "members" {
  for_each       = var.members
  integration_id = spacelift_aws_integration.members[each.key].id
  stack_id       = each.key
}` +
      attachment("dev", "dev") +
      role("dev", "dev"),
    lines: ["dev · dev · write: allowed", `members[each.key in var.members]: ${cannotTell}`],
  },
];

describe("roles of one name", () => {
  it.each(cases)("$name", ({ source, lines }) => {
    expect(verdictLines(source, acme)).toEqual(lines);
  });

  it.each(cases.filter(({ lines }) => lines.every((line) => !line.endsWith("refused"))))(
    "nothing is found: $name",
    ({ source }) => {
      checkFindings(source, undefined, { settings: acme });
    },
  );

  it("nothing is said about a path or a duration that the role of another account has", () => {
    const source =
      integration("dev", "111111111111") +
      integration(
        "prod",
        "222222222222",
        "generate_credentials_in_worker = true\n  duration_seconds = 7200",
      ) +
      two.replace("aws_iam_role.prod", "aws_iam_role.dev") +
      role("dev", "dev", 'path = "/ci/"');
    checkFindings(source, "role-arn-mismatch");
    checkFindings(source, "duration-exceeds-role-maximum");
  });
});
