/** What waits for what in a module. */
import { describe, expect, it } from "vitest";
import { cycleThrough, dependentsOf, waitsFor } from "../../server/src/terraform/dependencies.ts";
import { readFixture } from "../kit/fixture.ts";
import { snapshotOf } from "../kit/snapshot.ts";

const { module } = snapshotOf(
  readFixture(`
    resource "a" "first" {
      provider = b.second

      lifecycle {
        ignore_changes = [b.second]
      }
    }

    resource "b" "second" {
      nested {
        value = "x-\${local.first}"
      }
    }

    locals {
      first = [for key in ["x"] : a.first.id]
      ring  = local.back
      back  = { ring = local.ring }
    }

    data "c" "third" {
      depends_on = [b.second]
    }

    module "call" {
      source    = "./call"
      providers = { aws = a.first }
      input     = data.c.third.id
    }

    resource "d" "fourth" {
      value = module.call.output
      other = var.x
    }

    variable "x" {
      default = 1
    }

    moved {
      from = a.first
      to   = d.fourth
    }
  `).files,
);

describe("waitsFor", () => {
  it.each([
    ["b.second", "a.first", "yes"],
    ["data.c.third", "a.first", "yes"],
    ["a.first", "b.second", "no"],
    ["module.call", "a.first", "maybe"],
    ["d.fourth", "a.first", "maybe"],
    ["d.fourth", "module.call", "yes"],
    ["d.fourth", "var.x", "no"],
    ["a.first", "d.fourth", "no"],
    ["a.first", "a.first", "no"],
    ["local.ring", "local.ring", "yes"],
    ["x.undeclared", "a.first", "no"],
  ])("%s for %s: %s", (a, b, answer) => {
    expect(waitsFor(module, a, b)).toBe(answer);
  });
});

describe("cycleThrough", () => {
  it("tells the links of a cycle in order", () => {
    const links = cycleThrough(module, "local.ring")?.map(({ from, to }) => `${from} > ${to}`);
    expect(links).toEqual(["local.ring > local.back", "local.back > local.ring"]);
  });

  it("finds none where there is none", () => {
    expect(cycleThrough(module, "b.second")).toBeUndefined();
  });
});

it("dependentsOf finds what waits, near and far", () => {
  expect([...dependentsOf(module, ["b.second"])].sort()).toEqual(["d.fourth", "data.c.third", "module.call"]);
});
