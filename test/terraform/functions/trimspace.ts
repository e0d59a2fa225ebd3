/** What `trimspace` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['trimspace("  hello\\n\\n")', '"hello"']],
  refuses: [],
};
