/** Names of symbols on both sides of a call. */
import { describe, expect, it } from "vitest";
import { inCalled, inCaller, shownSymbol } from "../../server/src/terraform/symbolNames.ts";

describe("on the other side of the call module.m", () => {
  const [down, up] = [inCalled("module.m", true), inCaller("module.m", true)];

  it.each([
    ["t.n.id", "^.t.n.id"],
    ["^.t.n.id", "^.^.t.n.id"],
    ["module.m.t.n.id", "t.n.id"],
    ["module.m2.t.n.id", "^.module.m2.t.n.id"],
    ["lower(var.a)", "^.lower(var.a)"],
    ["data.spacelift_account.name", "data.spacelift_account.name"],
    ["data.spacelift_account.admin.name", "^.data.spacelift_account.admin.name"],
    ["terraform.workspace", "terraform.workspace"],
    ["path.module", "^.path.module"],
  ])("%s is %s, and the other way round", (outside, inside) => {
    expect(down(outside)).toBe(inside);
    expect(up(inside)).toBe(outside);
  });

  it("with other providers nothing is the same everywhere", () => {
    const id = "data.aws_caller_identity.account_id";
    expect(inCalled("module.m", false)(id)).toBe(`^.${id}`);
    expect(inCaller("module.m", false)(id)).toBe(`module.m.${id}`);
  });
});

it.each([
  ["^.^.t.n.id", "t.n.id"],
  ["the slug of ^.var.a", "the slug of var.a"],
  ["module.m.t.n.id", "module.m.t.n.id"],
  ["a^.b", "a^.b"],
])("%s is shown as %s", (id, shown) => {
  expect(shownSymbol(id)).toBe(shown);
});
