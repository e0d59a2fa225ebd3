/** What `slice` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['slice(["a", "b", "c"], 1, 2)', '["b"]']],
  refuses: ['slice(["a"], 1, 3)', 'slice(["a"], -1, 1)'],
};
