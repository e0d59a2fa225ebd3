/** The texts that are judged: generated ones, damaged ones, and damaged samples. */
import { generate } from "./generate.ts";
import { mutate } from "./mutate.ts";
import { randomFrom } from "./random.ts";

/** Longer samples take the judge too long. */
const longestSample = 3000;

export function* judgedTexts(seed: number, count: number, samples: readonly string[]): Generator<string> {
  const short = samples.filter((sample) => sample.length <= longestSample);
  for (let index = 0; index < count; index++) {
    const random = randomFrom(seed * 1_000_003 + index);
    const sample = short[random.below(short.length)];
    const kind = random.below(3);
    if (kind === 0 || sample === undefined) yield generate(random);
    else if (kind === 1) yield mutate(random, generate(random));
    else yield mutate(random, sample);
  }
}
