/** `deprecated-resource`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "deprecated-resource";

describe(code, () => {
  it("converts to an integration and its attachment", () => {
    checkFindings(
      `
      resource "spacelift_aws_role" "main_role" {
      #        ^^^^^^^^^^^^^^^^^^^^ hint deprecated-resource: Use spacelift_aws_integration and an attachment: one integration serves many stacks, and reading and writing
        stack_id                       = "app"
        role_arn                       = "arn:aws:iam::123456789012:role/spacelift"
        generate_credentials_in_worker = true
      }
      `,
      code,
    );
  });

  it("fixes: converts to an integration and its attachment", () => {
    checkFix(
      `
      resource "spacelift_aws_role" "main_role" {
        stack_id                       = "app"
        role_arn                       = "arn:aws:iam::123456789012:role/spacelift"
        generate_credentials_in_worker = true
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main_role" {
        name                           = "main-role"
        role_arn                       = "arn:aws:iam::123456789012:role/spacelift"
        generate_credentials_in_worker = true
      }

      resource "spacelift_aws_integration_attachment" "main_role" {
        integration_id = spacelift_aws_integration.main_role.id
        stack_id       = "app"
      }
      `,
    );
  });

  it("keeps for_each and depends_on", () => {
    checkFindings(
      `
      resource "spacelift_stack_aws_role" "each" {
      #        ^^^^^^^^^^^^^^^^^^^^^^^^^^ hint deprecated-resource: Use spacelift_aws_integration and an attachment: one integration serves many stacks, and reading and writing
        for_each = toset(["a", "b"])

        stack_id = each.key
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        depends_on = [aws_iam_role_policy_attachment.x]
      }

      resource "aws_iam_role_policy_attachment" "x" {
        role       = "spacelift"
        policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
      }
      `,
      code,
    );
  });

  it("fixes: keeps for_each and depends_on", () => {
    checkFix(
      `
      resource "spacelift_stack_aws_role" "each" {
        for_each = toset(["a", "b"])

        stack_id = each.key
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        depends_on = [aws_iam_role_policy_attachment.x]
      }

      resource "aws_iam_role_policy_attachment" "x" {
        role       = "spacelift"
        policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "each" {
        for_each = toset(["a", "b"])

        name     = "each-\${each.key}"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        depends_on = [aws_iam_role_policy_attachment.x]
      }

      resource "spacelift_aws_integration_attachment" "each" {
        for_each = toset(["a", "b"])

        integration_id = spacelift_aws_integration.each[each.key].id
        stack_id       = each.key

        depends_on = [aws_iam_role_policy_attachment.x]
      }

      resource "aws_iam_role_policy_attachment" "x" {
        role       = "spacelift"
        policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
      }
      `,
    );
  });

  it("offers nothing where something refers to it", () => {
    checkFindings(
      `
      resource "spacelift_aws_role" "main" {
      #        ^^^^^^^^^^^^^^^^^^^^ hint deprecated-resource: Use spacelift_aws_integration and an attachment: one integration serves many stacks, and reading and writing
        stack_id = "app"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      output "id" {
        value = spacelift_aws_role.main.id
      }
      `,
      code,
    );
  });

  it("leaves the data sources and the integration alone", () => {
    checkFindings(
      `
      data "spacelift_aws_role" "main" {
        stack_id = "app"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
      code,
    );
  });

  it("judges the type, whatever is in the block", () => {
    checkFindings(
      `
      resource "spacelift_aws_role" "main" {
      #        ^^^^^^^^^^^^^^^^^^^^ hint deprecated-resource: Use spacelift_aws_integration and an attachment: one integration serves many stacks, and reading and writing
        stack_id = var.
      }
      `,
      code,
    );
  });
});
