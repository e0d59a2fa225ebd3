/** What `setsubtract` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['setsubtract(["a", "b"], ["a"])', 'toset(["b"])']],
  refuses: ['setsubtract([1], "x")'],
};
