/**
 * Every file of the corpus that HashiCorp's parser accepts leaves no rule open at its end: no string, heredoc
 * or bracket runs away. The corpus is test data that the project does not hold.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { projectPath } from "./contributions.ts";
import { ownScope, tokeniserFor } from "./tokenise.ts";

const corpus = process.env["SPACELIFT_AWS_CORPUS"] ?? projectPath("../shared/corpus");
const verdict = v.object({ path: v.string(), accepted: v.boolean() });

function acceptedFiles(part: string): readonly string[] {
  const lines = readFileSync(join(corpus, "verdicts.jsonl"), "utf8").trim().split("\n");
  const verdicts = lines.map((line) => v.parse(verdict, JSON.parse(line)));
  return verdicts
    .filter((each) => each.accepted && each.path.startsWith(`${part}/`))
    .map((each) => join(corpus, each.path));
}

describe.skipIf(!existsSync(corpus))(`corpus (skipped where ${corpus} is absent)`, () => {
  test.each(["spacelift", "general"])("no rule runs away in %s", async (part) => {
    const tokenise = await tokeniserFor(ownScope);
    const files = acceptedFiles(part);
    expect(files.length).toBeGreaterThan(0);
    const runaway = files.filter((path) => {
      const lines = tokenise(readFileSync(path, "utf8"));
      return lines.at(-1)?.depth !== 1;
    });
    expect(runaway).toEqual([]);
  });
});
