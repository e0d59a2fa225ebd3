/** Where no setting tells which installation it is, the policy may: by the AWS account that it names. */
import { describe, expect, it } from "vitest";
import { verdictLines } from "./verdictLines.ts";

const module = (...statements: readonly string[]): string => `
data "spacelift_account" "this" {}

resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = aws_iam_role.main.arn
}

resource "spacelift_aws_integration_attachment" "network" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "network"
}

resource "aws_iam_role" "main" {
  name = "main"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [${statements.join(", ")}]
  })
}
`;

const admits = (id: string, principal: string): string => `{
      Effect    = "Allow"
      Principal = { AWS = ${principal} }
      Action    = "sts:AssumeRole"
      Condition = { StringLike = { "sts:ExternalId" = "${id}" } }
    }`;

const byData = "data.spacelift_account.this.aws_account_id";
const settings = { accountName: "acme" };

describe("a policy that names the AWS account of spacelift.io", () => {
  it("is about that installation", () => {
    expect(verdictLines(module(admits("acme@*", '"324880187172"')), settings)).toEqual([
      "main · network · write: allowed",
    ]);
  });

  it("means the same account by Spacelift's own data source", () => {
    const two = module(admits("other@*", '"324880187172"'), admits("acme@*", byData));
    expect(verdictLines(two, settings)).toEqual(["main · network · write: allowed"]);
  });

  it("means it in a Deny too", () => {
    const denied = admits("acme@*", byData).replace('"Allow"', '"Deny"');
    expect(verdictLines(module(admits("acme@*", '"324880187172"'), denied), settings)).toEqual([
      "main · network · write: refused",
    ]);
  });
});
