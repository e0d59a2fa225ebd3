/** What `timeadd` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['timeadd("2017-11-22T00:00:00Z", "10m")', '"2017-11-22T00:10:00Z"'],
    ['timeadd("2024-02-28T23:00:00+02:00", "25h")', '"2024-03-01T00:00:00+02:00"'],
  ],
  refuses: ['timeadd("2017-11-22", "10m")', 'timeadd("2017-11-22T00:00:00Z", "10")'],
};
