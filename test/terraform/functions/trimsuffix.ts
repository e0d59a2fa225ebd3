/** What `trimsuffix` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['trimsuffix("helloworld", "world")', '"hello"'],
    ['trimsuffix("hello", "x")', '"hello"'],
  ],
  refuses: [],
};
