/** Completion of attribute names. */
import { describe, expect, it } from "vitest";
import { checkCompletion, completionsAt, labelsAt } from "../kit/checkCompletion.ts";

const meta = ["depends_on", "for_each", "count", "provider", "lifecycle"];

describe("the body of a block", () => {
  it("offers what is not set, required ones first", () => {
    const source = `
      resource "spacelift_aws_integration" "x" {
        labels = []
        $0
      }
    `;
    expect(labelsAt(source)).toEqual([
      "name",
      "role_arn",
      "duration_seconds",
      "generate_credentials_in_worker",
      "external_id",
      "region",
      "space_id",
      "autoattach_enabled",
      "tag_assume_role",
      ...meta,
    ]);
  });

  it("offers none of an exactly-one-of group that has one", () => {
    const body = (line: string): string => `
      resource "spacelift_aws_integration_attachment" "x" {
        ${line}
        $0
      }
    `;
    expect(labelsAt(body(""))).toEqual(["integration_id", "stack_id", "module_id", "read", "write", ...meta]);
    expect(labelsAt(body("stack_id = 1"))).toEqual(["integration_id", "read", "write", ...meta]);
  });

  it("offers the attribute whose name is being changed", () => {
    expect(labelsAt(`resource "spacelift_aws_integration" "x" {\n  na$0me = "a"\n}`)).toContain("name");
    expect(labelsAt(`resource "spacelift_aws_integration" "x" {\n  name = "a"\n  n$0\n}`)).not.toContain(
      "name",
    );
  });

  it("offers nothing that is only read", () => {
    const labels = labelsAt(`resource "spacelift_aws_integration_attachment" "x" {\n  $0\n}`);
    expect(labels).not.toContain("id");
    expect(labels).not.toContain("attachment_id");
  });

  it("offers no count beside for_each", () => {
    const labels = labelsAt(`resource "spacelift_aws_integration" "x" {\n  for_each = {}\n  $0\n}`);
    expect(labels).not.toContain("count");
    expect(labels).not.toContain("for_each");
  });

  it("tells type, default and documentation", () => {
    const { items } = completionsAt(`resource "spacelift_aws_integration" "x" {\n  $0\n}`);
    const duration = items.find(({ label }) => label === "duration_seconds");
    expect(duration?.detail).toBe("number, optional, default 900");
    expect(duration?.documentation).toContain("43200");
    expect(duration?.documentation).not.toContain("optional, default");
  });

  it.each([
    ["name", `name = "$0"`],
    ["role_arn", `role_arn = $0`],
    ["duration_seconds", `duration_seconds = $0`],
    ["autoattach_enabled", `autoattach_enabled = $0true`],
    ["labels", `labels = ["$0"]`],
    ["region", `region = "$0"`],
  ])("inserts %s with a value to fill in", (label, inserted) => {
    checkCompletion(
      `resource "spacelift_aws_integration" "x" {\n  ${label.slice(0, 2)}$0\n}\n`,
      label,
      `resource "spacelift_aws_integration" "x" {\n  ${inserted}\n}\n`,
    );
  });

  it("inserts what goes against the default first", () => {
    checkCompletion(
      `resource "spacelift_aws_integration_attachment" "x" {\n  $0\n}`,
      "write",
      `resource "spacelift_aws_integration_attachment" "x" {\n  write = $0false\n}`,
    );
  });

  it("keeps the equals sign and the value that are there", () => {
    checkCompletion(
      `resource "spacelift_aws_integration" "x" {\n  ro$0 = "a"\n}`,
      "role_arn",
      `resource "spacelift_aws_integration" "x" {\n  role_arn = "a"\n}`,
    );
  });

  it("refers to the one thing that fits", () => {
    checkCompletion(
      `
      resource "spacelift_aws_integration" "main" {}
      resource "spacelift_aws_integration_attachment" "x" {
        $0
      }
      `,
      "integration_id",
      `
      resource "spacelift_aws_integration" "main" {}
      resource "spacelift_aws_integration_attachment" "x" {
        integration_id = $0spacelift_aws_integration.main.id
      }
      `,
    );
  });

  it("works in a block without an end, above another", () => {
    const source = `
      resource "spacelift_aws_integration" "x" {
        name = "a"
        $0

      resource "spacelift_stack" "y" {
      }
    `;
    expect(labelsAt(source)).toContain("role_arn");
  });

  it("works at the end of a file without an end", () => {
    expect(labelsAt(`resource "spacelift_aws_integration" "x" {\n  $0`)).toContain("role_arn");
    expect(labelsAt(`resource "spacelift_aws_integration" "x" {$0`)).toContain("role_arn");
  });

  it.each([
    `resource "spacelift_aws_integration" "x" {\n  name = "a" $0\n}`,
    `resource "spacelift_aws_integration" "x" {\n  # $0\n}`,
    `resource "spacelift_aws_integration" "x" {\n  // na$0\n}`,
    `resource "spacelift_aws_integration" "x" {\n  /*\n  $0\n  */\n}`,
    `resource "spacelift_aws_integration" "x" {\n  lifecycle {\n    $0\n  }\n}`,
    `resource "spacelift_aws_integration" "x" {\n} $0`,
    `resource "aws_iam_role" "x" {\n  $0\n}`,
  ])("offers nothing in %j", (source) => {
    expect(labelsAt(source)).toEqual([]);
  });

  it("is left to another Terraform extension", () => {
    const source = `resource "spacelift_aws_integration" "x" {\n  $0\n}`;
    expect(labelsAt(source, { besideTerraformExtension: true })).toEqual([]);
  });
});
