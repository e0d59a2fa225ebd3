/** Values across the calls of modules: inputs go in, outputs come out, once per call. */
import { describe, expect, it } from "vitest";
import { createInstances, type ModuleInstance } from "../../server/src/terraform/moduleInstances.ts";
import { localIn } from "../../server/src/terraform/overrides.ts";
import { stringType } from "../../server/src/terraform/type.ts";
import type { Value } from "../../server/src/terraform/value.ts";
import { readFixture } from "../kit/fixture.ts";
import { snapshotOf } from "../kit/snapshot.ts";
import { showValue } from "./kit/showValue.ts";

function instancesIn(source: string, folder: string): readonly ModuleInstance[] {
  const { module, configuration } = snapshotOf(readFixture(source).files, { folder });
  return createInstances(configuration, () => stringType).of(module);
}

function commonIn(source: string, folder: string): ModuleInstance {
  const { module, configuration } = snapshotOf(readFixture(source).files, { folder });
  return createInstances(configuration, () => stringType).common(module);
}

function local({ module, evaluate }: ModuleInstance, name: string): Value {
  const found = localIn(module, name);
  if (!found) throw new Error(`no local ${name}`);
  return evaluate(found.attribute.value, found.file);
}

/** `path: value` of a local in each instance. */
function inEach(source: string, folder: string, name = "x"): readonly string[] {
  return instancesIn(source, folder).map(
    (instance) => `${instance.path.join("/")}: ${showValue(local(instance, name))}`,
  );
}

const child = `
  //- /child/main.tf
  variable "a" {
    type    = string
    default = "default"
  }
  resource "t" "r" {
    name = var.a
  }
  locals {
    x = var.a
  }
  output "name" {
    value = t.r.name
  }
  output "id" {
    value = t.r.id
  }
  output "mixed" {
    value = "\${var.a}/\${t.r.id}"
  }
`;

describe("a variable", () => {
  it.each([
    [
      "given by the call",
      `module "m" {\n source = "./child"\n a = local.v\n}\nlocals {\n v = "given"\n}`,
      ["module.m: given"],
    ],
    ["left out by the call", `module "m" {\n source = "./child"\n}`, ["module.m: default"]],
    ["converted to its type", `module "m" {\n source = "./child"\n a = 12\n}`, ["module.m: 12"]],
    [
      "given a symbol of the caller",
      `module "m" {\n source = "./child"\n a = t.other.id\n}\nresource "t" "other" {}`,
      ["module.m: <^.t.other.id>"],
    ],
    [
      "given what the caller is not given",
      `module "m" {\n source = "./child"\n a = var.b\n}\nvariable "b" {}`,
      ["module.m: <^.var.b>"],
    ],
    [
      "given what it has itself handed out",
      `module "m" {\n source = "./child"\n a = module.m.id\n}`,
      ["module.m: <t.r.id>"],
    ],
    ["in a circle", `module "m" {\n source = "./child"\n a = module.m.name\n}`, ["module.m: <t.r.name>"]],
    [
      "once per call",
      `module "m" {\n source = "./child"\n a = "1"\n}\nmodule "n" {\n source = "./child"\n a = "2"\n}`,
      ["module.m: 1", "module.n: 2"],
    ],
    [
      "per key",
      `module "m" {\n for_each = toset(["p", "q"])\n source = "./child"\n a = each.key\n}`,
      ['module.m["p"]: p', 'module.m["q"]: q'],
    ],
    [
      "per number",
      `module "m" {\n count = 2\n source = "./child"\n a = "n\${count.index}"\n}`,
      ["module.m[0]: n0", "module.m[1]: n1"],
    ],
    [
      "of a call that is made for nothing",
      `module "m" {\n count = 0\n source = "./child"\n a = "1"\n}`,
      [": <var.a>"],
    ],
    ["that nobody gives", `locals {\n y = 1\n}`, [": <var.a>"]],
  ])("%s", (_, root, expected) => {
    const source = `//- /main.tf\n${root}\n${child.replaceAll("\n  ", "\n")}`;
    expect(inEach(source, "/child")).toEqual(expected);
  });

  it("keeps the place where the caller writes its value", () => {
    const source = `//- /main.tf\nmodule "m" {\n source = "./child"\n a = "given"\n}\n${child.replaceAll("\n  ", "\n")}`;
    const [instance] = instancesIn(source, "/child");
    expect(instance && local(instance, "x").origins).toEqual([
      { uri: "file:///module/main.tf", span: { start: 38, end: 45 } },
    ]);
  });

  it("gets the defaults of its type", () => {
    const source = `
      //- /main.tf
      module "m" {
        source = "./child"
        a      = { name = "n" }
      }
      //- /child/main.tf
      variable "a" {
        type     = object({ name = string, size = optional(number, 3), tag = optional(string) })
        nullable = false
      }
      locals {
        x = var.a
      }
    `;
    expect(inEach(source, "/child")).toEqual(["module.m: {name: n, size: 3, tag: null}"]);
  });

  it.each([
    ["false", "module.m: default"],
    ["true", "module.m: null"],
  ])("that is given null with nullable = %s", (nullable, expected) => {
    const source = `
      //- /main.tf
      module "m" {
        source = "./child"
        a      = null
      }
      //- /child/main.tf
      variable "a" {
        type     = string
        default  = "default"
        nullable = ${nullable}
      }
      locals {
        x = var.a
      }
    `;
    expect(inEach(source, "/child")).toEqual([expected]);
  });

  it("says its default where it has no value", () => {
    const [instance] = instancesIn(child, "/child");
    const value = instance && local(instance, "x");
    const reason =
      value?.kind === "string" && value.parts[0]?.kind === "symbol" ? value.parts[0].reason : undefined;
    expect(reason?.kind === "variable without value" && reason.fallback && showValue(reason.fallback)).toBe(
      "default",
    );
  });
});

describe("an output", () => {
  const call = (expression: string, more = ""): string =>
    `//- /main.tf\nmodule "m" {\n source = "./child"\n a = "v"\n${more}}\nlocals {\n x = ${expression}\n}\n${child.replaceAll("\n  ", "\n")}`;

  it.each([
    ["module.m.name", "", "v"],
    ["module.m.id", "", "<module.m.t.r.id>"],
    ["module.m.mixed", "", "v/<module.m.t.r.id>"],
    ["module.m.none", "", "<module.m.none>"],
    ['module.m["name"]', "", "v"],
    ["module.m", "", "{id: <module.m.t.r.id>, mixed: v/<module.m.t.r.id>, name: v}"],
    ["module.m[1].id", " count = 2\n", "<module.m[1].t.r.id>"],
    ["module.m[*].name", " count = 2\n", "[v, v]"],
    ["module.m[5].id", " count = 2\n", "<module.m[5].id>"],
    ['module.m["p"].id', ' for_each = toset(["p"])\n', "<module.m.p.t.r.id>"],
    ["{ for k, o in module.m : k => o.name }", ' for_each = toset(["p", "q"])\n', "{p: v, q: v}"],
    ['module.m["p"].id', " for_each = var.unknown\n", "<module.m.p.id>"],
  ])("%s %j", (expression, more, expected) => {
    expect(inEach(call(expression, more), "")).toEqual([`: ${expected}`]);
  });

  it("that hands an input back is the caller's own", () => {
    const source =
      `
      //- /main.tf
      resource "t" "own" {}
      module "m" {
        source = "./child"
        a      = t.own.id
      }
      locals {
        x = module.m.name
      }
    ` + child.replaceAll("\n  ", "\n      ");
    expect(inEach(source, "")).toEqual([": <t.own.id>"]);
  });

  it("keeps the names that mean the same everywhere, unless the call has other providers", () => {
    const source = (providers: string): string => `
      //- /main.tf
      module "m" {
        source = "./child"${providers}
      }
      locals {
        x = module.m.account
      }
      //- /child/main.tf
      data "spacelift_account" "this" {}
      output "account" {
        value = data.spacelift_account.this.name
      }
    `;
    expect(inEach(source(""), "")).toEqual([": <data.spacelift_account.name>"]);
    expect(inEach(source("\n        providers = {}"), "")).toEqual([
      ": <module.m.data.spacelift_account.name>",
    ]);
  });
});

describe("calls of calls", () => {
  const source = `
    //- /main.tf
    module "outer" {
      for_each = toset(["p", "q"])
      source   = "./outer"
      a        = each.value
    }
    locals {
      x = module.outer["q"].out
    }
    //- /outer/main.tf
    variable "a" {}
    module "inner" {
      source = "../inner"
      b      = "\${var.a}!"
    }
    output "out" {
      value = module.inner.out
    }
    //- /inner/main.tf
    variable "b" {}
    resource "t" "r" {}
    locals {
      x = var.b
    }
    output "out" {
      value = "\${var.b}\${t.r.id}"
    }
  `;

  it("lead inwards", () => {
    expect(inEach(source, "/inner")).toEqual([
      'module.outer["p"]/module.inner: p!',
      'module.outer["q"]/module.inner: q!',
    ]);
  });

  it("lead outwards", () => {
    expect(inEach(source, "")).toEqual([": q!<module.outer.q.module.inner.t.r.id>"]);
  });

  it("that go round in a circle end", () => {
    const circle = `
      //- /a/main.tf
      module "b" {
        source = "../b"
        v      = module.b.v
      }
      locals {
        x = module.b.v
      }
      output "v" {
        value = local.x
      }
      //- /b/main.tf
      variable "v" {}
      module "a" {
        source = "../a"
      }
      locals {
        x = module.a.v
      }
      output "v" {
        value = local.x
      }
    `;
    expect(inEach(circle, "/a")).toHaveLength(1);
    expect(inEach(circle, "/b")).toHaveLength(1);
  });

  it("are bounded", () => {
    const many =
      `
      //- /main.tf
      module "m" {
        count  = 1000
        source = "./child"
      }
    ` + child.replaceAll("\n  ", "\n      ");
    expect(instancesIn(many, "/child").length).toBeLessThan(100);
  });
});

describe("what all calls share", () => {
  const source = (second: string): string =>
    `
    //- /main.tf
    module "m" {
      source = "./child"
      a      = "1"
    }
    module "n" {
      source = "./child"
      a      = ${second}
    }
  ` + child.replaceAll("\n  ", "\n    ");

  it.each([
    ['"1"', "1"],
    ['"2"', "<var.a>"],
    ["timestamp()", "<var.a>"],
  ])("with 1 and %s is %s", (second, expected) => {
    expect(showValue(local(commonIn(source(second), "/child"), "x"))).toBe(expected);
  });
});

describe("files of values", () => {
  const files = `
    //- /main.tf
    variable "v" {
      type = number
    }
    locals {
      x = var.v
    }
  `;
  const at = (name: string, value: string): string =>
    name.endsWith(".json")
      ? `    //- /${name}\n    {"v": ${value}}\n`
      : `    //- /${name}\n    v = ${value}\n`;

  it.each<readonly [string, string, string]>([
    ["terraform.tfvars", at("terraform.tfvars", '"7"'), "7"],
    ["its JSON form", at("terraform.tfvars.json", "7"), "7"],
    ["another file, which nobody reads unasked", at("prod.tfvars", "7"), "<var.v>"],
    ["JSON over the plain form", at("terraform.tfvars.json", "2") + at("terraform.tfvars", "1"), "2"],
    ["auto files over both", at("a.auto.tfvars", "3") + at("terraform.tfvars.json", "2"), "3"],
    ["auto files by name", at("b.auto.tfvars.json", "4") + at("a.auto.tfvars", "3"), "4"],
    ["a reference, which is refused", at("terraform.tfvars", "local.x"), "<var.v>"],
  ])("%s", (_, added, expected) => {
    expect(inEach(`${files.trimEnd()}\n${added}`, "")).toEqual([`: ${expected}`]);
  });

  it("count for nothing beside a module that is called", () => {
    const source = `//- /main.tf\nmodule "m" {\n source = "./child"\n}\n//- /child/terraform.tfvars\na = "file"\n${child.replaceAll("\n  ", "\n")}`;
    expect(inEach(source, "/child")).toEqual(["module.m: default"]);
  });
});

describe("override files", () => {
  it("change locals, arguments of resources and of calls, and defaults", () => {
    const source =
      `
      //- /a_override.tf
      locals {
        name = "changed"
      }
      module "m" {
        a = "changed input"
      }
      resource "t" "r" {
        size = 2
      }
      //- /main.tf
      locals {
        name = "first"
        x    = [local.name, module.m.name, t.r.size, t.r.name]
      }
      resource "t" "r" {
        size = 1
        name = "kept"
      }
      module "m" {
        source = "./child"
        a      = "input"
      }
    ` + child.replaceAll("\n  ", "\n      ");
    expect(inEach(source, "")).toEqual([": [changed, changed input, 2, kept]"]);
  });
});
