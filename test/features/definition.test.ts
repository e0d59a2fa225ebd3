/** Where each kind of name leads. */
import { describe, expect, it } from "vitest";
import { definition } from "../../server/src/features/definition.ts";
import { checkDefinition } from "../kit/checkNavigation.ts";
import { readFixture } from "../kit/fixture.ts";
import { snapshotOf } from "../kit/snapshot.ts";

describe("definition leads", () => {
  it.each([
    [
      "from a resource to its block in another file",
      `
      //- /a.tf
      resource "aws_iam_role" "«ci»" {}
      //- /b.tf
      output "arn" { value = aws_iam_role.c$0i.arn }
      `,
    ],
    ["from its type too", `resource "t" "«x»" {}\noutput "o" { value = $0t.x.id }`],
    ["from a data source", `data "t" "«x»" {}\noutput "o" { value = [data.t.x$0.id] }`],
    ["from an ephemeral resource", `ephemeral "t" "«x»" {}\nlocals { a = ephemeral.t.$0x.id }`],
    ["from a variable", `variable "«x»" {}\noutput "o" { value = "a-\${var.x$0}" }`],
    ["from a local", `locals {\n  «a» = 1\n  b = local.$0a + 1\n}`],
    ["from a module", `module "«m»" { source = "./m" }\noutput "o" { value = module.m$0.arn }`],
    ["from a declaration to itself", `variable "«x$0»" {}\noutput "o" { value = var.x }`],
    [
      "to every declaration of one address",
      `locals { «a» = 1 }\nlocals { «a» = 2 }\noutput "o" { value = local.a$0 }`,
    ],
    ["from a for variable", `locals { a = { for «k», v in var.x : upper($0k) => v } }`],
    ["from the inner of two of one name", `locals { a = [for v in var.x : [for «v» in v : v$0]] }`],
    ["from the collection to the outer one", `locals { a = [for «v» in var.x : [for v in v$0 : v]] }`],
    ["from a template's for variable", `locals { a = "%{ for «r» in var.x }\${$0r.id}%{ endfor }" }`],
    [
      "from a heredoc's for variable",
      `
      locals {
        a = <<-EOT
          %{ for i, «r» in var.x ~}
          \${i} \${r$0}
          %{ endfor ~}
        EOT
      }
      `,
    ],
    [
      "from a dynamic block's iterator to its label",
      `
      resource "t" "x" {
        dynamic "«statement»" {
          for_each = var.x
          content { sid = statement$0.value }
        }
      }
      `,
    ],
    [
      "from a named iterator",
      `
      resource "t" "x" {
        dynamic "statement" {
          for_each = var.x
          iterator = «it»
          content { sid = i$0t.value }
        }
      }
      `,
    ],
    [
      "from each.value to the collection",
      `resource "t" "x" {\n  for_each = «var.stacks»\n  name = each.va$0lue.name\n}`,
    ],
    ["from each.key", `module "m" {\n  for_each = «toset(["a"])»\n  name = each.key$0\n}`],
    ["from count.index", `resource "t" "x" {\n  count = «3»\n  name = "n-\${count.in$0dex}"\n}`],
    [
      "from each inside a dynamic block to the resource's for_each",
      `
      resource "t" "x" {
        for_each = «var.x»
        dynamic "b" {
          for_each = each.$0value
          content {}
        }
      }
      `,
    ],
    [
      "from self to the resource around it",
      `resource "t" "«x»" {\n  provisioner "local-exec" {\n    command = self$0.id\n  }\n}`,
    ],
    [
      "from provider to the aliased block",
      `provider "aws" {}\nprovider "«aws»" { alias = "us" }\nresource "t" "x" { provider = aws.u$0s }`,
    ],
    [
      "from provider to the block without alias",
      `provider "«aws»" {}\nprovider "aws" { alias = "us" }\nresource "t" "x" { provider = aws$0 }`,
    ],
    [
      "from providers of a module",
      `provider "«aws»" { alias = "us" }\nmodule "m" {\n  providers = { aws.x = $0aws.us }\n}`,
    ],
    ["from moved", `resource "t" "«new»" {}\nmoved {\n  from = t.old\n  to = t.ne$0w\n}`],
    ["from import", `resource "t" "«x»" {}\nimport {\n  to = t.x$0["a"]\n  id = "1"\n}`],
    ["from depends_on", `resource "t" "«x»" {}\nresource "t" "y" { depends_on = [t.x$0] }`],
    ["from a check block", `variable "«x»" {}\ncheck "c" {\n  assert {\n    condition = var.x$0\n  }\n}`],
    [
      "from a lifecycle trigger",
      `resource "t" "«x»" {}\nresource "t" "y" {\n  lifecycle { replace_triggered_by = [t.x$0.id] }\n}`,
    ],
    [
      "from an attribute to where it is set",
      `resource "t" "x" { «name» = "a" }\noutput "o" { value = t.x.na$0me }`,
    ],
    [
      "from an attribute that is not set to the block",
      `resource "t" "«x»" { name = "a" }\noutput "o" { value = t.x[0].ar$0n }`,
    ],
    [
      "from self to an attribute",
      `resource "t" "x" {\n  «name» = "a"\n  provisioner "p" { a = self.name$0 }\n}`,
    ],
    ["into an object of a local", `locals {\n  a = { "x" = { «y» = 1 } }\n  b = local.a.x.$0y\n}`],
    [
      "never into a variable's own settings",
      `variable "«x»" { type = any }\noutput "o" { value = var.x.typ$0e }`,
    ],
    ["inside an index", `locals { «k» = "a" }\noutput "o" { value = var.map[local.k$0].id }`],
    ["behind an index", `variable "«map»" {}\noutput "o" { value = var.map[local.k].i$0d }`],
  ])("%s", (_, source) => {
    checkDefinition(source);
  });
});

describe("definition is silent", () => {
  it.each([
    ["on an undeclared name", `output "o" { value = local.a$0 }`],
    ["on an unfinished reference", `locals { a = local.$0\n}`],
    ["on the key of an object", `locals {\n  a = 1\n  b = { a$0 = 2 }\n}`],
    ["on what ignore_changes names", `resource "t" "x" {\n  lifecycle { ignore_changes = [t.x$0] }\n}`],
    ["on a local that is called count", `locals {\n  count = 2\n  b = count.in$0dex\n}`],
    ["on path.module", `locals { a = path.mod$0ule }`],
    ["in white space", `locals {\n  $0\n  a = 1\n}`],
    ["in a string that holds the name", `locals {\n  a = "local.a$0"\n}`],
  ])("%s", (_, source) => {
    checkDefinition(source);
  });

  it("in a module that is not about Spacelift", () => {
    const { files, cursor } = readFixture(`locals {\n  a = 1\n  b = local.$0a\n}`);
    expect(definition(snapshotOf(files), cursor?.uri ?? "", cursor?.span.start ?? 0)).toBeUndefined();
  });

  it("for a file that is not there, and outside the text", () => {
    const snapshot = snapshotOf(readFixture("locals { a = local.a } # spacelift_").files);
    expect(definition(snapshot, "file:///elsewhere/x.tf", 3)).toBeUndefined();
    expect(definition(snapshot, "file:///module/main.tf", 4000)).toBeUndefined();
    expect(definition(snapshot, "file:///module/main.tf", -1)).toBeUndefined();
  });
});

describe("definition in broken code", () => {
  it.each([
    ["behind a block left open", `locals {\n  «a» = 1\n\nresource "t" "x" {\n  name = local.a$0\n`],
    ["behind a value left out", `locals {\n  «a» = 1\n  b =\n  c = local.$0a\n}`],
    ["in a call left open", `locals {\n  «a» = 1\n  b = upper(local.a$0\n}`],
    ["in a string left open", `locals {\n  «a» = 1\n  b = "x-\${local.a$0\n}`],
  ])("%s", (_, source) => {
    checkDefinition(source);
  });
});

describe("beside another Terraform extension", () => {
  const beside = { besideTerraformExtension: true };

  it.each([
    ["only names that an expression binds are answered", `locals { a = [for «v» in var.x : v$0] }`],
    ["addresses are left to it", `variable "x" {}\noutput "o" { value = var.x$0 }`],
    ["attributes too", `resource "t" "x" { name = 1 }\noutput "o" { value = t.x.name$0 }`],
  ])("%s", (_, source) => {
    checkDefinition(source, beside);
  });
});
