/** Each part of the law objects to an edit that breaks it, and to nothing else. */
import { expect, it } from "vitest";
import { objectionTo } from "../../server/src/features/verifyEdits.ts";
import type { Scope } from "../../server/src/features/trustPolicy/plan.ts";
import { readFixture } from "../kit/fixture.ts";
import { snapshotOf } from "../kit/snapshot.ts";

const id = "${spacelift_aws_integration.main.id}";
const source = `
  locals {
    a = "x"
    b = local.a
  }

  resource "spacelift_aws_integration" "main" {
    name     = "main"
    role_arn = "arn:aws:iam::123456789012:role/spacelift"
  }

  resource "spacelift_aws_integration_attachment" "network" {
    integration_id = spacelift_aws_integration.main.id
    stack_id       = "network"
    write          = false
    depends_on     = [aws_iam_role.main]
  }

  resource "aws_iam_role" "main" {
    name = "spacelift"
    assume_role_policy = jsonencode({
      Version = "2012-10-17"
      Statement = [
        {
          Effect    = "Allow"
          Principal = { AWS = "324880187172" }
          Action    = "sts:AssumeRole"
          Condition = { StringLike = { "sts:ExternalId" = "acme@${id}@network@read" } }
        },
      ]
    })
  }
`;
const settings = { accountName: "acme", instance: "spacelift.io" };

/** What is said against writing one text for another, where a policy of that scope was promised. */
async function objection(from: string, to: string, scope?: Scope): Promise<string | undefined> {
  const { files } = readFixture(source);
  const [file] = files;
  const start = file?.text.indexOf(from) ?? -1;
  if (!file || start < 0) throw new Error(`the text has no ${from}`);
  const edits = [{ span: { start, end: start + from.length }, newText: to }];
  const promise = scope && {
    integration: "spacelift_aws_integration.main",
    scope,
    role: "aws_iam_role.main",
  };
  return objectionTo(snapshotOf(files, { settings }), [{ uri: file.uri, edits }], promise);
}

const pattern = `acme@${id}@network@read`;
const condition = `{ StringLike = { "sts:ExternalId" = "${pattern}" } }`;

it.each([
  ["what harms nobody", '"x"', '"y"', undefined, undefined],
  ["a cycle", '"x"', "local.b", undefined, "cycle"],
  ["a new finding", "name     =", "nam      =", undefined, "it would bring a finding: unknown-attribute"],
  ["broken syntax", '"x"', '"x" "y"', undefined, "it would bring a finding: syntax"],
  ["a session that is refused", pattern, "acme@*@other@*", "attachments", "no longer be let in"],
  ["the phase as it is", pattern, `acme@${id}@network@re*`, "attachments", undefined],
  [
    "a phase that no attachment has",
    pattern,
    `acme@${id}@network@*`,
    "attachments",
    "@write would be let in",
  ],
  ["another stack", pattern, `acme@${id}@*`, "attachments", "would be let in"],
  ["any stack where that is the scope", pattern, `acme@${id}@*`, "integration", undefined],
  ["another integration", pattern, "acme@*", "integration", "would be let in"],
  ["any integration where that is the scope", pattern, "acme@*", "account", undefined],
  ["another Spacelift account", pattern, "*@read", "account", "trust-external-id-too-broad"],
  [
    "another account where the prefix is cut short",
    pattern,
    "acme*",
    "account",
    "trust-external-id-too-broad",
  ],
  ["no external ID", `Condition = ${condition}`, "", "account", "trust-external-id-optional"],
  [
    "somebody else",
    '"324880187172"',
    '["324880187172", "999999999999"]',
    "account",
    "999999999999 would be trusted",
  ],
] as const)("%s", async (_, from, to, scope, expected) => {
  const said = await objection(from, to, scope);
  if (expected === undefined) expect(said).toBeUndefined();
  else expect(said).toContain(expected);
});
