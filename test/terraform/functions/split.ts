/** What `split` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['split(",", "foo,bar")', 'tolist(["foo", "bar"])'],
    ['split(",", "")', 'tolist([""])'],
  ],
  refuses: ['split(",", [])'],
};
