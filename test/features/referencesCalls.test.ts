/** Mentions of a name in the folders that call its module, and in files of values. */
import { describe, it } from "vitest";
import { checkReferences } from "../kit/checkNavigation.ts";

describe("references", () => {
  it.each([
    [
      "of a variable: its uses, the calls' arguments, and the values in files",
      `
      //- /main.tf
      variable "name" {}
      module "a" {
        source = "./child"
        «name»   = var.name
      }
      //- /terraform.tfvars
      name = "root's own"
      //- /other/main.tf.json
      {"module": {"a": {"source": "../child", "«name»": "x"}}}
      //- /child/main.tf
      variable "«!name$0»" {}
      locals { name = var.«name» }
      //- /child/terraform.tfvars
      «name» = "c"
      //- /child/b.auto.tfvars.json
      {"«name»": "b", "other": "name"}
      `,
    ],
    [
      "from an argument",
      `
      //- /main.tf
      module "a" {
        source = "./child"
        «na$0me»   = "a"
      }
      module "b" {
        source = "./child"
        «name»   = "b"
      }
      module "elsewhere" {
        source = "example/role"
        name   = "c"
      }
      //- /child/main.tf
      variable "«!name»" {}
      `,
    ],
    [
      "from a file of values",
      `
      //- /main.tf
      variable "«!name»" {}
      locals { a = [var.«name»] }
      //- /terraform.tfvars
      «na$0me» = 1
      `,
    ],
    [
      "of an output",
      `
      //- /main.tf
      module "a" { source = "./child" }
      module "b" {
        source = "./child"
        count  = 2
      }
      locals { x = [module.a.«arn», module.b[0].«arn».id, module.b[*].«arn», module.a.other] }
      resource "t" "x" {
        dynamic "b" {
          for_each = module.a.«arn»
          content { a = module.a.«arn» }
        }
      }
      //- /child/main.tf
      output "«!arn$0»" { value = 1 }
      output "other" { value = 1 }
      `,
    ],
    [
      "of an output, from a use",
      `
      //- /main.tf
      module "a" { source = "./child" }
      locals { x = module.a.«ar$0n» }
      //- /other/main.tf
      module "a" { source = "../child" }
      output "arn" { value = module.a.«arn» }
      //- /child/main.tf
      output "«!arn»" { value = 1 }
      `,
    ],
    [
      "of a module, whose outputs are none",
      `
      //- /main.tf
      module "«!a$0»" { source = "./child" }
      locals { x = module.«a».a }
      //- /child/main.tf
      output "a" { value = 1 }
      `,
    ],
    [
      "of an output that is called like a type of a moved resource",
      `
      //- /main.tf
      module "a" { source = "./child" }
      moved {
        from = t.x
        to   = module.a.t.x
      }
      locals { x = module.a.«t» }
      //- /child/main.tf
      output "«!t$0»" { value = 1 }
      `,
    ],
    [
      "of an argument that nothing declares",
      `
      //- /main.tf
      module "a" {
        source = "./child"
        «na$0m»    = "a"
      }
      //- /child/main.tf
      variable "name" {}
      `,
    ],
    [
      "where modules call one another in a circle",
      `
      //- /a/main.tf
      variable "«!name$0»" {}
      module "b" {
        source = "../b"
        name   = var.«name»
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
      variable "«!name$0»" {}
      module "again" {
        source = "./"
        «name»   = var.«name»
      }
      `,
    ],
    [
      "in broken callers",
      `
      //- /main.tf
      module "a" {
        source = "./child"
        «name»   = upper(
      }
      locals { x = module.a.
      //- /child/main.tf
      variable "«!na$0me»" {}
      `,
    ],
  ])("%s", (_, source) => {
    checkReferences(source);
  });
});
