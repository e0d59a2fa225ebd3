/** What `regexall` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['regexall("[a-z]", "1a2b")', 'tolist(["a", "b"])'],
    ['regexall("(\\\\d)(\\\\w)", "1a2b")', 'tolist([["1", "a"], ["2", "b"]])'],
  ],
  refuses: ['regexall("(?P<a>x)(y)", "xy")'],
};
