/** What `values` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['values({ c = 1, a = "x" })', '["x", 1]'],
    ["values(tomap({ c = 1, a = 2 }))", "tolist([2, 1])"],
  ],
  refuses: ["values([])"],
};
