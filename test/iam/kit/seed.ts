/**
 * How long and from which seed the random tests run: `IAM_SEED` another seed (`random` for a new one each time),
 * `IAM_RUNS` so many times as many cases.
 */
import fc from "fast-check";

const wanted = process.env["IAM_SEED"];

export const seed = wanted === "random" ? Date.now() % 2 ** 31 : Number(wanted ?? 20240817);
const times = Number(process.env["IAM_RUNS"] ?? 1);

export function samples<T>(arbitrary: fc.Arbitrary<T>, count: number): readonly T[] {
  return fc.sample(arbitrary, { seed, numRuns: count * times });
}
