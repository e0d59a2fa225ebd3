/** What `min` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [["min(12, 54, 3)", "3"]],
  refuses: ['min("x")'],
};
