/** Completion of block types and labels, in finished and in half-written headers. */
import { describe, expect, it } from "vitest";
import { checkCompletion, labelsAt } from "../kit/checkCompletion.ts";

const resources = [
  "spacelift_aws_integration",
  "spacelift_aws_integration_attachment",
  "spacelift_aws_role",
  "spacelift_stack_aws_role",
];

describe("the first label", () => {
  it("offers the types of resources, the deprecated ones last", () => {
    expect(labelsAt(`resource "$0" "x" {}`)).toEqual(resources);
  });

  it("offers the types of data sources", () => {
    expect(labelsAt(`data "$0"`)).toEqual([
      "spacelift_account",
      "spacelift_aws_integration_attachment_external_id",
      "spacelift_aws_integration",
      "spacelift_aws_integrations",
      "spacelift_aws_integration_attachment",
      "spacelift_aws_role",
      "spacelift_stack_aws_role",
    ]);
  });

  it.each([
    [`resource "spacel$0" "x" {}`, `resource "spacelift_aws_integration" "x" {}`],
    [`resource "spacel$0ift_x" "x" {}`, `resource "spacelift_aws_integration" "x" {}`],
    [`resource "spacel$0"`, `resource "spacelift_aws_integration"`],
    [`resource "spacel$0`, `resource "spacelift_aws_integration"`],
    [`resource spacel$0 {}`, `resource "spacelift_aws_integration" {}`],
    [`resource $0`, `resource "spacelift_aws_integration"`],
  ])("%s", (before, after) => {
    checkCompletion(before, "spacelift_aws_integration", after);
  });

  it("leaves a block below a half-written one alone", () => {
    checkCompletion(
      `
      resource "spacel$0
      resource "aws_iam_role" "x" {
        name = "a"
      }
      `,
      "spacelift_aws_integration",
      `
      resource "spacelift_aws_integration"
      resource "aws_iam_role" "x" {
        name = "a"
      }
      `,
    );
  });

  it("is left to another Terraform extension", () => {
    expect(labelsAt(`resource "$0" "x" {}`, { besideTerraformExtension: true })).toEqual([]);
    const settings = { plainSuggestions: "always" };
    expect(labelsAt(`resource "$0" "x" {}`, { besideTerraformExtension: true, settings })).toEqual(resources);
    expect(labelsAt(`resource "$0" "x" {}`, { settings: { plainSuggestions: "never" } })).toEqual([]);
  });

  it("is offered for resources and data sources alone", () => {
    expect(labelsAt(`variable "$0" {}`)).toEqual([]);
    expect(labelsAt(`provider "$0" {}`)).toEqual([]);
  });
});

describe("the second label", () => {
  it("offers a name", () => {
    checkCompletion(
      `resource "spacelift_aws_integration" "$0"`,
      "this",
      `resource "spacelift_aws_integration" "this"`,
    );
    checkCompletion(
      `resource "spacelift_aws_integration" $0`,
      "this",
      `resource "spacelift_aws_integration" "this"`,
    );
  });

  it("offers one that is free", () => {
    const source = `
      resource "spacelift_aws_integration" "this" {}
      resource "spacelift_aws_integration" "$0" {}
    `;
    expect(labelsAt(source)).toEqual(["main"]);
  });

  it("takes an attachment's from the only stack", () => {
    const source = `
      resource "spacelift_stack" "network" {}
      resource "spacelift_aws_integration_attachment" "$0" {}
    `;
    expect(labelsAt(source)).toEqual(["network"]);
  });

  it("offers nothing for other types", () => {
    expect(labelsAt(`resource "aws_iam_role" "$0"`)).toEqual([]);
  });
});
