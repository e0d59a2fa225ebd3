/** Completion of references: whole ones that fit, and the members of half-written ones. */
import { describe, expect, it } from "vitest";
import { checkCompletion, completionsAt, labelsAt } from "../kit/checkCompletion.ts";

const module = `
resource "spacelift_aws_integration" "main" {
  name = "main"
}
data "spacelift_aws_integration" "old" {
  name = "old"
}
resource "spacelift_stack" "app" {
  space_id = spacelift_space.team.id
}
resource "spacelift_module" "vpc" {}
resource "spacelift_space" "team" {}
resource "aws_iam_role" "deploy" {
  name = "deploy"
}
data "aws_iam_role" "made_elsewhere" {}
data "spacelift_account" "me" {}
`;

function attachment(line: string): string {
  return `resource "spacelift_aws_integration_attachment" "x" {\n  ${line}\n}\n`;
}

function check(line: string, label: string, after: string): void {
  checkCompletion(attachment(line) + module, label, attachment(after) + module);
}

function labels(line: string, more = ""): readonly string[] {
  return labelsAt(attachment(line) + module + more);
}

describe("references that fit", () => {
  it("are integrations for integration_id", () => {
    expect(labels("integration_id = $0")).toEqual([
      "spacelift_aws_integration.main.id",
      "data.spacelift_aws_integration.old.id",
    ]);
  });

  it("are stacks for stack_id, modules for module_id", () => {
    expect(labels("stack_id = $0")[0]).toBe("spacelift_stack.app.id");
    expect(labels("module_id = $0")).toEqual(["spacelift_module.vpc.id"]);
  });

  it("are spaces for space_id, those of other things last", () => {
    const source = `resource "spacelift_aws_integration" "x" {\n  space_id = $0\n}` + module;
    const found = labelsAt(source);
    expect(found[0]).toBe("spacelift_space.team.id");
    expect(found).toContain("spacelift_stack.app.space_id");
    expect(found.indexOf("root")).toBeGreaterThan(found.indexOf("spacelift_stack.app.space_id"));
  });

  it("are roles for role_arn", () => {
    const source = `resource "spacelift_aws_integration" "x" {\n  role_arn = $0\n}` + module;
    const found = labelsAt(source);
    expect(found.slice(0, 2)).toEqual(["aws_iam_role.deploy.arn", "data.aws_iam_role.made_elsewhere.arn"]);
  });

  it("are never the block's own", () => {
    const source = `resource "spacelift_aws_integration" "x" {\n  role_arn = $0\n}`;
    expect(labelsAt(source).filter((label) => label.startsWith("spacelift"))).toEqual([]);
  });

  it("stay beside another Terraform extension", () => {
    const source = attachment("integration_id = $0") + module;
    expect(labelsAt(source, { besideTerraformExtension: true })).toContain(
      "spacelift_aws_integration.main.id",
    );
  });
});

describe("locals and variables", () => {
  const names = (more: string): readonly string[] =>
    labelsAt(`resource "spacelift_aws_integration" "x" {\n  role_arn = $0\n}\n${module}${more}`).filter(
      (label) => /^(local|var)\./.test(label),
    );

  it.each([
    [`a = "arn:aws:iam::123456789012:role/x"`, ["local.a"]],
    ['a = "arn:aws:iam::${var.b}:role/x"', ["local.a"]],
    ["a = aws_iam_role.deploy.arn", ["local.a"]],
    ["a = var.c ? aws_iam_role.deploy.arn : null", ["local.a"]],
    ["a = var.c ? null : aws_iam_role.deploy.arn", ["local.a"]],
    ["a = local.b\n  b = aws_iam_role.deploy.arn", ["local.a", "local.b"]],
    [`a = format("arn:aws:iam::%s:role/%s", var.b, "x")`, ["local.a"]],
    [`a = var.c ? "arn:aws:iam::123456789012:role/x" : ""`, ["local.a"]],
    ["a = aws_iam_role.deploy.name", []],
    ["a = local.a", []],
    ["a = local.b\n  b = local.a", []],
    [`a = "arn:aws:iam::123456789012:user/x"`, []],
    ["role_arn = lower(var.a)", ["local.role_arn"]],
    ["role_arn = { a = 1 }", []],
    ["role_arn = spacelift_stack.app.id", []],
    ["integration_id = lower(var.a)", []],
  ])("locals { %s }", (local, expected) => {
    expect(names(`locals {\n  ${local}\n}`)).toEqual(expected);
  });

  it.each([
    [`variable "role_arn" {}`, ["var.role_arn"]],
    [`variable "aws_role_arn" { type = string }`, ["var.aws_role_arn"]],
    [`variable "role_arn" { type = list(string) }`, []],
    [`variable "region" { type = string }`, []],
  ])("%s", (variable, expected) => {
    expect(names(variable)).toEqual(expected);
  });
});

it("integrations of other clouds do not fit", () => {
  const found = labels(
    "integration_id = $0",
    `variable "aws_integration_id" {}\nvariable "azure_integration_id" {}`,
  );
  expect(found).toContain("var.aws_integration_id");
  expect(found).not.toContain("var.azure_integration_id");
});

describe("how references are inserted", () => {
  it.each([
    ["stack_id = $0", "stack_id = spacelift_stack.app.id"],
    ["stack_id =$0", "stack_id = spacelift_stack.app.id"],
    ["stack_id = spacelift$0", "stack_id = spacelift_stack.app.id"],
    [`stack_id = "$0"`, "stack_id = spacelift_stack.app.id"],
    [`stack_id = "spa$0ce"`, "stack_id = spacelift_stack.app.id"],
    [`stack_id = "spacelift_stack.$0"`, "stack_id = spacelift_stack.app.id"],
    [`stack_id = "$0`, "stack_id = spacelift_stack.app.id"],
    [`stack_id = "\${$0}"`, `stack_id = "\${spacelift_stack.app.id}"`],
    [`stack_id = "\${$0"`, `stack_id = "\${spacelift_stack.app.id"`],
    ["stack_id = ($0)", "stack_id = (spacelift_stack.app.id)"],
    ["stack_id = coalesce(var.a, $0)", "stack_id = coalesce(var.a, spacelift_stack.app.id)"],
    ["stack_id = $0 # which", "stack_id = spacelift_stack.app.id # which"],
    ["stack_id = $0\n  read = true", "stack_id = spacelift_stack.app.id\n  read = true"],
  ])("%j", (before, after) => {
    check(before, "spacelift_stack.app.id", after);
  });
});

describe("instances", () => {
  const inserted = (stack: string, own: string, after: string): void => {
    const block = `resource "spacelift_stack" "many" {\n  ${stack}\n}\n`;
    const body = (value: string): string => attachment(`${own}\n  stack_id = ${value}`);
    const { items } = completionsAt(body("$0") + block);
    const label = items.find((item) => item.label.startsWith("spacelift_stack.many"))?.label ?? "";
    checkCompletion(body("$0") + block, label, body(after) + block);
  };

  it.each([
    ["count = 2", "", "spacelift_stack.many[0].id"],
    ["count = var.on ? 1 : 0", "count = var.on ? 1 : 0", "spacelift_stack.many[count.index].id"],
    ["for_each = local.a", "for_each = local.a", "spacelift_stack.many[each.key].id"],
    ["for_each = local.a", "for_each = spacelift_stack.many", "spacelift_stack.many[each.key].id"],
    ["for_each = local.a", "for_each = local.b", `spacelift_stack.many["$0key"].id`],
    ["for_each = local.a", "", `spacelift_stack.many["$0key"].id`],
    [`for_each = toset(["eu", "us"])`, "", `spacelift_stack.many["$0eu"].id`],
    [`for_each = toset(["eu"])`, "", `spacelift_stack.many["eu"].id`],
    [`for_each = { eu = 1, us = 2 }`, "", `spacelift_stack.many["$0eu"].id`],
  ])("%s, %s", inserted);
});

describe("members of a half-written reference", () => {
  it("are the things of that type", () => {
    expect(labels("stack_id = spacelift_stack.$0")).toEqual(["app.id", "app"]);
    check("stack_id = spacelift_stack.$0", "app.id", "stack_id = spacelift_stack.app.id");
    check("stack_id = spacelift_stack.a$0", "app", "stack_id = spacelift_stack.app");
  });

  it("are the attributes of a thing, what fits first", () => {
    const found = labels("stack_id = spacelift_stack.app.$0");
    expect(found[0]).toBe("id");
    expect(found).toContain("aws_assume_role_policy_statement");
    expect(found.filter((label) => label === "id")).toHaveLength(1);
    check("stack_id = spacelift_stack.app.$0", "id", "stack_id = spacelift_stack.app.id");
    check("stack_id = spacelift_stack.app.n$0x.y", "id", "stack_id = spacelift_stack.app.id.y");
  });

  it("are locals, variables and data sources", () => {
    const more = `locals {\n  b = 1\n  stack_id = lower("A")\n}\nvariable "v" {}`;
    expect(labels("stack_id = local.$0", more)).toEqual(["stack_id", "b"]);
    expect(labels("stack_id = var.$0", more)).toEqual(["v"]);
    expect(labels("integration_id = data.$0")).toEqual([
      "spacelift_aws_integration.old.id",
      "spacelift_aws_integration",
      "aws_iam_role",
      "spacelift_account",
    ]);
    expect(labels("stack_id = each.$0")).toEqual(["key", "value"]);
  });

  it("are the account's attributes", () => {
    expect(labels("stack_id = data.spacelift_account.me.$0")).toEqual([
      "name",
      "aws_account_id",
      "tier",
      "id",
    ]);
    expect(labels("stack_id = data.spacelift_account.$0")).toEqual(["me"]);
  });

  it("are members of the listed integrations", () => {
    const more = `data "spacelift_aws_integrations" "all" {}`;
    const found = labels("integration_id = data.spacelift_aws_integrations.all.integrations[0].$0", more);
    expect(found).toContain("integration_id");
  });

  it("are found inside strings and other expressions", () => {
    check(
      `stack_id = "a-\${spacelift_stack.app.$0}-b"`,
      "name",
      `stack_id = "a-\${spacelift_stack.app.name}-b"`,
    );
    check(`stack_id = "a-\${spacelift_stack.app.$0`, "name", `stack_id = "a-\${spacelift_stack.app.name`);
    check("stack_id = lower(spacelift_stack.app.$0)", "name", "stack_id = lower(spacelift_stack.app.name)");
    check("stack_id = [spacelift_stack.app.$0", "name", "stack_id = [spacelift_stack.app.name");
  });

  it("are found behind an index", () => {
    const more = `resource "spacelift_stack" "many" {\n  count = 2\n}\n`;
    expect(labels("stack_id = spacelift_stack.many[0].$0", more)).toContain("slug");
    expect(labels(`stack_id = spacelift_stack.many["a"].$0`, more)).toContain("slug");
    expect(labels("stack_id = spacelift_stack.many.$0", more)).toEqual([]);
  });

  it("do not swallow the line below", () => {
    check(
      "stack_id = spacelift_stack.$0\n  read = true",
      "app.id",
      "stack_id = spacelift_stack.app.id\n  read = true",
    );
  });

  it("are those that fit alone beside another Terraform extension", () => {
    const source = attachment("stack_id = spacelift_stack.app.$0") + module;
    expect(labelsAt(source, { besideTerraformExtension: true })).toEqual(["id"]);
  });

  it("are none of what is not known", () => {
    expect(labels("stack_id = aws_instance.x.$0")).toEqual([]);
    expect(labels("stack_id = local.a.b.$0")).toEqual([]);
    expect(labels(`stack_id = "a-spacelift_stack.\${""}$0"`)).toEqual([]);
    expect(labels("stack_id = 1.$0")).toEqual([]);
  });
});

describe("any expression", () => {
  it("may refer to what the module declares", () => {
    const source = `output "id" {\n  value = $0\n}\n${module}locals {\n  a = 1\n}`;
    expect(labelsAt(source)).toEqual([
      "spacelift_aws_integration.main",
      "data.spacelift_aws_integration.old",
      "spacelift_stack.app",
      "spacelift_module.vpc",
      "spacelift_space.team",
      "aws_iam_role.deploy",
      "data.aws_iam_role.made_elsewhere",
      "data.spacelift_account.me",
      "local.a",
    ]);
    expect(labelsAt(source, { besideTerraformExtension: true })).toEqual([]);
  });

  it("may not refer to itself", () => {
    expect(labelsAt(`locals {\n  a = $0\n  b = "spacelift_"\n}`)).toEqual(["local.b"]);
  });

  it("gets nothing in a module without the family", () => {
    expect(labelsAt(`output "id" {\n  value = $0\n}\nlocals {\n  a = 1\n}`)).toEqual([]);
  });
});
