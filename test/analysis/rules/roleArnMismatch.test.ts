/** `role-arn-mismatch`. */
import { describe, expect, it } from "vitest";
import { checkFindings, checkFix, findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";

const code = "role-arn-mismatch";

describe(code, () => {
  it("finds a path that is left out", () => {
    checkFindings(
      `
      resource "aws_iam_role" "main" {
        name = "spacelift"
        path = "/ci/"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning role-arn-mismatch: This ARN names aws_iam_role.main, but the role's path is /ci/, and this ARN has /, so Spacelift
      }
      `,
      code,
    );
  });

  it("fixes: finds a path that is left out", () => {
    checkFix(
      `
      resource "aws_iam_role" "main" {
        name = "spacelift"
        path = "/ci/"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
      code,
      `
      resource "aws_iam_role" "main" {
        name = "spacelift"
        path = "/ci/"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/ci/spacelift"
      }
      `,
    );
  });

  it("finds another path in a template", () => {
    checkFindings(
      `
      locals {
        role_name = "spacelift"
      }

      resource "aws_iam_role" "main" {
        name = local.role_name
      }

      data "aws_caller_identity" "current" {}

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::\${data.aws_caller_identity.current.account_id}:role/ci/\${local.role_name}"
      #                                                                              ^^^ warning role-arn-mismatch: This ARN names aws_iam_role.main, but the role's path is /, and this ARN has /ci/, so Spacelift
      }
      `,
      code,
    );
  });

  it("fixes: finds another path in a template", () => {
    checkFix(
      `
      locals {
        role_name = "spacelift"
      }

      resource "aws_iam_role" "main" {
        name = local.role_name
      }

      data "aws_caller_identity" "current" {}

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::\${data.aws_caller_identity.current.account_id}:role/ci/\${local.role_name}"
      }
      `,
      code,
      `
      locals {
        role_name = "spacelift"
      }

      resource "aws_iam_role" "main" {
        name = local.role_name
      }

      data "aws_caller_identity" "current" {}

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::\${data.aws_caller_identity.current.account_id}:role/\${local.role_name}"
      }
      `,
    );
  });

  it("finds another letter case", () => {
    checkFindings(
      `
      resource "aws_iam_role" "main" {
        name = "Spacelift"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      #                                            ^^^^^^^^^ warning role-arn-mismatch: This ARN names aws_iam_role.main, but the role is called Spacelift, and AWS minds the letter case,
      }
      `,
      code,
    );
  });

  it("fixes: finds another letter case", () => {
    checkFix(
      `
      resource "aws_iam_role" "main" {
        name = "Spacelift"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }
      `,
      code,
      `
      resource "aws_iam_role" "main" {
        name = "Spacelift"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/Spacelift"
      }
      `,
    );
  });

  it("finds partitions that cannot be", () => {
    checkFindings(
      `
      resource "spacelift_aws_integration" "a" {
        name     = "a"
        role_arn = "arn:aws-moon:iam::123456789012:role/spacelift"
      #                 ^^^^^^^^ warning role-arn-mismatch: This ARN is in the partition aws-moon, but AWS has no partition of that name, so Spacelift cannot
      }

      resource "spacelift_aws_integration" "b" {
        name     = "b"
        role_arn = "arn:aws-cn:iam::123456789012:role/spacelift"
      #                 ^^^^^^ warning role-arn-mismatch: This ARN is in the partition aws-cn, but the region eu-west-1 belongs to aws, so Spacelift cannot
        region   = "eu-west-1"
      }
      `,
      code,
    );
  });

  it("fixes: finds partitions that cannot be", () => {
    checkFix(
      `
      resource "spacelift_aws_integration" "a" {
        name     = "a"
        role_arn = "arn:aws-moon:iam::123456789012:role/spacelift"
      }

      resource "spacelift_aws_integration" "b" {
        name     = "b"
        role_arn = "arn:aws-cn:iam::123456789012:role/spacelift"
        region   = "eu-west-1"
      }
      `,
      code,
      `
      resource "spacelift_aws_integration" "a" {
        name     = "a"
        role_arn = "arn:aws-moon:iam::123456789012:role/spacelift"
      }

      resource "spacelift_aws_integration" "b" {
        name     = "b"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        region   = "eu-west-1"
      }
      `,
    );
  });

  it("is silent where the ARN is the role's", () => {
    checkFindings(
      `
      resource "aws_iam_role" "main" {
        name = "spacelift"
        path = "/ci/"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/ci/spacelift"
      }
      `,
      code,
    );
  });

  it("never takes another role for a slip of this one", () => {
    checkFindings(
      `
      resource "aws_iam_role" "main" {
        name = "spacelift-dev"
        path = "/ci/"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift-prod"
      }
      `,
      code,
    );
  });

  it("does not guess what a path or a name is", () => {
    checkFindings(
      `
      variable "path" {}

      resource "aws_iam_role" "main" {
        name = "spacelift"
        path = var.path
      }

      resource "aws_iam_role" "other" {
        name_prefix = "spacelift"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
      }

      resource "spacelift_aws_integration" "gov" {
        name     = "gov"
        role_arn = "arn:aws-us-gov:iam::123456789012:role/elsewhere"
      }
      `,
      code,
    );
  });

  const pieces = (arn: string, label: string): string => `
      locals {
        path = "ci/"
        name = "Spacelift"
        arn  = "arn:aws:iam::123456789012"
      }

      resource "aws_iam_role" "main" {
        name = "Spacelift"
        path = "/cd/"
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "${arn}"
${label === "" ? "" : `      #            ${"^".repeat(arn.length + 2)} warning role-arn-mismatch: ${label}\n`}
      }
      `;

  it.each([
    ["arn:aws:iam::123456789012:role/${local.path}Spacelift", "/ci/"],
    ['arn:aws:iam::123456789012:role/c${"i/"}Spacelift', "/ci/"],
    ["${local.arn}:role/${local.name}", "/"],
    ['${local.arn}:${"role"}/${local.path}${local.name}', "/ci/"],
  ])("finds a path in %s, and fixes it only where it stands in one piece", (arn, path) => {
    const message = `This ARN names aws_iam_role.main, but the role's path is /cd/, and this ARN has ${path}`;
    checkFindings(pieces(arn, message), code);
    const { files } = readFixture(pieces(arn, ""));
    const fixes = findingsOf(files, code).flatMap((finding) => finding.fixes());
    expect(fixes.map(({ title }) => title)).toEqual(path === "/" ? ["Change to cd/"] : []);
  });

  it("does not say that a name differs in case at a place where it is not written", () => {
    checkFindings(pieces('arn:aws:iam::123456789012:role/cd/space${"lift"}', ""), code);
    checkFindings(pieces("arn:aws:iam::123456789012:role/cd/${lower(local.name)}", ""), code);
  });
});
