/** What can be opened, as the linked text and where it leads. */
import { describe, expect, it } from "vitest";
import { documentLinks, mainFileOf } from "../../server/src/features/documentLinks.ts";
import { readFixture } from "../kit/fixture.ts";
import { snapshotOf, type SnapshotOptions } from "../kit/snapshot.ts";

function linksOf(source: string, options?: SnapshotOptions): readonly string[] {
  const { files } = readFixture(`//- /main.tf\n# spacelift_\n${source}`);
  const text = files[0]?.text ?? "";
  return documentLinks(snapshotOf(files, options), "file:///module/main.tf").map(
    ({ span, target }) =>
      `${text.slice(span.start, span.end)} → ${target.kind} ${target.kind === "module" ? target.folder : target.uri}`,
  );
}

describe("document links", () => {
  it.each([
    [
      "no type of a block: its page is for hover",
      `resource "spacelift_aws_integration" "x" {}\ndata "aws_iam_policy_document" "x" {}`,
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
      `locals {\n  a = file("\${path.module}/\${var.x}.json")\n  b = fileset(path.module, "*")\n  c = file("/etc/x")\n  d = file("~/x")\n  e = file("")\n  f = file("\${path.module}")\n  g = upper("x")\n}`,
      [],
    ],
    [
      "a file below the folder in which Terraform is run",
      `locals { a = file("\${path.root}/x") }`,
      ["\${path.root}/x → file file:///module/x"],
    ],
    [
      "a file below the folder of the only caller",
      `locals { a = file("x") }\nlocals { b = file("\${path.module}/x") }\n//- /root/main.tf\nmodule "m" { source = "../" }`,
      ["x → file file:///module/root/x", "\${path.module}/x → file file:///module/x"],
    ],
    [
      "no file that depends on the caller",
      `locals { a = file("x") }\n//- /one/main.tf\nmodule "m" { source = "../" }\n//- /two/main.tf\nmodule "m" { source = "../" }`,
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

  it("leaves modules to another Terraform extension", () => {
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
