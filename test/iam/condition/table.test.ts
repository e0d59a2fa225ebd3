/** Every operator has a file and a test of its name and can be found in any case. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { nullOperator } from "../../../server/src/iam/condition/Null.ts";
import { operatorNamed, operators, properName } from "../../../server/src/iam/condition/table.ts";
import { readOperator } from "../../../server/src/iam/decodeCondition.ts";

it.each([nullOperator, ...operators.map(({ name }) => name)])("%s", (name) => {
  expect(existsSync(join(import.meta.dirname, `${name}.test.ts`))).toBe(true);
  expect(existsSync(join(import.meta.dirname, `../../../server/src/iam/condition/${name}.ts`))).toBe(true);
  expect(properName(name.toUpperCase())).toBe(name);
  expect(operatorNamed(name)?.negated ?? false).toBe(name.includes("Not"));
});

it.each([
  ["StringLike", "StringLike", undefined, false],
  ["ForAnyValue:StringLikeIfExists", "StringLike", "ForAnyValue", true],
  ["forallvalues:stringlikeifexists", "StringLike", "ForAllValues", true],
  ["StringMatches", "StringMatches", undefined, false],
])("reads %s", (text, name, qualifier, ifExists) => {
  expect(readOperator(text, undefined)).toEqual({ name, qualifier, ifExists, origin: undefined });
});
