/** The instances of blocks with `count` and `for_each`, and the blocks that `dynamic` makes. */
import { describe, expect, it } from "vitest";
import { attributeOf } from "../../server/src/terraform/block.ts";
import {
  expandBlocks,
  isUnknown,
  type BoundBody,
  type OpenBlocks,
} from "../../server/src/terraform/dynamicBlocks.ts";
import { declarationOf, type BlockDeclaration } from "../../server/src/terraform/module.ts";
import { createEvaluator } from "../../server/src/terraform/moduleScope.ts";
import { instancesOf, type EvaluatedModule } from "../../server/src/terraform/repetition.ts";
import { readFixture } from "../kit/fixture.ts";
import { snapshotOf } from "../kit/snapshot.ts";
import { showValue } from "./kit/showValue.ts";

interface Found extends EvaluatedModule {
  readonly declaration: BlockDeclaration;
}

function blockIn(source: string): Found {
  const { module } = snapshotOf(readFixture(source).files);
  const declaration = declarationOf(module, "t.x");
  if (declaration?.kind !== "resource") throw new Error("no t.x");
  return { module, evaluate: createEvaluator(module), facts: [], declaration };
}

/** `step: value of v` in each instance. */
function instances(source: string): readonly string[] {
  const { declaration, ...evaluated } = blockIn(source);
  const value = attributeOf(declaration.block, "v")?.value;
  return instancesOf(evaluated, declaration).map(({ step, names, known }) => {
    const shown = value ? showValue(evaluated.evaluate(value, declaration.file, names)) : "";
    return `${step}${known ? "" : "?"}: ${shown}`;
  });
}

describe("instances", () => {
  it.each([
    ["v = 1", [": 1"]],
    ["count = 2\n v = count.index", ["[0]: 0", "[1]: 1"]],
    ["count = 0\n v = 1", []],
    ["count = var.n\n v = count.index", ["[0]?: 0"]],
    ['for_each = toset(["b", "a"])\n v = each.value', [".a: a", ".b: b"]],
    ['for_each = { "x y" = 1 }\n v = "${each.key}${each.value}"', ['["x y"]: x y1']],
    ["for_each = var.m\n v = each.key", ["[each.key in var.m]?: <each.key in var.m>"]],
    ["for_each = var.m\n v = each.value.id", ["[each.key in var.m]?: <var.m[each.key in var.m].id>"]],
    ["for_each = t.other\n v = each.value.id", [".p: <t.other.p.id>", ".q: <t.other.q.id>"]],
    ["for_each = {}\n v = 1", []],
  ])("%j", (body, expected) => {
    const source = `resource "t" "x" {\n ${body}\n}\nresource "t" "other" {\n for_each = toset(["p", "q"])\n}\nvariable "n" {}\nvariable "m" {}\n`;
    expect(instances(source)).toEqual(expected);
  });

  it("are bounded", () => {
    expect(instances(`resource "t" "x" {\n count = 100000\n}`).length).toBeLessThan(1000);
  });
});

describe("blocks", () => {
  const blocks = (body: string): readonly string[] => {
    const { declaration, ...evaluated } = blockIn(`resource "t" "x" {\n${body}\n}\nvariable "m" {}\n`);
    const { block, file } = declaration;
    return expandBlocks(evaluated, { body: block.body, file, names: new Map(), block }, "b").map(shown);

    function shown(found: BoundBody | OpenBlocks): string {
      if (isUnknown(found)) {
        const { choice, reason } = found;
        return choice ? `(${choice.condition}? ${choice.then.map(shown).join()})` : `(${reason.kind})`;
      }
      const value = found.body.items.find((item) => item.kind === "Attribute")?.value;
      return value ? showValue(evaluated.evaluate(value, file, found.names)) : "";
    }
  };

  it.each([
    ["b {\n v = 1\n}\nother {\n v = 2\n}\nb {\n v = 3\n}", ["1", "3"]],
    ['dynamic "b" {\n for_each = ["x", "y"]\n content {\n v = "${b.key}${b.value}"\n }\n}', ["0x", "1y"]],
    ['dynamic "b" {\n for_each = { k = 1 }\n iterator = each_b\n content {\n v = each_b.key\n }\n}', ["k"]],
    [
      'dynamic "b" {\n for_each = var.m\n content {\n v = 1\n }\n}',
      ["(each.key in var.m? 1)", "(another key in var.m? 1)"],
    ],
    ['dynamic "other" {\n for_each = [1]\n content {\n v = 1\n }\n}', []],
    ['b {\n v = 0\n}\ndynamic "b" {\n for_each = []\n content {\n v = 1\n }\n}', ["0"]],
  ])("%j", (body, expected) => {
    expect(blocks(body)).toEqual(expected);
  });
});
