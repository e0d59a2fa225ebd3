/** `missing-attribute`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "missing-attribute";

describe(code, () => {
  it("names everything that is missing", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "ci_main" {
      #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error missing-attribute: This integration has no name or role_arn, so Terraform refuses to plan. Add them.
        labels = ["team:platform"]
      }
      `,
      code,
    );
  });

  it("fixes: names everything that is missing", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "ci_main" {
        labels = ["team:platform"]
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "ci_main" {
        labels   = ["team:platform"]
        name     = "ci-main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
    );
  });

  it("uses the module's one integration in the fix", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "spacelift_aws_integration_attachment" "main" {
      #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error missing-attribute: This attachment has no integration_id, so Terraform refuses to plan. Add it.
        stack_id = "app"
        read     = true # planning

        depends_on = [spacelift_aws_integration.main]
      }
      `,
      code,
    );
  });

  it("fixes: uses the module's one integration in the fix", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        stack_id = "app"
        read     = true # planning

        depends_on = [spacelift_aws_integration.main]
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "spacelift_aws_integration_attachment" "main" {
        stack_id       = "app"
        read           = true # planning
        integration_id = spacelift_aws_integration.main.id

        depends_on = [spacelift_aws_integration.main]
      }
      `,
    );
  });

  it("fills an empty block on one line", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {}
      #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error missing-attribute: This integration has no name or role_arn, so Terraform refuses to plan. Add them.
      `,
      code,
    );
  });

  it("fixes: fills an empty block on one line", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "main" {}
      `,
      code,
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
    );
  });

  it("keeps for_each apart", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "each" {
      #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error missing-attribute: This integration has no name or role_arn, so Terraform refuses to plan. Add them.
        for_each = toset(["a", "b"])
      }
      `,
      code,
    );
  });

  it("fixes: keeps for_each apart", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "each" {
        for_each = toset(["a", "b"])
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "each" {
        for_each = toset(["a", "b"])

        name     = "each"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
    );
  });

  it("is silent where all are set", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
      code,
    );
  });

  it("does not ask what the values are", () => {
    checkFindings(
      `
      variable "arn" {}

      resource "spacelift_aws_integration" "main" {
        name     = var.undeclared
        role_arn = var.arn
      }
      `,
      code,
    );
  });

  it("waits until the block can be read", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "main" {
        name = "main"
        role_a
      }
      `,
      code,
    );
  });

  it("leaves blocks alone that an override file changes", () => {
    checkFindings(
      `
      //- /main.tf
      resource "spacelift_aws_integration" "main" {
        name = "main"
      }
      //- /main_override.tf
      resource "spacelift_aws_integration" "main" {
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
      code,
    );
  });

  it("looks at no other types", () => {
    checkFindings(
      `
      # spacelift_
      resource "spacelift_stack" "app" {
        name = "app"
      }
      `,
      code,
    );
  });
});
