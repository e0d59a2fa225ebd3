/** What the names in a module's expressions stand for. */
import { describe, expect, it } from "vitest";
import { attributesOf } from "../../server/src/terraform/block.ts";
import { createEvaluator } from "../../server/src/terraform/moduleScope.ts";
import { stringType } from "../../server/src/terraform/type.ts";
import {
  asKnownString,
  firstUnknown,
  objectValue,
  stringValue,
  type Value,
} from "../../server/src/terraform/value.ts";
import { readFixture } from "../kit/fixture.ts";
import { snapshotOf } from "../kit/snapshot.ts";

const { module } = snapshotOf(
  readFixture(`
    //- /main.tf
    variable "given" {
      type    = string
      default = "default"
    }

    resource "t" "single" {
      name     = local.name
      computed = null
    }

    resource "t" "many" {
      count = 2
      name  = "many"
    }

    data "spacelift_account" "this" {}

    data "spacelift_account" "admin" {
      provider = spacelift.admin
    }

    locals {
      a        = local.name
      b        = "\${local.name}-\${var.given}"
      c        = t.single.name
      d        = t.single.id
      e        = t.single.computed
      f        = t.many[0].name
      g        = data.spacelift_account.this.name
      h        = data.spacelift_account.admin.name
      i        = module.call.out
      j        = local.k
      k        = local.j
      l        = local.missing
      m        = t.missing.id
      n        = each.value
      o        = upper(local.name)
      p        = path.module
      q        = var.missing
      r        = local.n
    }

    module "call" {
      source = "./call"
    }
    //- /names.tf
    locals {
      name = "text"
    }
  `).files,
);

const evaluate = createEvaluator(module, () => stringType);

function valueOf(name: string, names?: ReadonlyMap<string, Value>): Value {
  for (const file of module.files) {
    for (const item of file.syntax.body.items) {
      if (item.kind !== "Block" || item.type.name !== "locals") continue;
      const attribute = attributesOf(item.body).find((candidate) => candidate.name.name === name);
      if (attribute) return evaluate(attribute.value, file, names);
    }
  }
  throw new Error(`no local ${name}`);
}

/** Known text as it is, symbols in angle brackets, otherwise the reason in round ones. */
function show(value: Value): string {
  const known = asKnownString(value);
  if (known !== undefined) return known;
  if (value.kind === "unknown" && value.symbol) return `<${value.symbol.id}>`;
  if (value.kind === "string") {
    return value.parts
      .map((part) =>
        part.kind === "literal" ? part.text : part.kind === "symbol" ? `<${part.symbol.id}>` : "?",
      )
      .join("");
  }
  const reason = firstUnknown(value);
  return reason ? `(${reason.kind})` : value.kind;
}

describe("a name stands for", () => {
  it.each([
    ["a", "text"],
    ["b", "text-<var.given>"],
    ["c", "text"],
    ["d", "<t.single.id>"],
    ["e", "<t.single.computed>"],
    ["f", "<t.many[0].name>"],
    ["g", "<data.spacelift_account.name>"],
    ["h", "<data.spacelift_account.admin.name>"],
    ["i", "<module.call.out>"],
    ["j", "(cycle)"],
    ["k", "(cycle)"],
    ["l", "(not declared)"],
    ["m", "<t.missing.id>"],
    ["n", "(known after apply)"],
    ["o", "TEXT"],
    ["p", "<path.module>"],
    ["q", "(not declared)"],
  ])("local.%s: %s", (name, shown) => {
    expect(show(valueOf(name))).toBe(shown);
  });
});

it("binds names for one expression, and for nothing that it refers to", () => {
  const names = new Map([["each", objectValue([["value", stringValue("bound")]])]]);
  expect(show(valueOf("n", names))).toBe("bound");
  expect(show(valueOf("r", names))).toBe("(known after apply)");
  expect(show(valueOf("n"))).toBe("(known after apply)");
});

it("keeps the place where a value is written", () => {
  const [origin] = valueOf("c").origins;
  expect(origin?.uri).toBe("file:///module/names.tf");
});
