/** What `length` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['length("héllo")', "5"],
    ["length({ a = 1 })", "1"],
    ["length([])", "0"],
  ],
  refuses: ["length(5)"],
};
