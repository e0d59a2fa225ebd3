/** What `range` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ["range(3)", "tolist([0, 1, 2])"],
    ["range(1, 8, 2)", "tolist([1, 3, 5, 7])"],
    ["range(4, 1)", "tolist([4, 3, 2])"],
  ],
  refuses: ["range(1, 2, 0)", "range(2000)"],
};
