/** Stacks, attachments and external IDs that are repeated over the same keys are the same ones. */
import { expect, it } from "vitest";
import { viewOf } from "../../../server/src/analysis/moduleView.ts";
import { verdictsOf } from "../../../server/src/analysis/trust/judge.ts";
import { readFixture } from "../../kit/fixture.ts";
import { snapshotOf } from "../../kit/snapshot.ts";

function outcomes(
  loop: string,
  repetition = 'for_each = toset(["a", "b"])',
): readonly (readonly [string, string])[] {
  const attached = repetition.startsWith("count")
    ? "count = 2\n stack_id = spacelift_stack.app[count.index].id"
    : "for_each = spacelift_stack.app\n stack_id = each.value.id";
  const { files } = readFixture(`
    data "spacelift_account" "this" {}

    resource "spacelift_aws_integration" "main" {
      name     = "main"
      role_arn = "arn:aws:iam::123456789012:role/spacelift"
    }

    resource "spacelift_stack" "app" {
      ${repetition}
      name       = "app"
      repository = "r"
      branch     = "main"
    }

    resource "aws_iam_role" "main" {
      name = "spacelift"
      assume_role_policy = jsonencode({
        Version = "2012-10-17"
        Statement = [{
          Effect    = "Allow"
          Principal = { AWS = data.spacelift_account.this.aws_account_id }
          Action    = "sts:AssumeRole"
          Condition = {
            StringEquals = {
              "sts:ExternalId" = [for ${loop} : "\${data.spacelift_account.this.name}@\${spacelift_aws_integration.main.id}@\${stack.id}@write"]
            }
          }
        }]
      })
    }

    resource "spacelift_aws_integration_attachment" "main" {
      ${attached}
      integration_id = spacelift_aws_integration.main.id
      depends_on     = [aws_iam_role.main]
    }
  `);
  return verdictsOf(viewOf(snapshotOf(files))).flatMap(({ sessions }) =>
    sessions.map(({ session, outcome }) => [session.target, outcome] as const),
  );
}

it("lets in what a loop over all of them admits", () => {
  expect(outcomes("stack in spacelift_stack.app")).toEqual([
    ["spacelift_stack.app.a", "allowed"],
    ["spacelift_stack.app.b", "allowed"],
  ]);
});

it("refuses what a loop leaves out", () => {
  expect(outcomes('stack in { for key, one in spacelift_stack.app : key => one if key == "a" }')).toEqual([
    ["spacelift_stack.app.a", "allowed"],
    ["spacelift_stack.app.b", "refused"],
  ]);
});

it("knows the instances that are counted", () => {
  expect(outcomes("stack in spacelift_stack.app", "count = 2")).toEqual([
    ["spacelift_stack.app[0]", "allowed"],
    ["spacelift_stack.app[1]", "allowed"],
  ]);
});
