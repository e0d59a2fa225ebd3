/** What a search for symbols finds in a module. */
import { describe, expect, it } from "vitest";
import { workspaceSymbols } from "../../server/src/features/workspaceSymbols.ts";
import { readFixture } from "../kit/fixture.ts";
import { snapshotOf } from "../kit/snapshot.ts";

const source = `
  //- /main.tf
  terraform {}
  provider "aws" { alias = "us" }
  resource "spacelift_aws_integration" "main" {}
  data "aws_iam_policy_document" "trust" {}
  variable "main_role" {}
  locals { role_name = "x" }
  module "m" {}
  //- /outputs.tf
  output "id" {}
  output "" {}
  resource "x" {}
`;

function search(query: string, besideTerraformExtension = false): readonly string[] {
  const { files } = readFixture(source);
  return workspaceSymbols(snapshotOf(files, { besideTerraformExtension }), query).map(({ name }) => name);
}

describe("workspace symbols", () => {
  it.each([
    [
      "",
      [
        "provider.aws",
        "spacelift_aws_integration.main",
        "data.aws_iam_policy_document.trust",
        "var.main_role",
        "local.role_name",
        "module.m",
        "output.id",
      ],
    ],
    ["main", ["spacelift_aws_integration.main", "var.main_role"]],
    ["SLAWSMAIN", ["spacelift_aws_integration.main"]],
    ["role name", ["local.role_name"]],
    ["zzz", []],
  ])("for %j are %j", (query, expected) => {
    expect(search(query)).toEqual(expected);
  });

  it("stand at the name", () => {
    const { files } = readFixture(source);
    const [symbol] = workspaceSymbols(snapshotOf(files), "local.role");
    const { uri, span } = symbol?.location ?? { uri: "", span: { start: 0, end: 0 } };
    expect(files.find((file) => file.uri === uri)?.text.slice(span.start, span.end)).toBe("role_name");
    expect(symbol).toMatchObject({ kind: "variable", container: "module/main.tf" });
  });

  it("are none beside another Terraform extension, and in modules that are not about Spacelift", () => {
    expect(search("main", true)).toEqual([]);
    expect(workspaceSymbols(snapshotOf(readFixture(`variable "main" {}`).files), "main")).toEqual([]);
  });
});
