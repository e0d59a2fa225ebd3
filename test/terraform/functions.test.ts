/** Every function of Terraform with the cases in the file of its name, whether Terraform is here or not. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { array, object, parse, string, tuple } from "valibot";
import { describe, expect, test } from "vitest";
import { findFunction, functionNames } from "../../server/src/terraform/functions/table.ts";
import { evaluateText } from "./kit/evaluateText.ts";
import { formatValue } from "./kit/formatValue.ts";

const caseFile = object({
  cases: object({ gives: array(tuple([string(), string()])), refuses: array(string()) }),
});

const names = readdirSync(join(import.meta.dirname, "functions")).map((file) => file.replace(/\.ts$/, ""));

for (const name of names) {
  const { cases } = parse(caseFile, await import(`./functions/${name}.ts`));
  describe(name, () => {
    test.each(cases.gives)("%s is %s", (call, expected) => {
      const { value, failures } = evaluateText(call);
      expect(failures).toEqual([]);
      expect(formatValue(value)).toBe(formatValue(evaluateText(expected).value));
    });

    test.each(cases.refuses.map((call) => [call]))("%s fails", (call) => {
      expect(evaluateText(call).failures.length).toBeGreaterThan(0);
    });
  });
}

/** They read files or need references: see files.test.ts. */
const elsewhere = /^(?:file.*|templatefile|templatestring)$/;

test("every function that is evaluated has cases", () => {
  const evaluated = functionNames.filter((name) => typeof findFunction(name) !== "string");
  expect(evaluated.filter((name) => !elsewhere.test(name) && !names.includes(name))).toEqual([]);
});
