/** Partitions of AWS: nobody assumes a role of another one, and an installation of one's own may be in any. */
import { describe, expect, it } from "vitest";
import { verdictLines } from "./verdictLines.ts";

const module = (roleArn: string, principal: string, rest = ""): string => `
resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = ${roleArn}
}

resource "spacelift_aws_integration_attachment" "network" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "network"
}

resource "aws_iam_role" "main" {
  name = "main"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = ${principal} }
      Action    = "sts:AssumeRole"
      Condition = { StringLike = { "sts:ExternalId" = "acme@*" } }
    }]
  })
}
${rest}`;

const gov = '"arn:aws-us-gov:iam::123456789012:role/main"';
const hosted = '"arn:aws:iam::324880187172:root"';
const variable = 'variable "account" {\n  type = string\n}\n';
const settings = { accountName: "acme" };

describe("the partition of role_arn", () => {
  it("is no place that spacelift.io gets to", () => {
    const said = ["main: role_arn is in the AWS partition aws-us-gov, and Spacelift is in aws"];
    expect(verdictLines(module(gov, hosted), settings)).toEqual(said);
    expect(verdictLines(module(gov, hosted), { ...settings, instance: "spacelift.io" })).toEqual(said);
    expect(verdictLines(module(gov.replace("-us-gov", ""), hosted), settings)).toEqual([
      "main · network · write: allowed",
    ]);
  });

  it("may be that of an installation of one's own", () => {
    const principal = '"arn:aws-us-gov:iam::210987654321:root"';
    const installation = { instance: "self-hosted", principal: "arn:aws-us-gov:iam::210987654321:root" };
    expect(verdictLines(module(gov, principal), { ...settings, ...installation })).toEqual([
      "main · network · write: allowed",
    ]);
    expect(verdictLines(module(gov, "var.account", variable), settings)).toEqual([
      "main: role_arn is in the AWS partition aws-us-gov, and whether your Spacelift is, nobody knows",
    ]);
  });
});

describe("the partition of the principal", () => {
  it.each([
    '"arn:aws-us-gov:iam::210987654321:root"',
    '"arn:aws-us-gov:iam::${var.account}:root"',
    '"arn:aws-us-gov:iam::${data.spacelift_account.this.aws_account_id}:root"',
  ])("says that the installation may be in any: %s", (principal) => {
    const rest = `${variable}data "spacelift_account" "this" {}\n`;
    expect(verdictLines(module("aws_iam_role.main.arn", principal, rest), settings)).toEqual([
      "main · network · write: unknown",
    ]);
  });
});
