/** What `chunklist` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['chunklist(["a", "b", "c"], 2)', 'tolist([tolist(["a", "b"]), tolist(["c"])])'],
    ["chunklist([1, 2], 0)", "tolist([tolist([1, 2])])"],
  ],
  refuses: ["chunklist([1], -1)"],
};
