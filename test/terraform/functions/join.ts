/** What `join` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['join("-", ["foo", "bar"])', '"foo-bar"'],
    ['join(", ", [1, true], ["x"])', '"1, true, x"'],
    ['join("-", [])', '""'],
  ],
  refuses: ['join("-", [null])'],
};
