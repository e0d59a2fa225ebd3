/** Renames over the folders that call a module, and why they are refused. */
import { describe, expect, it } from "vitest";
import { rename } from "../../server/src/features/rename.ts";
import { checkRename, renameRefusal } from "../kit/checkNavigation.ts";
import { readFixture } from "../kit/fixture.ts";
import { snapshotOf } from "../kit/snapshot.ts";

interface Case {
  readonly title: string;
  readonly source: string;
  readonly after: string;
}

const cases: readonly Case[] = [
  {
    title: "a variable in all calls and files of values",
    source: `
      //- /main.tf
      variable "name" {}
      module "a" {
        source = "./child"
        name   = var.name
      }
      //- /other/main.tf
      module "b" {
        source = "../child"
        name   = "name"
      }
      module "elsewhere" {
        source = "example/role"
        name   = "name"
      }
      //- /child/main.tf
      variable "na$0me" {}
      locals { name = var.name }
      //- /child/terraform.tfvars
      name = "x"
      `,
    after: `
      //- /main.tf
      variable "name" {}
      module "a" {
        source = "./child"
        title   = var.name
      }
      //- /other/main.tf
      module "b" {
        source = "../child"
        title   = "name"
      }
      module "elsewhere" {
        source = "example/role"
        name   = "name"
      }
      //- /child/main.tf
      variable "title" {}
      locals { name = var.title }
      //- /child/terraform.tfvars
      title = "x"
      `,
  },
  {
    title: "a variable from an argument",
    source: `
      //- /main.tf
      module "a" {
        source = "./child"
        na$0me   = 1
      }
      //- /child/main.tf
      variable "name" {}
      `,
    after: `
      //- /main.tf
      module "a" {
        source = "./child"
        title   = 1
      }
      //- /child/main.tf
      variable "title" {}
      `,
  },
  {
    title: "a variable from a file of values",
    source: `
      //- /main.tf
      variable "name" {}
      //- /terraform.tfvars
      na$0me = 1
      `,
    after: `
      //- /main.tf
      variable "title" {}
      //- /terraform.tfvars
      title = 1
      `,
  },
  {
    title: "an output in all its uses",
    source: `
      //- /main.tf
      module "a" { source = "./child" }
      module "b" {
        source   = "./child"
        for_each = {}
      }
      locals { name = ["\${module.a.name}", module.b["name"].name.name, module.b[*].name, module.a.other] }
      resource "t" "x" { depends_on = [module.a] }
      //- /child/main.tf
      output "na$0me" { value = 1 }
      output "other" { value = 1 }
      `,
    after: `
      //- /main.tf
      module "a" { source = "./child" }
      module "b" {
        source   = "./child"
        for_each = {}
      }
      locals { name = ["\${module.a.title}", module.b["name"].title.name, module.b[*].title, module.a.other] }
      resource "t" "x" { depends_on = [module.a] }
      //- /child/main.tf
      output "title" { value = 1 }
      output "other" { value = 1 }
      `,
  },
  {
    title: "an output from a use",
    source: `
      //- /main.tf
      module "a" { source = "./child" }
      locals { x = module.a.na$0me }
      //- /child/main.tf
      output "name" { value = 1 }
      `,
    after: `
      //- /main.tf
      module "a" { source = "./child" }
      locals { x = module.a.title }
      //- /child/main.tf
      output "title" { value = 1 }
      `,
  },
  {
    title: "a variable inside the strings of JSON",
    source: `
      //- /main.tf.json
      {"module": {"a": {"source": "./child", "name": "\${upper(\\"name\\")}"}}}
      //- /child/main.tf.json
      {"variable": {"na$0me": {"default": "name"}}, "locals": {"name": "\\u0061 \${var.name} \\"\${[var.name]}"}}
      //- /child/terraform.tfvars.json
      {"name": "name"}
      `,
    after: `
      //- /main.tf.json
      {"module": {"a": {"source": "./child", "title": "\${upper(\\"name\\")}"}}}
      //- /child/main.tf.json
      {"variable": {"title": {"default": "name"}}, "locals": {"name": "\\u0061 \${var.title} \\"\${[var.title]}"}}
      //- /child/terraform.tfvars.json
      {"title": "name"}
      `,
  },
  {
    title: "a resource in JSON, in depends_on too",
    source: `
      //- /a.tf.json
      {"resource": {"t": {"na$0me": {}, "y": {"depends_on": ["t.name"], "a": "\${t.name.id} t.name"}}}}
      //- /b.tf
      locals { a = t.name }
      `,
    after: `
      //- /a.tf.json
      {"resource": {"t": {"title": {}, "y": {"depends_on": ["t.title"], "a": "\${t.title.id} t.name"}}}}
      //- /b.tf
      locals { a = t.title }
      `,
  },
  {
    title: "a variable of a module that calls itself",
    source: `
      variable "na$0me" {}
      module "again" {
        source = "./"
        name   = var.name
      }
      `,
    after: `
      variable "title" {}
      module "again" {
        source = "./"
        title   = var.title
      }
      `,
  },
  {
    title: "a variable in a caller that is broken",
    source: `
      //- /main.tf
      module "a" {
        source = "./child"
        name   = upper(
      //- /child/main.tf
      variable "na$0me" {}
      `,
    after: `
      //- /main.tf
      module "a" {
        source = "./child"
        title   = upper(
      //- /child/main.tf
      variable "title" {}
      `,
  },
];

describe("rename changes", () => {
  it.each(cases)("$title", ({ source, after }) => {
    checkRename(source, "title", after);
  });
});

describe("rename refuses", () => {
  it.each([
    [
      "where a call sets the new name already",
      `
      //- /main.tf
      module "a" {
        source = "./child"
        name   = 1
        title  = 2
      }
      //- /child/main.tf
      variable "na$0me" {}
      `,
      "`title` is set already, in main.tf.",
    ],
    [
      "where a file of values sets it",
      `
      //- /main.tf
      variable "na$0me" {}
      //- /terraform.tfvars
      title = 1
      `,
      "`title` is set already, in terraform.tfvars.",
    ],
    [
      "an argument that nothing declares",
      `
      //- /main.tf
      module "a" {
        source = "./child"
        na$0me = 1
      }
      //- /child/main.tf
      locals {}
      `,
      "`var.name` is not declared in child, so there is nothing to rename.",
    ],
    [
      "an output that goes on with others",
      `
      //- /main.tf
      module "a" { source = "./child" }
      output "all" { value = module.a }
      //- /child/main.tf
      output "na$0me" { value = 1 }
      `,
      "`module.a` is read as a whole in main.tf",
    ],
    [
      "an output behind a key that is put together",
      `
      //- /main.tf
      module "a" {
        source   = "./child"
        for_each = {}
      }
      output "all" { value = module.a["x"]["name"] }
      //- /child/main.tf
      output "na$0me" { value = 1 }
      `,
      "`module.a` is read as a whole in main.tf",
    ],
    [
      "where a call may or may not lead here",
      `
      //- /main.tf
      module "a" { source = "./child" }
      module "b" {
        source = var.source
        name   = 1
      }
      //- /child/main.tf
      variable "na$0me" {}
      `,
      "`module.b` in main.tf names this too",
    ],
    [
      "where two calls have one name",
      `
      //- /main.tf
      module "a" {
        source = "./child"
        name   = 1
      }
      module "a" { source = "./other" }
      //- /child/main.tf
      variable "na$0me" {}
      module "x" { source = "../" }
      `,
      "`module.a` in main.tf names this too",
    ],
    [
      "a name that JSON writes with escapes",
      `
      //- /main.tf
      variable "na$0me" {}
      //- /terraform.tfvars.json
      {"n\\u0061me": 1}
      `,
      "`name` is written with escapes in terraform.tfvars.json",
    ],
    [
      "where JSON is broken",
      `
      //- /main.tf
      variable "na$0me" {}
      //- /a.tf.json
      {"locals": {"a": "\${var.name}", }, "x"
      `,
      "a.tf.json has a syntax error",
    ],
  ])("%s", (_, source, reason) => {
    expect(renameRefusal(source, "title")).toContain(reason);
  });

  it("where files could not be read", () => {
    expect(renameRefusal(`variable "na$0me" {}`, "title", { complete: false })).toContain(
      "A file in module could not be read",
    );
  });

  it("from a folder that does not know all callers", () => {
    const { files, cursor } = readFixture(`
      //- /main.tf
      module "a" {
        source = "./child"
        na$0me = 1
      }
      //- /child/main.tf
      variable "name" {}
      # spacelift_
    `);
    const found = rename(snapshotOf(files), cursor?.uri ?? "", cursor?.span.start ?? 0, "title");
    expect(found?.kind === "refused" && found.reason).toContain("Not every call of child is known");
  });

  it("where more folders belong together than are looked at", () => {
    const callers = Array.from(
      { length: 63 },
      (_, index) => `//- /c${index}/main.tf\nmodule "a" { source = "../child" }\n`,
    );
    const source = `${callers.join("")}//- /child/main.tf\nvariable "na$0me" {}\n`;
    expect(renameRefusal(source, "title")).toContain("More than 64 folders");
  });

  it("but lets a call be put together that names nothing like it", () => {
    checkRename(
      `module "b" { source = var.source }\nvariable "na$0me" {}`,
      "title",
      `module "b" { source = var.source }\nvariable "title" {}`,
    );
  });
});
