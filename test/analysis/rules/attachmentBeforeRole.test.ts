/** `attachment-before-role`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "attachment-before-role";

describe(code, () => {
  it("finds an attachment that waits for nothing", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "aws_iam_role" "main" {
        name               = "spacelift"
        assume_role_policy = "{}"
      }

      resource "spacelift_aws_integration_attachment" "main" {
      #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning attachment-before-role: Spacelift tests the role when it attaches, and this does not wait for aws_iam_role.main, so the first apply
        integration_id = spacelift_aws_integration.main.id
        stack_id       = "app"
      }
      `,
      code,
    );
  });

  it("fixes: finds an attachment that waits for nothing", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "aws_iam_role" "main" {
        name               = "spacelift"
        assume_role_policy = "{}"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = spacelift_aws_integration.main.id
        stack_id       = "app"
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "aws_iam_role" "main" {
        name               = "spacelift"
        assume_role_policy = "{}"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = spacelift_aws_integration.main.id
        stack_id       = "app"

        depends_on = [aws_iam_role.main]
      }
      `,
    );
  });

  it("adds to the depends_on that is there", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "aws_iam_role" "main" {
        name               = "spacelift"
        assume_role_policy = "{}"
      }

      resource "spacelift_aws_integration_attachment" "main" {
      #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning attachment-before-role: Spacelift tests the role when it attaches, and this does not wait for aws_iam_role.main, so the first apply
        integration_id = spacelift_aws_integration.main.id
        stack_id       = "app"

        depends_on = [
          spacelift_aws_integration.main
        ]
      }
      `,
      code,
    );
  });

  it("fixes: adds to the depends_on that is there", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "aws_iam_role" "main" {
        name               = "spacelift"
        assume_role_policy = "{}"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = spacelift_aws_integration.main.id
        stack_id       = "app"

        depends_on = [
          spacelift_aws_integration.main
        ]
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "aws_iam_role" "main" {
        name               = "spacelift"
        assume_role_policy = "{}"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = spacelift_aws_integration.main.id
        stack_id       = "app"

        depends_on = [
          spacelift_aws_integration.main,
          aws_iam_role.main
        ]
      }
      `,
    );
  });

  it("sees every way to wait", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "aws_iam_role" "main" {
        name               = "spacelift"
        assume_role_policy = "{}"
      }

      resource "aws_iam_role_policy_attachment" "main" {
        role       = aws_iam_role.main.name
        policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
      }

      resource "time_sleep" "main" {
        create_duration = "10s"
        depends_on      = [aws_iam_role_policy_attachment.main]
      }

      resource "spacelift_aws_integration_attachment" "a" {
        integration_id = spacelift_aws_integration.main.id
        stack_id       = "a"
        depends_on     = [time_sleep.main]
      }

      locals {
        stack = aws_iam_role.main.unique_id == "" ? "b" : "c"
      }

      resource "spacelift_aws_integration_attachment" "b" {
        integration_id = spacelift_aws_integration.main.id
        stack_id       = local.stack
      }

      module "wait" {
        source = "./wait"
        role   = aws_iam_role.main.arn
      }

      resource "spacelift_aws_integration_attachment" "c" {
        integration_id = spacelift_aws_integration.main.id
        stack_id       = module.wait.stack
      }
      `,
      code,
    );
  });

  it("is silent where the integration refers to the role", () => {
    checkFindings(
      `
      resource "aws_iam_role" "main" {
        name               = "spacelift"
        assume_role_policy = "{}"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = aws_iam_role.main.arn
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = spacelift_aws_integration.main.id
        stack_id       = "app"
      }
      `,
      code,
    );
  });

  it("does not guess about roles elsewhere and private workers", () => {
    checkFindings(
      `
      resource "aws_iam_role" "main" {
        name               = "spacelift"
        assume_role_policy = "{}"
      }

      resource "spacelift_aws_integration" "elsewhere" {
        name     = "elsewhere"
        role_arn = "arn:aws:iam::123456789012:role/elsewhere"
      }

      resource "spacelift_aws_integration_attachment" "elsewhere" {
        integration_id = spacelift_aws_integration.elsewhere.id
        stack_id       = "app"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        generate_credentials_in_worker = var.in_worker
      }

      resource "spacelift_aws_integration_attachment" "main" {
        integration_id = spacelift_aws_integration.main.id
        stack_id       = "app"
      }
      `,
      code,
    );
  });
});
