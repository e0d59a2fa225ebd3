/** What `lookup` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['lookup({ a = "x" }, "a", "z")', '"x"'],
    ['lookup({ a = "x" }, "b", "z")', '"z"'],
  ],
  refuses: ['lookup({ a = "x" }, "b")'],
};
