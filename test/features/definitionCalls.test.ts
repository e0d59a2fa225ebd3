/** Where names lead that another folder or a file of values has to do with. */
import { describe, expect, it } from "vitest";
import { definition } from "../../server/src/features/definition.ts";
import { checkDefinition } from "../kit/checkNavigation.ts";
import { readFixture } from "../kit/fixture.ts";
import { snapshotOf } from "../kit/snapshot.ts";

describe("definition leads into the module that is called", () => {
  it.each([
    [
      "from an output to its block",
      `
      //- /main.tf
      module "role" { source = "./child" }
      locals { a = module.role.a$0rn }
      //- /child/main.tf
      output "«arn»" { value = 1 }
      `,
    ],
    [
      "behind a key",
      `
      //- /main.tf
      module "role" {
        source   = "./child"
        for_each = toset(["a"])
      }
      locals { a = module.role["a"].arn$0 }
      //- /child/main.tf
      output "«arn»" { value = 1 }
      `,
    ],
    [
      "behind a splat",
      `
      //- /main.tf
      module "role" {
        source = "./child"
        count  = 2
      }
      locals { a = module.role[*].$0arn }
      //- /child/main.tf
      output "«arn»" { value = 1 }
      `,
    ],
    [
      "from what follows an output to the output",
      `
      //- /main.tf
      module "role" { source = "./child" }
      locals { a = module.role.all.na$0me }
      //- /child/main.tf
      output "«all»" { value = { name = 1 } }
      `,
    ],
    [
      "from an argument to the variable",
      `
      //- /main.tf
      module "role" {
        source = "./child"
        na$0me = "x"
      }
      //- /child/main.tf
      locals { a = var.name }
      //- /child/variables.tf
      variable "«name»" {}
      `,
    ],
    [
      "from an argument of an override file",
      `
      //- /main.tf
      module "role" { source = "./child" }
      //- /override.tf
      module "role" { na$0me = "x" }
      //- /child/main.tf
      variable "«name»" {}
      `,
    ],
    [
      "up to a folder above",
      `
      //- /a/main.tf
      module "role" {
        source = "../b"
        name$0 = "x"
      }
      //- /b/main.tf
      variable "«name»" {}
      `,
    ],
    [
      "from a call in JSON",
      `
      //- /main.tf.json
      {"module": {"role": {"source": "./child", "na$0me": "x"}}}
      //- /child/main.tf
      variable "«name»" {}
      `,
    ],
    [
      "from a template in JSON to a declaration in JSON",
      `
      //- /main.tf.json
      {"module": {"role": {"source": "./child"}}, "locals": {"a": "x-\${module.role.a$0rn}"}}
      //- /child/main.tf.json
      {"output": {"«arn»": {"value": 1}}}
      `,
    ],
    [
      "into a folder that is broken",
      `
      //- /main.tf
      module "role" { source = "./child" }
      locals { a = module.role.arn$0 }
      //- /child/main.tf
      resource "aws_iam_role" "x" {
        name =
      output "«arn»" { value = upper(
      `,
    ],
    [
      "from a folder that is broken",
      `
      //- /main.tf
      module "role" {
        source = "./child"
        na$0me = upper(
      //- /child/main.tf
      variable "«name»" {}
      `,
    ],
    [
      "from the path to the main file",
      `
      //- /main.tf
      module "role" { source = "./ch$0ild" }
      //- /child/a.tf

      //- /child/main.tf
      «»variable "name" {}
      `,
    ],
    [
      "from the path to the first file where there is no main one",
      `
      //- /main.tf.json
      {"module": {"role": {"source": "./ch$0ild"}}}
      //- /child/roles.tf
      «»variable "name" {}
      `,
    ],
  ])("%s", (_, source) => {
    checkDefinition(source);
  });
});

describe("definition leads to the values of a variable", () => {
  it.each([
    [
      "in every call, from the declaration",
      `
      //- /main.tf
      module "a" {
        source = "./child"
        «name» = "a"
      }
      module "b" {
        source = "./child"
      }
      module "c" {
        source = "./child"
        «name» = "c"
      }
      //- /child/main.tf
      variable "na$0me" {}
      `,
    ],
    [
      "in files of values",
      `
      //- /main.tf
      variable "name$0" {}
      //- /terraform.tfvars
      «name» = "a"
      other = 1
      //- /b.auto.tfvars.json
      {"«name»": "b"}
      `,
    ],
    [
      "but to the declaration from a use",
      `
      //- /main.tf
      variable "«name»" {}
      locals { a = var.na$0me }
      //- /terraform.tfvars
      name = "a"
      `,
    ],
    [
      "and to the variable from a file of values",
      `
      //- /main.tf
      variable "«name»" {}
      //- /terraform.tfvars
      na$0me = "a"
      `,
    ],
    [
      "and from one in JSON",
      `
      //- /main.tf
      variable "«name»" {}
      //- /terraform.tfvars.json
      {"na$0me": {"name": 1}}
      `,
    ],
    [
      "where modules call one another in a circle",
      `
      //- /a/main.tf
      variable "name$0" {}
      module "b" {
        source = "../b"
        name   = var.name
      }
      //- /b/main.tf
      variable "name" {}
      module "a" {
        source = "../a"
        «name»   = var.name
      }
      `,
    ],
    [
      "where a module calls itself",
      `
      variable "name$0" {}
      module "again" {
        source = "./"
        «name»   = var.name
      }
      `,
    ],
  ])("%s", (_, source) => {
    checkDefinition(source);
  });
});

describe("definition finds nothing", () => {
  it.each([
    [
      "for an output that the module does not have",
      `
      //- /main.tf
      module "role" { source = "./child" }
      locals { a = module.role.a$0rm }
      //- /child/main.tf
      output "arn" { value = 1 }
      `,
    ],
    [
      "for an argument that the module does not take",
      `
      //- /main.tf
      module "role" {
        source = "./child"
        na$0m = 1
      }
      //- /child/main.tf
      variable "name" {}
      `,
    ],
    ["for an argument of a module elsewhere", `module "role" {\n  source = "example/role"\n  name$0 = 1\n}`],
    ["for a folder that is not there", `module "role" { source = "./ch$0ild" }`],
    [
      "for what means something to Terraform itself",
      `
      //- /main.tf
      module "role" {
        source  = "./child"
        ver$0sion = 1
      }
      //- /child/main.tf
      variable "version" {}
      `,
    ],
    [
      "for an entry of values that nothing declares",
      `
      //- /main.tf
      variable "name" {}
      //- /terraform.tfvars
      na$0m = 1
      `,
    ],
  ])("%s", (_, source) => {
    checkDefinition(source);
  });

  it("where neither module is about Spacelift", () => {
    const { files, cursor } = readFixture(`
      //- /main.tf
      module "role" {
        source = "./child"
        name$0 = 1
      }
      //- /child/main.tf
      variable "name" {}
    `);
    expect(definition(snapshotOf(files), cursor?.uri ?? "", cursor?.span.start ?? 0)).toBeUndefined();
  });

  it.each([
    ["addresses", `locals { a = module.role.a$0rn }`],
    ["arguments", `module "other" {\n  source = "./child"\n  name$0 = 1\n}`],
    ["paths", `module "other" { source = "./ch$0ild" }`],
  ])("beside another Terraform extension: %s", (_, text) => {
    checkDefinition(
      `//- /main.tf\nmodule "role" { source = "./child" }\n${text}\n//- /child/main.tf\noutput "arn" {}\nvariable "name" {}\n`,
      { besideTerraformExtension: true },
    );
  });
});

describe("a call that is not known", () => {
  it.each([
    ["leads to its block", `module "«role»" { source = "example/role" }\nlocals { a = module.role.a$0rn }`],
    [
      "and so does a repeated one that is read by its key",
      `
      //- /main.tf
      module "«role»" {
        source   = "./child"
        for_each = {}
      }
      locals { a = module.role.a$0rn.arn }
      //- /child/main.tf
      output "arn" { value = 1 }
      `,
    ],
  ])("%s", (_, source) => {
    checkDefinition(source);
  });
});
