/** What can be opened, as the linked text and where it leads. */
import { describe, expect, it } from "vitest";
import { documentLinks, mainFileOf } from "../../server/src/features/documentLinks.ts";
import { readFixture } from "../kit/fixture.ts";
import { snapshotOf, type SnapshotOptions } from "../kit/snapshot.ts";

function linksOf(source: string, options?: SnapshotOptions): readonly string[] {
  const { files } = readFixture(`${source}\n# spacelift_\n`);
  const text = files[0]?.text ?? "";
  return documentLinks(snapshotOf(files, options), "file:///module/main.tf").map(
    ({ span, target }) =>
      `${text.slice(span.start, span.end)} → ${target.kind} ${target.kind === "module" ? target.folder : target.uri}`,
  );
}

const registry = "https://registry.terraform.io/providers";

describe("document links", () => {
  it.each([
    [
      "the family",
      `resource "spacelift_aws_integration" "x" {}`,
      [
        `spacelift_aws_integration → page ${registry}/spacelift-io/spacelift/latest/docs/resources/aws_integration`,
      ],
    ],
    [
      "the vendors' other types",
      `data "aws_iam_policy_document" "x" {}\nresource "spacelift_stack" "y" {}`,
      [
        `aws_iam_policy_document → page ${registry}/hashicorp/aws/latest/docs/data-sources/iam_policy_document`,
        `spacelift_stack → page ${registry}/spacelift-io/spacelift/latest/docs/resources/stack`,
      ],
    ],
    [
      "no type of others",
      `resource "google_x" "x" {}\nresource "awscc_x" "x" {}\nresource "aws_" "x" {}\nvariable "aws_x" {}`,
      [],
    ],
    [
      "a module in a folder",
      `module "m" { source = "./roles/ci" }`,
      ["./roles/ci → module file:///module/roles/ci"],
    ],
    ["a module above", `module "m" { source = "../shared" }`, ["../shared → module file:///shared"]],
    ["no module of a registry", `module "m" { source = "spacelift.io/x/y/aws" }`, []],
    ["no source that is put together", `module "m" { source = "./\${var.x}" }`, []],
    [
      "a file beside the module",
      `locals { a = file("\${path.module}/policies/x.json") }`,
      ["\${path.module}/policies/x.json → file file:///module/policies/x.json"],
    ],
    [
      "a file by a relative path",
      `locals { a = jsondecode(templatefile("x.tftpl", {})) }`,
      ["x.tftpl → file file:///module/x.tftpl"],
    ],
    [
      "no file that nobody can name",
      `locals {\n  a = file("\${path.module}/\${var.x}.json")\n  b = file("\${path.root}/x")\n  c = file("/etc/x")\n  d = file("~/x")\n  e = file("")\n  f = file("\${path.module}")\n  g = upper("x")\n}`,
      [],
    ],
    [
      "a file in a call left open",
      `locals {\n  a = file("x.json"\n`,
      ["x.json → file file:///module/x.json"],
    ],
  ])("%s", (_, source, expected) => {
    expect(linksOf(source)).toEqual(expected);
  });

  it("leaves types and modules to another Terraform extension", () => {
    const source = `resource "spacelift_aws_integration" "x" { a = file("x") }\nmodule "m" { source = "./m" }`;
    expect(linksOf(source, { besideTerraformExtension: true })).toEqual(["x → file file:///module/x"]);
  });

  it("links nothing elsewhere", () => {
    const { files } = readFixture(`module "m" { source = "./m" }`);
    expect(documentLinks(snapshotOf(files), "file:///module/main.tf")).toEqual([]);
    expect(documentLinks(snapshotOf(files), "file:///other/main.tf")).toEqual([]);
  });
});

describe("the file to open for a module", () => {
  it.each([
    ["main.tf", "//- /a.tf\n\n//- /main.tf\n", "file:///module/main.tf"],
    ["the first without one", "//- /a.tf\n\n//- /b.tf\n", "file:///module/a.tf"],
  ])("is %s", (_, source, expected) => {
    expect(mainFileOf(snapshotOf(readFixture(source).files))).toBe(expected);
  });

  it("is none where the folder has none", () => {
    expect(mainFileOf(snapshotOf([]))).toBeUndefined();
  });
});
