/** Refactorings, by the text that results. */
import { describe, expect, it } from "vitest";
import { codeActions } from "../../server/src/features/codeActions.ts";
import { applyAction } from "../kit/checkAction.ts";
import { readFixture, stripIndent } from "../kit/fixture.ts";
import { snapshotOf } from "../kit/snapshot.ts";
import { hasTerraform, terraformFmt } from "../kit/terraform.ts";

async function check(source: string, title: string, after: string): Promise<void> {
  const [text = ""] = await applyAction(readFixture(source), title);
  expect(text).toBe(stripIndent(after));
  if (hasTerraform) expect(terraformFmt(text)).toBe(text);
}

async function titlesAt(source: string): Promise<readonly string[]> {
  const { files, cursor } = readFixture(source);
  if (!cursor) throw new Error("the text has no $0");
  const actions = await codeActions(snapshotOf(files), cursor.uri, cursor.span, () => undefined);
  return actions.flatMap((action) => (action.kind === "refactor" ? [action.title] : []));
}

const stack = `
  resource "spacelift_stack" "network" {
    name       = "network"
    repository = "r"
    branch     = "main"
  }
`;

describe("extract role_arn to a local", () => {
  it("puts the local before the integration", () =>
    check(
      `
        resource "spacelift_aws_integration" "main" {$0
          name     = "main"
          role_arn = "arn:aws:iam::123456789012:role/spacelift"
        }
      `,
      "Extract role_arn to a local",
      `
        locals {
          main_role_arn = "arn:aws:iam::123456789012:role/spacelift"
        }

        resource "spacelift_aws_integration" "main" {
          name     = "main"
          role_arn = local.main_role_arn
        }
      `,
    ));

  it("is not offered where the ARN differs from instance to instance, or is a reference already", async () => {
    const each = `
      resource "spacelift_aws_integration" "main" {$0
        for_each = toset(["a"])
        name     = each.key
        role_arn = "arn:aws:iam::123456789012:role/\${each.key}"
      }
    `;
    expect(await titlesAt(each)).not.toContain("Extract role_arn to a local");
    expect(await titlesAt(each.replace(/"arn.*"/, "var.arn"))).not.toContain("Extract role_arn to a local");
  });
});

describe("add an attachment", () => {
  const integration = `
  resource "spacelift_aws_integration" "main" {
    name     = "main"
    role_arn = "arn:aws:iam::123456789012:role/spacelift"
  }

  resource "aws_iam_role" "main" {
    name               = "spacelift"
    assume_role_policy = var.policy
  }

  variable "policy" {}
  `;

  it("from the stack, and waits for the role", () =>
    check(
      `${stack.replace('"network" {', '"network" {$0')}${integration}`,
      "Add an attachment to spacelift_aws_integration.main",
      `
        resource "spacelift_stack" "network" {
          name       = "network"
          repository = "r"
          branch     = "main"
        }

        resource "spacelift_aws_integration_attachment" "main_network" {
          integration_id = spacelift_aws_integration.main.id
          stack_id       = spacelift_stack.network.id

          depends_on = [aws_iam_role.main]
        }

        resource "spacelift_aws_integration" "main" {
          name     = "main"
          role_arn = "arn:aws:iam::123456789012:role/spacelift"
        }

        resource "aws_iam_role" "main" {
          name               = "spacelift"
          assume_role_policy = var.policy
        }

        variable "policy" {}
      `,
    ));

  it("from the integration, to each stack that it is not attached to", async () => {
    const attached = `
      resource "spacelift_aws_integration_attachment" "a" {
        integration_id = spacelift_aws_integration.main.id
        stack_id       = spacelift_stack.network.id
      }
    `;
    const other = stack.replaceAll("network", "other");
    const source = `${integration.replace('"main" {', '"main" {$0')}${stack}${other}`;
    expect(await titlesAt(source)).toEqual([
      "Extract role_arn to a local",
      "Add an attachment to spacelift_stack.network",
      "Add an attachment to spacelift_stack.other",
    ]);
    expect(await titlesAt(source + attached)).toEqual([
      "Extract role_arn to a local",
      "Add an attachment to spacelift_stack.other",
    ]);
  });
});

it("converts an older resource from anywhere in it, and says what applying does", () =>
  check(
    `
      resource "spacelift_stack_aws_role" "main" {
        stack_id = "network"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"$0
      }
    `,
    "Convert to an integration and its attachment, with a comment",
    `
      # Applying this creates what follows and destroys spacelift_stack_aws_role.main.
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = spacelift_aws_integration.main.id
        stack_id       = "network"
      }
    `,
  ));
