/** What `setproduct` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['setproduct(["a", "b"], [1])', 'tolist([["a", 1], ["b", 1]])']],
  refuses: ['setproduct(["a"])'],
};
