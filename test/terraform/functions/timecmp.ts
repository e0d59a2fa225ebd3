/** What `timecmp` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['timecmp("2017-11-22T00:00:00Z", "2017-11-22T01:00:00+01:00")', "0"],
    ['timecmp("2017-11-22T00:00:00Z", "2017-11-22T00:00:01Z")', "-1"],
  ],
  refuses: ['timecmp("x", "2017-11-22T00:00:01Z")'],
};
