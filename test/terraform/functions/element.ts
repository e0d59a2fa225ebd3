/** What `element` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['element(["a", "b", "c"], 4)', '"b"']],
  refuses: ["element([], 0)", 'element(toset(["a"]), 0)'],
};
