/** What `formatdate` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['formatdate("DD MMM YYYY hh:mm ZZZ", "2018-01-02T23:12:01Z")', '"02 Jan 2018 23:12 UTC"'],
    ['formatdate("EEEE \'at\' h:mmaa Z", "2018-01-02T23:12:01+01:30")', '"Tuesday at 23:12pm +01:30"'],
  ],
  refuses: ['formatdate("YYY", "2018-01-02T23:12:01Z")', 'formatdate("YYYY", "2018-02-30T00:00:00Z")'],
};
