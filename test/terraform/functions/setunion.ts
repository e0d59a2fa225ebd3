/** What `setunion` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['setunion(["a", "b"], ["c"], ["b"])', 'toset(["a", "b", "c"])']],
  refuses: ["setunion()"],
};
