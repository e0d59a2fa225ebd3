/** Renames by the text that results, and refusals by their reason. */
import { describe, expect, it } from "vitest";
import { checkRename, renamableAt, renameRefusal } from "../kit/checkNavigation.ts";

describe("rename changes", () => {
  it.each([
    [
      "a resource in all files, and no string that only holds its name",
      `
      //- /a.tf
      resource "aws_iam_role" "ci" { name = "ci" }
      //- /b.tf
      # aws_iam_role.ci is for CI
      output "arn" { value = "\${aws_iam_role.ci$0.arn} aws_iam_role.ci" }
      resource "t" "x" { depends_on = [aws_iam_role.ci] }
      moved {
        from = aws_iam_role.old
        to   = aws_iam_role.ci
      }
      `,
      "main",
      `
      //- /a.tf
      resource "aws_iam_role" "main" { name = "ci" }
      //- /b.tf
      # aws_iam_role.ci is for CI
      output "arn" { value = "\${aws_iam_role.main.arn} aws_iam_role.ci" }
      resource "t" "x" { depends_on = [aws_iam_role.main] }
      moved {
        from = aws_iam_role.old
        to   = aws_iam_role.main
      }
      `,
    ],
    ["an output that nobody reads", `output "a$0" { value = 1 }`, "b", `output "b" { value = 1 }`],
    [
      "a local",
      `locals {\n  a$0 = 1\n  b = { a = local.a }\n}`,
      "c-d",
      `locals {\n  c-d = 1\n  b = { a = local.c-d }\n}`,
    ],
    [
      "a variable",
      `variable "x" {}\nlocals { a = var.x$0.y }`,
      "y",
      `variable "y" {}\nlocals { a = var.y.y }`,
    ],
    [
      "a data source",
      `data "t" "x" {}\nlocals { a = data.t.$0x[0] }`,
      "y",
      `data "t" "y" {}\nlocals { a = data.t.y[0] }`,
    ],
    [
      "a module",
      `module "x$0" {}\nlocals { a = module.x["k"].x }`,
      "y",
      `module "y" {}\nlocals { a = module.y["k"].x }`,
    ],
    [
      "a label without quotes",
      `resource t x {}\nlocals { a = t.x$0 }`,
      "y",
      `resource t y {}\nlocals { a = t.y }`,
    ],
    [
      "every declaration of the address",
      `locals { a = 1 }\nlocals { a$0 = 2 }`,
      "b",
      `locals { b = 1 }\nlocals { b = 2 }`,
    ],
    [
      "a for variable",
      `locals { a = { for k, v in var.v : v$0.id => [for v in v.x : v] } }`,
      "s",
      `locals { a = { for k, s in var.v : s.id => [for v in s.x : v] } }`,
    ],
    [
      "a template's for variable",
      `locals { a = "%{ for x$0 in var.x }\${x} x%{ endfor }" }`,
      "y",
      `locals { a = "%{ for y in var.x }\${y} x%{ endfor }" }`,
    ],
    [
      "a named iterator",
      `resource "t" "x" {\n  dynamic "b" {\n    for_each = []\n    iterator = it\n    content { a = it$0.value }\n  }\n}`,
      "each_b",
      `resource "t" "x" {\n  dynamic "b" {\n    for_each = []\n    iterator = each_b\n    content { a = each_b.value }\n  }\n}`,
    ],
    [
      "a resource but not self",
      `resource "t" "x$0" {\n  provisioner "p" { a = self.id }\n}`,
      "y",
      `resource "t" "y" {\n  provisioner "p" { a = self.id }\n}`,
    ],
    [
      "a name in broken code",
      `locals {\n  a = 1\n  b = upper(local.$0a\n`,
      "c",
      `locals {\n  c = 1\n  b = upper(local.c\n`,
    ],
    ["nothing where the name stays", `locals { a$0 = 1 }`, "a", `locals { a = 1 }`],
  ])("%s", (_, source, newName, after) => {
    checkRename(source, newName, after);
  });
});

describe("rename refuses", () => {
  it.each([
    ["what is no identifier", `locals { a$0 = 1 }`, "1a", "`1a` is no name"],
    ["an empty name", `locals { a$0 = 1 }`, "", "`` is no name"],
    ["a name with a blank", `variable "a$0" {}`, "a b", "`a b` is no name"],
    [
      "a name that is taken",
      `resource "t" "a" {}\nresource "t" "b$0" {}`,
      "a",
      "`t.a` exists already, in main.tf.",
    ],
    [
      "a name that a moved block left",
      `resource "t" "b$0" {}\nmoved {\n  from = t.a\n  to = t.b\n}`,
      "a",
      "A `moved` or `removed` block says",
    ],
    ["what Terraform keeps for itself", `variable "a$0" {}`, "count", "A variable cannot be called `count`"],
    ["what is not declared", `locals { a = var.b$0 }`, "c", "`var.b` is not declared in this folder"],
    [
      "an output that is taken",
      `output "a$0" { value = 1 }\noutput "b" { value = 1 }`,
      "b",
      "`output.b` exists already",
    ],
    [
      "self",
      `resource "t" "x" {\n  provisioner "p" { a = self$0.id }\n}`,
      "b",
      "`self` is Terraform's own name. Rename `t.x`",
    ],
    [
      "each",
      `resource "t" "x" {\n  for_each = {}\n  a = each.key$0\n}`,
      "b",
      "`each` and `count` are Terraform's own",
    ],
    ["a provider", `provider "aws$0" {}`, "b", "Provider names are not changed here"],
    [
      "the label of a dynamic block",
      `resource "t" "x" {\n  dynamic "b$0" {\n    content { a = b.value }\n  }\n}`,
      "c",
      "This name is the block type",
    ],
    [
      "a keyword as for variable",
      `locals { a = [for x$0 in [] : x] }`,
      "if",
      "`if` is a word of the language",
    ],
    [
      "a for variable that an inner one would capture",
      `locals { a = [for x$0 in [] : [for y in [] : x]] }`,
      "y",
      "`y` already means something else",
    ],
    [
      "a for variable that would capture an outer one",
      `locals { a = [for y in [] : [for x$0 in [] : y]] }`,
      "y",
      "`y` already means something else",
    ],
    [
      "a for variable that would hide the locals",
      `locals { a = [for x$0 in [] : local.b] }`,
      "local",
      "`local` already means something else",
    ],
    [
      "a for variable that would meet its sibling",
      `locals { a = { for k$0, v in {} : k => v } }`,
      "v",
      "`v` already means something else",
    ],
  ])("%s", (_, source, newName, reason) => {
    expect(renameRefusal(source, newName)).toContain(reason);
  });

  it("but lets a for variable have a name that is used outside only", () => {
    checkRename(
      `locals { a = [for x$0 in local.y : x] }`,
      "local",
      `locals { a = [for local in local.y : local] }`,
    );
  });
});

describe("before a rename", () => {
  it.each([
    [`locals { abc$0 = 1 }`, "abc"],
    [`variable "a$0bc" {}`, "abc"],
    [`locals { abc = local.$0abc.d }`, "abc"],
    [`locals { abc = $0local.abc }`, undefined],
    [`locals { abc = "abc$0" }`, undefined],
    [`resource "t$0" "x" {}`, undefined],
    [`locals { abc = var.d$0 }`, "`var.d` is not declared in this folder, so there is nothing to rename."],
  ])("%j offers %j", (source, expected) => {
    expect(renamableAt(source)).toBe(expected);
  });
});
