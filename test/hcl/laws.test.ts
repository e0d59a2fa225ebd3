/** The laws of the tree, over the corpus, every prefix of it, and damaged texts. */
import { describe, expect, test } from "vitest";
import { parse } from "../../server/src/hcl/parse.ts";
import { ownSamples, sampleTexts } from "./corpus.ts";
import { judgedTexts } from "./judge/cases.ts";
import { brokenLaws } from "./laws.ts";

const samples = sampleTexts();

function broken(text: string): readonly string[] {
  return brokenLaws(parse(text)).map((law) => `${law} in ${JSON.stringify(text)}`);
}

describe("the laws of the tree", () => {
  test("hold for every sample", () => {
    expect(samples.flatMap(broken).slice(0, 3)).toEqual([]);
  });

  test("hold for prefixes of every sample", () => {
    const most = 8;
    const found = samples.flatMap((text) => {
      const step = Math.max(1, text.length / most);
      const ends = Array.from({ length: Math.min(most, text.length) }, (_, index) =>
        Math.floor(index * step),
      );
      return ends.flatMap((end) => broken(text.slice(0, end)));
    });
    expect(found.slice(0, 3)).toEqual([]);
  });

  test("hold for every prefix and suffix of the project's own samples", () => {
    const found = ownSamples().flatMap((text) =>
      Array.from(text, (_, index) => [...broken(text.slice(0, index)), ...broken(text.slice(index))]).flat(),
    );
    expect(found.slice(0, 3)).toEqual([]);
  });

  test("hold for damaged texts", () => {
    const found: string[] = [];
    for (const text of judgedTexts(3, 4000, samples)) found.push(...broken(text));
    expect(found.slice(0, 3)).toEqual([]);
  });
});
