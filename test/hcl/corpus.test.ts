/** Our verdict of every file of the corpus is that of HashiCorp's parser, and so is the line of the first problem. */
import { expect, test } from "vitest";
import { parse } from "../../server/src/hcl/parse.ts";
import { corpusAbsent, corpusFiles, corpusIsPresent, ownSamples } from "./corpus.ts";
import { placeOf } from "./judge/compare.ts";

test.skipIf(!corpusIsPresent)(corpusIsPresent ? "verdicts of the corpus" : corpusAbsent, () => {
  const wrong = corpusFiles().flatMap(({ path, text, verdict }) => {
    const lines = parse(text).problems.map((problem) => placeOf(text, problem.start).line);
    const theirs = (verdict.problems ?? []).map((problem) => problem.line);
    if (verdict.accepted !== (lines.length === 0))
      return [`${path}: accepted is ${String(verdict.accepted)}`];
    const first = Math.min(...theirs);
    return verdict.accepted || lines[0] === first ? [] : [`${path}: line ${String(lines[0])}, not ${first}`];
  });
  expect(wrong).toEqual([]);
});

test("the project's own samples are right", () => {
  expect(ownSamples().flatMap((text) => parse(text).problems)).toEqual([]);
});
