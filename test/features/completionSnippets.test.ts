/** Completion at the top level: keywords, and whole blocks of the family. */
import { describe, expect, it } from "vitest";
import { checkCompletion, labelsAt } from "../kit/checkCompletion.ts";

const blocks = [
  "resource spacelift_aws_integration",
  "resource spacelift_aws_integration_attachment",
  "data spacelift_account",
  "data spacelift_aws_integration_attachment_external_id",
  "data spacelift_aws_integration",
  "data spacelift_aws_integrations",
  "data spacelift_aws_integration_attachment",
];
const setUps = [
  "spacelift aws set-up",
  "spacelift aws set-up for many stacks",
  "spacelift aws set-up for reading and writing",
  "spacelift aws set-up for a private worker",
];
const all = [...blocks, "data spacelift_aws_role", "data spacelift_stack_aws_role", ...setUps];

describe("the top level", () => {
  it("offers keywords and whole blocks", () => {
    expect(labelsAt("$0")).toEqual(["resource", "data", ...all]);
    expect(labelsAt("re$0")).toEqual(["resource", "data", ...all]);
    expect(labelsAt(`resource "spacelift_stack" "x" {}\n$0\n`)).toEqual(["resource", "data", ...all]);
  });

  it("offers whole blocks alone beside another Terraform extension", () => {
    expect(labelsAt("$0", { besideTerraformExtension: true })).toEqual(all);
  });

  it("stays out of modules about something else, until the name is begun", () => {
    const other = `resource "aws_instance" "x" {}\n`;
    expect(labelsAt(`${other}$0`)).toEqual([]);
    expect(labelsAt(`${other}re$0`)).toEqual([]);
    expect(labelsAt(`${other}space$0`)).toEqual(all);
  });

  it.each(["# $0", "/*\n$0\n*/", `locals {} $0`, `x = $0`, "x = <<EOT\n$0\nEOT"])(
    "offers nothing in %j",
    (source) => {
      expect(labelsAt(source)).toEqual([]);
    },
  );

  it("begins a block", () => {
    checkCompletion("re$0", "resource", `resource "$0" "" {\n  \n}`);
  });
});

describe("whole blocks", () => {
  it("have what must be set", () => {
    checkCompletion(
      "spa$0",
      "resource spacelift_aws_integration",
      `
      resource "spacelift_aws_integration" "$0this" {
        name     = ""
        role_arn = 
      }
      `.trimEnd(),
    );
    checkCompletion("spa$0", "data spacelift_account", `data "spacelift_account" "$0this" {}`);
    checkCompletion(
      "spa$0",
      "data spacelift_aws_integration",
      `data "spacelift_aws_integration" "$0this" {\n  name = ""\n}`,
    );
  });

  it("take what the module has", () => {
    const module = `
      resource "spacelift_aws_integration" "main" {}
      resource "spacelift_module" "vpc" {}
      resource "aws_iam_role" "deploy" {}
    `;
    checkCompletion(
      `${module}\n      $0`,
      "resource spacelift_aws_integration_attachment",
      `${module}
      resource "spacelift_aws_integration_attachment" "$0vpc" {
        integration_id = spacelift_aws_integration.main.id
        module_id      = spacelift_module.vpc.id

        depends_on = [aws_iam_role.deploy]
      }`.replace("\n\n        depends", "\n      \n        depends"),
    );
  });

  it("set at least one switch where one must be true", () => {
    checkCompletion(
      "$0",
      "data spacelift_aws_integration_attachment_external_id",
      `
      data "spacelift_aws_integration_attachment_external_id" "$0this" {
        integration_id = ""
        stack_id       = ""
        write          = true
      }
      `.trimEnd(),
    );
  });
});
