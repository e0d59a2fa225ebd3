/** Verdicts across modules: roles, policies and attachments that are made in a module which is called, or which calls. */
import { describe, expect, it } from "vitest";
import { viewsOf } from "../../../server/src/analysis/moduleView.ts";
import { verdictsOf } from "../../../server/src/analysis/trust/judge.ts";
import { findingsOf } from "../../kit/checkRule.ts";
import { readFixture } from "../../kit/fixture.ts";
import { snapshotOf } from "../../kit/snapshot.ts";

const settings = { accountName: "acme", instance: "spacelift.io" };

function lines(source: string, folder = ""): readonly string[] {
  const { files } = readFixture(source);
  return viewsOf(snapshotOf(files, { settings, folder })).flatMap((view) =>
    verdictsOf(view).flatMap(({ role, sessions }) =>
      role.kind === "unjudged"
        ? [role.reason]
        : sessions.map(({ session, outcome }) => `${session.target}: ${outcome}`),
    ),
  );
}

const statement = (id: string): string => `{
    Effect    = "Allow"
    Principal = { AWS = "324880187172" }
    Action    = "sts:AssumeRole"
    Condition = { StringLike = { "sts:ExternalId" = ${id} } }
  }`;
const policy = (id: string): string =>
  `jsonencode({ Version = "2012-10-17", Statement = [${statement(id)}] })`;

const roleModule = (id: string): string => `
//- /role/main.tf
variable "integration_id" {}
variable "name" {}
resource "aws_iam_role" "this" {
  name               = var.name
  assume_role_policy = ${policy(id)}
}
output "arn" {
  value = aws_iam_role.this.arn
}`;

const parent = (rest: string): string => `//- /main.tf
resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = module.role.arn
}
resource "spacelift_stack" "net" {
  name       = "net"
  branch     = "main"
  repository = "infra"
}
${rest}`;

const attach = `resource "spacelift_aws_integration_attachment" "a" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = spacelift_stack.net.id
}`;
const callRole = `module "role" {
  source         = "./role"
  name           = "spacelift"
  integration_id = spacelift_aws_integration.main.id
}`;

describe("across modules", () => {
  it("attachments for a collection that the policy loops over too", () => {
    const source = `//- /main.tf
variable "stacks" {
  type = set(string)
}
resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}
module "attachments" {
  source = "./attachments"
  id     = spacelift_aws_integration.main.id
  slugs  = var.stacks
}
resource "aws_iam_role" "this" {
  name               = "spacelift"
  assume_role_policy = ${policy('[for stack in var.stacks : "acme@*@${stack}@*"]')}
}
//- /attachments/main.tf
variable "id" {}
variable "slugs" {}
resource "spacelift_aws_integration_attachment" "each" {
  for_each       = var.slugs
  integration_id = var.id
  stack_id       = each.key
}`;
    expect(lines(source)).toEqual(["each.key in var.stacks: allowed"]);
  });

  it.each([
    ['"acme@${var.integration_id}@*"', "allowed"],
    ['"other@${var.integration_id}@*"', "refused"],
    ['"acme@*@${var.name}@*"', "unknown"],
  ])("a role in a module that is called, with %s", (id, outcome) => {
    expect(lines(parent(`${attach}\n${callRole}${roleModule(id)}`))).toEqual([
      `spacelift_stack.net: ${outcome}`,
    ]);
  });

  describe("a role that is named by its text", () => {
    const named = (rest: string): string =>
      parent(rest).replace("module.role.arn", '"arn:aws:iam::123456789012:role/spacelift"');
    const statements = '"acme@${var.integration_id}@*"';

    it.each([
      [statements, "spacelift_stack.net: allowed"],
      ['"other@${var.integration_id}@*"', "spacelift_stack.net: refused"],
    ])("in a module that is called, with %s", (id, line) => {
      expect(lines(named(`${attach}\n${callRole}${roleModule(id)}`))).toEqual([line]);
    });

    it("in the module that calls", () => {
      const source = `//- /main.tf
module "integration" {
  source = "./integration"
}
resource "aws_iam_role" "this" {
  name               = "spacelift"
  assume_role_policy = ${policy('"acme@${module.integration.id}@*"')}
}
//- /integration/main.tf
resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}
output "id" {
  value = spacelift_aws_integration.main.id
}`;
      expect(lines(source, "/integration")).toEqual([
        "stacks and modules that are attached elsewhere: allowed",
      ]);
    });

    it("in a module that is called beside the one of the integration", () => {
      const source = `//- /main.tf
module "integration" {
  source = "./integration"
}
module "role" {
  source         = "./role"
  name           = "spacelift"
  integration_id = module.integration.id
}
//- /integration/main.tf
resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}
output "id" {
  value = spacelift_aws_integration.main.id
}
${roleModule(statements)}`;
      expect(lines(source, "/integration")).toEqual([
        "stacks and modules that are attached elsewhere: allowed",
      ]);
    });

    it("in this module rather than in another one", () => {
      const own = `resource "aws_iam_role" "own" {
  name               = "spacelift"
  assume_role_policy = ${policy('"other@*"')}
}`;
      expect(lines(named(`${attach}\n${own}\n${callRole}${roleModule(statements)}`))).toEqual([
        "spacelift_stack.net: refused",
      ]);
    });

    it("in two modules, of which nobody can tell the right one", () => {
      const second = callRole.replace('"role"', '"second"');
      expect(lines(named(`${attach}\n${callRole}\n${second}${roleModule('"other@*"')}`))).toEqual([
        "2 roles of the modules around have the name spacelift",
      ]);
    });

    it("in a module whose name for it is not known", () => {
      const call = callRole.replace('"spacelift"', "var.name") + '\nvariable "name" {}';
      expect(lines(named(`${attach}\n${call}${roleModule('"other@*"')}`))).toEqual([
        "the role is not in this module",
      ]);
    });

    it("by the same variable here and there, which are two", () => {
      const source = named(`variable "name" {}\n${attach}\n${callRole}${roleModule('"other@*"')}`)
        .replace("role/spacelift", "role/${var.name}")
        .replace('name           = "spacelift"', "name           = var.other")
        .concat('\n//- /variables.tf\nvariable "other" {}');
      expect(lines(source)).toEqual(["the name of the role cannot be told from role_arn"]);
    });

    it("and points at the policy there", () => {
      const { files } = readFixture(
        named(`${attach}\n${callRole}${roleModule('"acme@${var.integration_id}@Net@*"')}`),
      );
      const found = findingsOf(files, "trust-external-id-mismatch");
      expect(found.map(({ location }) => location.uri)).toEqual(["file:///module/role/main.tf"]);
    });
  });

  it("points at the policy in the module that is called", () => {
    const { files } = readFixture(
      parent(`${attach}\n${callRole}${roleModule('"acme@${var.integration_id}@Net@*"')}`),
    );
    const found = findingsOf(files, "trust-external-id-mismatch");
    expect(found.map(({ location }) => location.uri)).toEqual(["file:///module/role/main.tf"]);
  });

  it("a policy document in a module that is called", () => {
    const source = `//- /main.tf
resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = aws_iam_role.this.arn
}
resource "aws_iam_role" "this" {
  assume_role_policy = module.trust.json
}
module "trust" {
  source = "./trust"
  prefix = "acme@\${spacelift_aws_integration.main.id}"
}
//- /trust/main.tf
variable "prefix" {}
data "aws_iam_policy_document" "this" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["324880187172"]
    }
    condition {
      test     = "StringLike"
      variable = "sts:ExternalId"
      values   = ["\${var.prefix}@*"]
    }
  }
}
output "json" {
  value = data.aws_iam_policy_document.this.json
}`;
    expect(lines(source)).toEqual(["stacks and modules that are attached elsewhere: allowed"]);
  });

  it("an attachment in a module that is called", () => {
    const source = parent(`module "attach" {
  source         = "./attach"
  integration_id = spacelift_aws_integration.main.id
  stack_id       = spacelift_stack.net.id
}
${callRole}${roleModule('"acme@*@*@read"')}
//- /attach/main.tf
variable "integration_id" {}
variable "stack_id" {}
resource "spacelift_aws_integration_attachment" "a" {
  integration_id = var.integration_id
  stack_id       = var.stack_id
  write          = false
}`);
    expect(lines(source)).toEqual(["spacelift_stack.net: allowed"]);
  });

  it("an integration in a module that is called, with the caller's role and attachment", () => {
    const source = `//- /main.tf
module "integration" {
  source   = "./integration"
  role_arn = aws_iam_role.this.arn
}
resource "aws_iam_role" "this" {
  assume_role_policy = ${policy('"acme@${module.integration.id}@net@write"')}
}
resource "spacelift_aws_integration_attachment" "a" {
  integration_id = module.integration.id
  stack_id       = "net"
}
//- /integration/main.tf
variable "role_arn" {}
resource "spacelift_aws_integration" "this" {
  name     = "main"
  role_arn = var.role_arn
}
output "id" {
  value = spacelift_aws_integration.this.id
}`;
    expect(lines(source, "/integration")).toEqual(["net: allowed"]);
  });

  it("a module that is called twice, once with a wrong account", () => {
    const source = `//- /main.tf
module "right" {
  source  = "./integration"
  account = "acme"
}
module "wrong" {
  source  = "./integration"
  account = "other"
}
//- /integration/main.tf
variable "account" {}
resource "aws_iam_role" "this" {
  assume_role_policy = ${policy('"${var.account}@*"')}
}
resource "spacelift_aws_integration" "this" {
  name     = "main"
  role_arn = aws_iam_role.this.arn
}`;
    expect(lines(source, "/integration")).toEqual([
      "stacks and modules that are attached elsewhere: allowed",
      "stacks and modules that are attached elsewhere: refused",
    ]);
  });

  it("a role in a module that is not here", () => {
    expect(lines(parent(`${attach}\nmodule "role" {\n  source = "example/role/aws"\n}`))).toEqual([
      "which role it is cannot be told, because module.role hands it out",
    ]);
  });
});

describe("conditions that nobody knows", () => {
  const outcome = (values: string, x: string): readonly string[] =>
    lines(
      parent(`${attach}
        variable "x" {
          type = bool
        }
        variable "y" {
          type = bool
        }
        module "role" {
          source = "./role"
          x      = ${x}
          ids    = var.x ? ["acme@*"] : ["other@*"]
        }
//- /role/main.tf
        variable "x" {
          type = bool
        }
        variable "ids" {
          type = list(string)
        }
        resource "aws_iam_role" "this" {
          name               = "spacelift"
          assume_role_policy = ${policy(values)}
        }
        output "arn" {
          value = aws_iam_role.this.arn
        }`),
    ).map((line) => line.replace(/^.*: /, ""));

  it("are told from those of the module that are called the same", () => {
    expect(outcome('concat(var.ids, var.x ? [] : ["acme@*"])', "var.x")).toEqual(["allowed"]);
    expect(outcome('concat(var.ids, var.x ? [] : ["acme@*"])', "var.y")).toEqual(["unknown"]);
  });

  it("leave what is there in any case", () => {
    expect(outcome('concat(var.ids, ["acme@*"])', "var.x")).toEqual(["allowed"]);
    expect(outcome("var.ids", "var.x")).toEqual(["unknown"]);
  });
});

it("keeps the collections of the caller apart from those of the module", () => {
  const source = (ids: string): string =>
    parent(`
      variable "stacks" {
        type = list(string)
      }
      resource "spacelift_aws_integration_attachment" "a" {
        for_each       = toset(var.stacks)
        integration_id = spacelift_aws_integration.main.id
        stack_id       = each.value
      }
      module "role" {
        source = "./role"
        stacks = ["a"]
        ids    = ${ids}
        id     = spacelift_aws_integration.main.id
      }
//- /role/main.tf
      variable "stacks" {
        type = list(string)
      }
      variable "ids" {}
      variable "id" {}
      resource "aws_iam_role" "this" {
        name               = "spacelift"
        assume_role_policy = ${policy('[for id in var.ids : "acme@${var.id}@${id}@write"]')}
      }
      output "arn" {
        value = aws_iam_role.this.arn
      }`);
  expect(lines(source('[for stack in var.stacks : "${stack}"]'))[0]).toMatch(/allowed$/);
  expect(lines(source('[for stack in var.stacks : "${stack}x"]'))[0]).toMatch(/unknown$/);
});

describe("what a called module attaches is there only where the call is", () => {
  const attachedBy = (call: string, ids: string): readonly string[] =>
    lines(
      parent(`
      variable "x" {
        type = bool
      }
      variable "stacks" {
        type = set(string)
      }
      module "attach" {
        source = "./attach"
        ${call}
        id     = spacelift_aws_integration.main.id
      }
      resource "aws_iam_role" "this" {
        name               = "spacelift"
        assume_role_policy = ${policy(ids)}
      }
//- /attach/main.tf
      variable "id" {}
      variable "stack" {
        default = "network"
      }
      resource "spacelift_aws_integration_attachment" "a" {
        integration_id = var.id
        stack_id       = var.stack
      }`).replace("module.role.arn", "aws_iam_role.this.arn"),
    ).map((line) => line.replace(/^.*: /, ""));
  const onlyIf = (condition: string): string => `concat(["beta@*"], ${condition} ? ["acme@*"] : [])`;

  it.each([
    ["count = var.x ? 1 : 0", onlyIf("var.x"), "allowed"],
    ["count = var.x ? 1 : 0", onlyIf("!var.x"), "refused"],
    ["count = 1", onlyIf("var.x"), "unknown"],
    ["for_each = var.stacks\nstack = each.key", '[for s in var.stacks : "acme@*@${s}@*"]', "allowed"],
    ["for_each = var.stacks\nstack = each.key", '[for s in var.stacks : "beta@*@${s}@*"]', "refused"],
    ["", '[for s in var.stacks : "acme@*"]', "unknown"],
  ])("%s with %s: %s", (call, ids, outcome) => {
    expect(attachedBy(call, ids)).toEqual([outcome]);
  });
});
