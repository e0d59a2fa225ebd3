/** What `index` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['index(["a", "b", "c"], "b")', "1"]],
  refuses: ['index(["a"], "z")', 'index([], "z")'],
};
