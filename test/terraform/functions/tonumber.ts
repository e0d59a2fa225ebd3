/** What `tonumber` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['tonumber("1.50")', "1.5"]],
  refuses: ['tonumber("one")'],
};
