/**
 * Our verdicts held against HashiCorp's parser, run live, on generated and damaged texts.
 * `npm run judge -- --cases 100000 --seed 2` judges as many more as one likes.
 */
import { expect, test } from "vitest";
import { parse } from "../../server/src/hcl/parse.ts";
import { ownSamples, sampleTexts } from "./corpus.ts";
import { judgedTexts } from "./judge/cases.ts";
import { compare, type Comparison } from "./judge/compare.ts";
import { oldParserAccepts } from "./judge/hashicorp.ts";

const cases = 4000;

test("generated and damaged texts are judged as by a recent HCL", async () => {
  const wrong: Comparison[] = [];
  for (const text of judgedTexts(1, cases, sampleTexts())) {
    const comparison = await compare(text);
    if (comparison !== undefined && !(comparison.verdictsAgree && isExplained(comparison)))
      wrong.push(comparison);
  }
  expect(wrong.slice(0, 3)).toEqual([]);
});

/**
 * Where the first problems stand on different lines, ours has to be the better place: something was left
 * open, and HashiCorp's parser tells of it only where it noticed, or blames the outermost block for what
 * the indentation shows to be open inside of it.
 */
function isExplained({ linesAgree, theirs, ours }: Comparison): boolean {
  if (linesAgree) return true;
  const [first] = ours;
  if (first === undefined) return false;
  const isEarlier = theirs.every((problem) => first.line <= problem.line);
  const isInside = theirs[0]?.summary === "Unclosed configuration block";
  return isEarlier || (isInside && /^(Unclosed|Unterminated|Unbalanced|Missing close)/.test(first.summary));
}

test("the project's own samples are right by both parsers", async () => {
  for (const text of ownSamples()) {
    expect(await compare(text)).toMatchObject({ accepted: true, verdictsAgree: true });
  }
});

test("what HCL 2.10 accepts is accepted", () => {
  const wrong: string[] = [];
  for (const text of judgedTexts(5, 400, ownSamples())) {
    if (text.length < 600 && oldParserAccepts(text) && parse(text).problems.length > 0) wrong.push(text);
  }
  expect(wrong).toEqual([]);
});

test.each([
  // Newer than HCL 2.10: functions of providers.
  ["a = provider::x::f(1)\n"],
])("%j is right only by the recent parser", async (text) => {
  expect(oldParserAccepts(text)).toBe(false);
  expect(await compare(text)).toMatchObject({ accepted: true, verdictsAgree: true });
});
