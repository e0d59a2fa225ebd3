/** `attribute-needs-newer-provider`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";

const code = "attribute-needs-newer-provider";

describe(code, () => {
  it("holds against the upper bound", () => {
    checkFindings(
      `
      terraform {
        required_providers {
          spacelift = {
            source  = "spacelift-io/spacelift"
            version = "~> 1.40.0"
          }
        }
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        autoattach_enabled = true
      # ^^^^^^^^^^^^^^^^^^ warning attribute-needs-newer-provider: Terraform will refuse autoattach_enabled: it needs version 1.41.0 of the provider, and this module
        labels             = ["autoattach:app"]
      }

      output "id" {
        value = spacelift_aws_integration.main.id
      }
      `,
      code,
    );
  });

  it("fixes: holds against the upper bound", () => {
    checkFix(
      `
      terraform {
        required_providers {
          spacelift = {
            source  = "spacelift-io/spacelift"
            version = "~> 1.40.0"
          }
        }
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        autoattach_enabled = true
        labels             = ["autoattach:app"]
      }

      output "id" {
        value = spacelift_aws_integration.main.id
      }
      `,
      code,
      `
      terraform {
        required_providers {
          spacelift = {
            source  = "spacelift-io/spacelift"
            version = "~> 1.40.0"
          }
        }
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"

        labels = ["autoattach:app"]
      }

      output "id" {
        value = spacelift_aws_integration.main.id
      }
      `,
    );
  });

  it("knows the provider under another name, and several bounds", () => {
    checkFindings(
      `
      terraform {
        required_providers {
          sl = {
            source  = "spacelift.io/spacelift-io/spacelift"
            version = ">= 1.20, < 1.44.0"
          }
        }
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        tag_assume_role = true
      # ^^^^^^^^^^^^^^^ warning attribute-needs-newer-provider: Terraform will refuse tag_assume_role: it needs version 1.44.0 of the provider, and this module allows only
      }
      `,
      code,
    );
  });

  it("is silent where there is room", () => {
    checkFindings(
      `
      terraform {
        required_providers {
          spacelift = {
            source  = "spacelift-io/spacelift"
            version = "~> 1.40"
          }
        }
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        tag_assume_role = true
      }
      `,
      code,
    );
  });

  it("is silent about other providers, and without a constraint", () => {
    checkFindings(
      `
      terraform {
        required_providers {
          aws = {
            source  = "hashicorp/aws"
            version = "< 1.0"
          }
        }
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        tag_assume_role = true
      }
      `,
      code,
    );
  });

  it("does not guess what odd constraints mean", () => {
    checkFindings(
      `
      terraform {
        required_providers {
          spacelift = {
            source  = "spacelift-io/spacelift"
            version = "~> 1"
          }
        }
      }

      resource "spacelift_aws_integration" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/spacelift"
        tag_assume_role = true
      }
      `,
      code,
    );
  });

  const integration = `
      resource "spacelift_aws_integration" "main" {
        name            = "main"
        role_arn        = "arn:aws:iam::123456789012:role/spacelift"
        tag_assume_role = true`;

  it.each([
    [
      "1.43.2",
      "warning attribute-needs-newer-provider: Terraform will refuse tag_assume_role: it needs version 1.44.0 of the provider, and the lock file holds version 1.43.2.",
    ],
    ["1.44.0", undefined],
    ["1.44.0-beta1", undefined],
  ])("reads the version %s from the lock file", (version, label) => {
    const expected = label === undefined ? "" : `\n      # ^^^^^^^^^^^^^^^ ${label}`;
    checkFindings(
      `
      //- /main.tf
      ${integration}${expected}
      }
      //- /.terraform.lock.hcl
      provider "registry.terraform.io/spacelift-io/spacelift" {
        version = "${version}"
      }
      provider "registry.terraform.io/hashicorp/aws" {
        version = "1.0.0"
      }
      `,
      code,
    );
  });

  it("counts what a calling module allows and locks", () => {
    const files = (allowed: string, locked: string): string => `
      //- /main.tf
      terraform {
        required_providers {
          spacelift = {
            source  = "spacelift-io/spacelift"
            version = "${allowed}"
          }
        }
      }
      module "m" {
        source = "./child"
      }
      //- /.terraform.lock.hcl
      provider "registry.terraform.io/spacelift-io/spacelift" {
        version = "${locked}"
      }
      //- /child/.terraform.lock.hcl
      provider "registry.terraform.io/spacelift-io/spacelift" {
        version = "1.0.0"
      }
      //- /child/main.tf`;
    const folder = { folder: "/child" };
    const finding = (text: string): string =>
      `\n      # ^^^^^^^^^^^^^^^ warning attribute-needs-newer-provider: Terraform will refuse tag_assume_role: it needs version 1.44.0 of the provider, and ${text}`;
    const check = (allowed: string, locked: string, expected: string): void => {
      checkFindings(`${files(allowed, locked)}${integration}${expected}\n      }\n`, code, folder);
    };
    check("< 1.40", "1.39.0", finding('a module that calls this one allows only "< 1.40"'));
    check("~> 1.0", "1.39.0", finding("the lock file holds version 1.39.0"));
    check("~> 1.0", "1.50.0", "");
  });
});
