/** Integrations in another Spacelift account than the one that the settings tell of. */
import { describe, expect, it } from "vitest";
import { checkFindings } from "../../kit/checkRule.ts";
import { verdictLines } from "./verdictLines.ts";

const acme = { accountName: "acme", instance: "spacelift.io" };

const integration = (name: string, principal: string, account: string, provider = ""): string => `
resource "spacelift_aws_integration" "${name}" {
  ${provider}
  name     = "${name}"
  role_arn = aws_iam_role.${name}.arn
}

resource "spacelift_aws_integration_attachment" "${name}" {
  ${provider}
  integration_id = spacelift_aws_integration.${name}.id
  stack_id       = "network"
}

resource "aws_iam_role" "${name}" {
  name = "${name}"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "${principal}" }
      Action    = "sts:AssumeRole"
      Condition = { StringLike = { "sts:ExternalId" = "${account}@*" } }
    }]
  })
}
`;

const own = integration("eu", "324880187172", "acme");
const other = integration("us", "577638371743", "acme-us", "provider = spacelift.us");
const cannotTell = "its provider may be that of another Spacelift account than your settings name";

describe("a module with a second Spacelift provider", () => {
  it("holds only integrations of the first one against the settings", () => {
    expect(verdictLines(own + other, acme)).toEqual(["eu · network · write: allowed", `us: ${cannotTell}`]);
    checkFindings(own + other, undefined, { settings: acme });
  });

  it("judges both where the settings tell of no account", () => {
    expect(verdictLines(own + other)).toEqual([
      "eu · network · write: unknown, allowed for acme",
      "us · network · write: unknown, allowed for acme-us",
    ]);
  });

  it("judges all where there is only one, whatever it is called", () => {
    const named = integration("eu", "324880187172", "acme", "provider = spacelift.main");
    expect(verdictLines(named, acme)).toEqual(["eu · network · write: allowed"]);
  });
});
